import { z } from 'zod'
import {
  choices,
  day,
  longText,
  optionalDay,
  optionalEmail,
  optionalText,
  text,
  version,
} from '~/platform/fields'
import { checkNextStep, nextStepFields } from './caseload/caseload'

/** Forms of work a person looks for and a company offers. */
export const WORK_FORMS = ['work_trial', 'trainee', 'pay_subsidised', 'commission', 'hire'] as const
export type WorkForm = (typeof WORK_FORMS)[number]

export const LANGUAGE_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const
export type LanguageLevel = (typeof LANGUAGE_LEVELS)[number]

/** Languages offered first in forms; any ISO 639-1 code may be stored. */
export const COMMON_LANGUAGES = [
  'fi',
  'sv',
  'en',
  'ru',
  'et',
  'uk',
  'ar',
  'so',
  'de',
  'fr',
  'es',
  'fa',
  'tr',
  'vi',
  'zh',
] as const

/** Whether someone at `level` can do what asks for `asked`. */
export function isAtLeast(level: string, asked: string): boolean {
  return LANGUAGE_LEVELS.indexOf(level as LanguageLevel) >= LANGUAGE_LEVELS.indexOf(asked as LanguageLevel)
}

const checked = () => z.stringbool({ truthy: ['on', 'true'], falsy: ['off', 'false', ''] }).default(false)

const LanguageRow = z.object({
  language: z.string().regex(/^[a-z]{2}$/, { error: 'errors:choice' }),
  level: z.enum(LANGUAGE_LEVELS),
})

const details = {
  name: text(120),
  email: optionalEmail(),
  phone: optionalText(40),
  street: optionalText(120),
  municipality: optionalText(60),
  language: z.enum(['fi', 'sv', 'en']),
  nonDisclosure: checked(),
  headline: optionalText(120),
  about: optionalText(1200),
  goal: optionalText(600),
  forms: choices(WORK_FORMS),
  worksIn: optionalText(300),
  remote: checked(),
  availableFrom: optionalDay(),
  referredBy: optionalText(160),
  referredOn: optionalDay(),
  euraStartedOn: optionalDay(),
  euraEndedOn: optionalDay(),
  languages: z.array(LanguageRow).max(12).default([]),
}

type TextsOfPerson = {
  nonDisclosure: boolean
  municipality?: string
  street?: string
  headline?: string
  about?: string
  worksIn?: string
}

/** Under non-disclosure for safety, what others than the coach read may not say where the person lives. */
function checkPlaces(person: TextsOfPerson, context: z.RefinementCtx): void {
  if (!person.nonDisclosure) return
  const stems = [person.municipality, person.street].flatMap((place) =>
    place ? [place.toLowerCase().slice(0, Math.max(4, place.length - 3))] : [],
  )
  for (const field of ['headline', 'about', 'worksIn'] as const) {
    const text = person[field]?.toLowerCase() ?? ''
    if (stems.some((stem) => text.includes(stem)))
      context.addIssue({ code: 'custom', path: [field], message: 'candidates:tells_place' })
  }
}

const newDetails = z.object({
  ...details,
  /** The person's data were erased once, and the person has come back. */
  cameBack: checked(),
})
export const NewCandidateForm = newDetails.superRefine(checkPlaces)
export const CandidateForm = z.object({ ...details, version: version() }).superRefine(checkPlaces)
export type NewCandidate = z.output<typeof NewCandidateForm>
export type CandidateDetails = Omit<NewCandidate, 'cameBack'>

export const NOTE_CHANNELS = ['meeting', 'phone', 'email', 'chat', 'online'] as const
export const NoteForm = z
  .object({
    channel: z.enum(NOTE_CHANNELS),
    happenedOn: day(),
    minutes: z.coerce.number().int().min(1).max(1440).optional(),
    notReached: checked(),
    body: longText(4000),
    restricted: checked(),
    ...nextStepFields,
  })
  .superRefine(checkNextStep)
export type Note = z.output<typeof NoteForm>

export const END_REASONS = [
  'work',
  'studies',
  'other_service',
  'moved',
  'own_wish',
  'dropped_out',
  'other',
] as const
/** How it ended beside the goal set at the start: a clearer goal may be a success too. */
export const GOAL_OUTCOMES = ['reached', 'partly', 'changed', 'not_reached', 'no_goal'] as const
/** Whoever sent a person is told that it has ended; some came by themselves. */
export const HAND_BACKS = ['handed_back', 'not_referred'] as const
export const EndForm = z
  .object({
    reason: z.enum(END_REASONS),
    goalOutcome: z.enum(GOAL_OUTCOMES),
    comparison: optionalText(1000),
    handBack: z.enum(HAND_BACKS),
    handedBackTo: optionalText(160),
    handedBackOn: optionalDay(),
    version: version(),
  })
  .superRefine((end, context) => {
    if (end.handBack === 'not_referred') return
    for (const field of ['handedBackTo', 'handedBackOn'] as const)
      if (!end[field]) context.addIssue({ code: 'custom', path: [field], message: 'errors:required' })
  })
export type CandidacyEnd = z.output<typeof EndForm>

/** 'Espoo, Helsinki' as a list of places. */
export function placesOf(words: string | undefined): string[] {
  return (words ?? '')
    .split(/[,;]/)
    .map((place) => place.trim())
    .filter(Boolean)
    .slice(0, 20)
}
