import { z } from 'zod'
import { LANGUAGE_LEVELS, WORK_FORMS } from '~/candidates/candidate'
import { SKILL_LEVELS } from '~/candidates/candidate-skill'
import { choices, optionalDay, optionalText, text, version } from '~/platform/fields'

export const NEED_STATUSES = ['open', 'filled', 'closed'] as const
export type NeedStatus = (typeof NEED_STATUSES)[number]
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

/** Rows left empty are not an error: the form offers them before anything is known. */
const skillRows = () =>
  z
    .array(SkillRow)
    .max(MOST_SKILLS)
    .default([])
    .transform((rows) =>
      rows.flatMap(({ words, must, level }) =>
        words ? [{ words, must: must === 'must', level: level ? Number(level) : null }] : [],
      ),
    )

const details = {
  title: text(120),
  description: optionalText(4000),
  skills: skillRows(),
  languages: z.array(LanguageRow).max(MOST_LANGUAGES).default([]),
  headcount: z.coerce.number().int().min(1).max(500).default(1),
  forms: choices(WORK_FORMS),
  municipality: optionalText(60),
  remote: z.enum(REMOTE_SHARES),
  startsOn: optionalDay(),
  validUntil: optionalDay(),
  contactId: z.uuid().optional(),
}

export const NewNeedForm = z.object({
  ...details,
  /** Chosen by typing where the page was not opened from a company. */
  company: optionalText(200),
  companyId: z.uuid().optional(),
  callId: z.uuid().optional(),
  meetingId: z.uuid().optional(),
})
export const NeedForm = z.object({ ...details, version: version() })
export type NeedDetails = z.output<z.ZodObject<typeof details>>

export const NeedEndingForm = z.object({
  outcome: z.enum(NEED_ENDINGS),
  reason: text(300),
  version: version(),
})
export const NeedReopeningForm = z.object({ reason: text(300), version: version() })
