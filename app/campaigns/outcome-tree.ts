import { type CallOutcome, difficulties, refusalChannels, refusalReasons } from './call-outcome'

/** The first question after a call: was anybody reached, and what did they say? */
export const outcomeGroups = [
  { name: 'not_reached', outcomes: ['no_answer', 'busy', 'wrong_number'] },
  { name: 'not_yet', outcomes: ['callback', 'wrong_person'] },
  { name: 'yes', outcomes: ['interested', 'joins_now'] },
  {
    name: 'no',
    outcomes: ['no_need_now', 'not_interested', 'already_in_talks', 'asked_no_more_contact'],
  },
] as const satisfies { name: string; outcomes: readonly CallOutcome[] }[]
type OutcomeGroup = (typeof outcomeGroups)[number]['name']

/** When to call back, in words a key can choose; a day and time of one's own is typed instead. */
export const callbackTimes = ['two_hours', 'tomorrow', 'next_week'] as const
/** Months until a company that needs nobody now is asked again. */
export const untilMonths = ['3', '6', '12'] as const

/** The one thing an outcome still asks that a key can answer, and the field it is kept in. */
export const detailOf: Partial<Record<CallOutcome, { field: string; values: readonly string[] }>> = {
  callback: { field: 'callbackIn', values: callbackTimes },
  no_need_now: { field: 'untilIn', values: untilMonths },
  not_interested: { field: 'refusalReason', values: refusalReasons },
  interested: { field: 'recruitingDifficulty', values: difficulties },
  joins_now: { field: 'recruitingDifficulty', values: difficulties },
  asked_no_more_contact: { field: 'channel', values: refusalChannels },
}

/** How far the caller has come: a group, an outcome in it, the detail of the outcome. */
export type OutcomePath = { group?: OutcomeGroup; outcome?: CallOutcome; detail?: string }

/** Where an outcome stands in the tree. */
export function pathTo(outcome: CallOutcome): OutcomePath {
  const group = outcomeGroups.find(({ outcomes }) => (outcomes as readonly CallOutcome[]).includes(outcome))
  return { group: group?.name, outcome }
}

/**
 * The path after a key: 1 to 9 choose among what is shown, 0 and Backspace go one step back. Undefined when the key
 * means nothing here.
 */
export function stepBy(key: string, path: OutcomePath): OutcomePath | undefined {
  if (key === '0' || key === 'Backspace') {
    if (path.detail !== undefined) return { group: path.group, outcome: path.outcome }
    if (path.outcome) return { group: path.group }
    return path.group ? {} : undefined
  }
  if (!/^[1-9]$/.test(key)) return undefined
  const nth = Number(key) - 1
  if (path.outcome) {
    const detail = detailOf[path.outcome]?.values[nth]
    return detail === undefined ? undefined : { ...path, detail }
  }
  const group = outcomeGroups.find(({ name }) => name === path.group)
  if (group) {
    const outcome = group.outcomes[nth]
    return outcome && { group: group.name, outcome }
  }
  const chosen = outcomeGroups[nth]
  return chosen && { group: chosen.name }
}
