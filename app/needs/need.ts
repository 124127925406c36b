import { z } from 'zod'
import { LANGUAGE_LEVELS, WORK_FORMS } from '~/candidates/candidate'
import { SKILL_LEVELS } from '~/candidates/candidate-skill'
import { choices, optionalDay, optionalText, text, version } from '~/platform/fields'
import { personWordsIn } from '~/skills/person-words'

export const REMOTE_SHARES = ['no', 'partly', 'fully'] as const
/** How a need ends: filled by somebody, or closed without. */
export const NEED_ENDINGS = ['filled', 'closed'] as const

export const MOST_SKILLS = 30
const MOST_LANGUAGES = 8

const SkillRow = z.object({
  words: optionalText(120),
  must: z.enum(['must', 'nice']).default('must'),
  level: z.enum(SKILL_LEVELS).optional(),
})
const LanguageRow = z.object({
  language: z.string().regex(/^[a-z]{2}$/, { error: 'errors:choice' }),
  level: z.enum(LANGUAGE_LEVELS),
})

/** The employer's words were looked at: none tells of a person, or the work itself asks for it by law. */
export const wordsChecked = () => z.stringbool({ truthy: ['on'], falsy: [''] }).default(false)

const details = {
  title: text(120),
  description: optionalText(4000),
  skills: z.array(SkillRow).max(MOST_SKILLS).default([]),
  languages: z.array(LanguageRow).max(MOST_LANGUAGES).default([]),
  headcount: z.coerce.number().int().min(1).max(500).default(1),
  forms: choices(WORK_FORMS),
  municipality: optionalText(60),
  remote: z.enum(REMOTE_SHARES),
  startsOn: optionalDay(),
  validUntil: optionalDay(),
  contactId: z.uuid().optional(),
  wordsChecked: wordsChecked(),
}

type Told = Pick<z.output<z.ZodObject<typeof details>>, 'title' | 'description' | 'skills' | 'wordsChecked'>

/**
 * One message for each ground on which words tell of a person and not of the work, with what to write instead: who is
 * looked for may not be told by age, gender, origin, language, health, family or faith (1325/2014 17 §, 609/1986 14 §).
 */
export function aboutPerson(text = ''): string[] {
  return personWordsIn(text).map(
    ({ ground, words }) => `${ABOUT_PERSON}.${ground}|${JSON.stringify({ words: words.join(', ') })}`,
  )
}

/** Words that tell of a person are pointed out where they stand. */
function pointOutPersonWords(
  { title, description, skills, wordsChecked }: Told,
  context: z.RefinementCtx,
): void {
  if (wordsChecked) return
  const texts: [path: (string | number)[], text: string | undefined][] = [
    [['title'], title],
    [['description'], description],
    ...skills.map(({ words }, at): [(string | number)[], string | undefined] => [
      ['skills', at, 'words'],
      words,
    ]),
  ]
  for (const [path, text] of texts)
    for (const message of aboutPerson(text)) context.addIssue({ code: 'custom', path, message })
}

/** What the messages of such words begin with. */
export const ABOUT_PERSON = 'needs:about_person'

/** Rows left empty are not an error: the form offers them before anything is known. */
function withFilledRows<Need extends Told>({ wordsChecked: _, skills, ...need }: Need) {
  return {
    ...need,
    skills: skills.flatMap(({ words, must, level }) =>
      words ? [{ words, must: must === 'must', level: level ? Number(level) : null }] : [],
    ),
  }
}

export const NewNeedForm = z
  .object({
    ...details,
    /** Chosen by typing where the page was not opened from a company. */
    company: optionalText(200),
    companyId: z.uuid().optional(),
    callId: z.uuid().optional(),
    meetingId: z.uuid().optional(),
  })
  .superRefine(pointOutPersonWords)
  .transform(withFilledRows)
export const NeedForm = z
  .object({ ...details, version: version() })
  .superRefine(pointOutPersonWords)
  .transform(withFilledRows)
export type NeedDetails = Omit<z.output<typeof NeedForm>, 'version'>

export const NeedEndingForm = z.object({
  outcome: z.enum(NEED_ENDINGS),
  reason: text(300),
  version: version(),
})
export const NeedReopeningForm = z.object({ reason: text(300), version: version() })
