import type { Stage } from '~/companies/stage'
import { instantOf } from '~/platform/dates'

/** What can come of a call, in the order the caller meets them: nobody reached, not yet, no, yes. */
export const callOutcomes = [
  'no_answer',
  'busy',
  'wrong_number',
  'wrong_person',
  'callback',
  'interested',
  'joins_now',
  'no_need_now',
  'not_interested',
  'already_in_talks',
  'asked_no_more_contact',
] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** Outcomes by which somebody of the company was spoken with. */
export const reachedOutcomes = [
  'wrong_person',
  'callback',
  'interested',
  'joins_now',
  'no_need_now',
  'not_interested',
  'already_in_talks',
  'asked_no_more_contact',
] as const satisfies readonly CallOutcome[]

export const positiveOutcomes = ['interested', 'joins_now'] as const satisfies readonly CallOutcome[]

export const refusalReasons = [
  'not_recruiting',
  'no_time',
  'no_benefit',
  'own_channels',
  'bad_experience',
  'other',
] as const

export const difficulties = ['yes', 'some', 'no'] as const
export const refusalChannels = ['all', 'phone', 'email'] as const

/** The stage an outcome speaks for; `stageAfter` says where the company then stands. */
export const stageOfOutcome: Record<CallOutcome, Stage> = {
  no_answer: 'contacting',
  busy: 'contacting',
  wrong_number: 'contacting',
  wrong_person: 'contacting',
  callback: 'contacting',
  interested: 'interested',
  joins_now: 'joined',
  no_need_now: 'not_now',
  not_interested: 'declined',
  already_in_talks: 'contacting',
  asked_no_more_contact: 'do_not_contact',
}

export const isPositive = (outcome: CallOutcome) => (positiveOutcomes as readonly string[]).includes(outcome)

export const isReached = (outcome: CallOutcome) => (reachedOutcomes as readonly string[]).includes(outcome)

/** The parts of the form that belong to an outcome; the others are not read. */
export const partsOf = {
  callback: (outcome: CallOutcome) => outcome === 'callback',
  refusal: (outcome: CallOutcome) => outcome === 'not_interested',
  until: (outcome: CallOutcome) => outcome === 'no_need_now',
  person: (outcome: CallOutcome) =>
    outcome === 'wrong_person' || outcome === 'wrong_number' || isPositive(outcome),
  answers: isPositive,
  noMoreContact: (outcome: CallOutcome) => outcome === 'asked_no_more_contact',
} satisfies Record<string, (outcome: CallOutcome) => boolean>

/** What the task of the company does next after an outcome. */
type TaskMove =
  | { to: 'done'; reason: CallOutcome | 'max_attempts' }
  | { to: 'queued'; inHours: number }
  | { to: 'callback'; at: Date; forCaller: boolean }

/** `attempts` counts this one. A company nobody answers at is tried again until the campaign's limit. */
export function moveOfTask(
  form: { outcome: CallOutcome; callbackAt?: string; anyCaller: boolean; personName?: string },
  task: { attempts: number },
  campaign: { maxAttempts: number; retryHours: number },
): TaskMove {
  const { outcome } = form
  switch (outcome) {
    case 'no_answer':
    case 'busy':
      return task.attempts >= campaign.maxAttempts
        ? { to: 'done', reason: 'max_attempts' }
        : { to: 'queued', inHours: campaign.retryHours }
    case 'callback':
      return { to: 'callback', at: instantOf(form.callbackAt ?? ''), forCaller: !form.anyCaller }
    case 'wrong_person':
      return { to: 'callback', at: new Date(), forCaller: true }
    case 'wrong_number':
      return form.personName
        ? { to: 'callback', at: new Date(), forCaller: true }
        : { to: 'done', reason: outcome }
    default:
      return { to: 'done', reason: outcome }
  }
}
