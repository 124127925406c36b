import { type CallOutcome, isPositive, isReached } from './call-outcome'

/** What an outcome sets going, said before it is chosen. `of` is a number the wording speaks of. */
type OutcomeEffect =
  | 'retry'
  | 'last_try'
  | 'callback'
  | 'right_person'
  | 'leaves_queue'
  | 'rest'
  | 'task'
  | 'need'
  | 'meeting'
  | 'comes_back'
  | 'ban'
export type EffectSaid = { effect: OutcomeEffect; count?: number; of?: number }

/** The liaison is given this long to go on with a company that was interested and named no day. */
export const followUp = { days: 3 }

/** What the effects of an outcome depend on; `attempts` counts the calls before this one. */
export type CallTries = { attempts: number; maxAttempts: number; retryHours: number; restDays: number }

/** Agrees with `moveOfTask` and `logCallOutcome`. */
export function effectsOf(outcome: CallOutcome, call: CallTries): EffectSaid[] {
  const rest: EffectSaid[] = isReached(outcome) ? [{ effect: 'rest', count: call.restDays }] : []
  switch (outcome) {
    case 'no_answer':
    case 'busy':
      return call.attempts + 1 >= call.maxAttempts
        ? [{ effect: 'last_try', count: call.maxAttempts }]
        : [{ effect: 'retry', count: call.retryHours, of: call.maxAttempts - call.attempts - 1 }]
    case 'wrong_number':
      return [{ effect: 'leaves_queue' }]
    case 'wrong_person':
      return [{ effect: 'right_person' }]
    case 'callback':
      return [{ effect: 'callback' }]
    case 'asked_no_more_contact':
      return [{ effect: 'ban' }]
    case 'no_need_now':
      return [{ effect: 'comes_back' }, ...rest]
    default:
      return isPositive(outcome)
        ? [{ effect: 'task', count: followUp.days }, { effect: 'need' }, { effect: 'meeting' }]
        : [{ effect: 'leaves_queue' }, ...rest]
  }
}
