import type { Stage } from './stage'

/** The way from a name on a list to a partner, in order. */
const progress = [
  'identified',
  'contacting',
  'interested',
  'meeting_agreed',
  'needs_known',
  'joined',
  'active',
] as const satisfies readonly Stage[]

/** Why a company takes part, as it says itself. */
export const motives = [
  'find_talent',
  'social_responsibility',
  'try_before_hire',
  'train_staff',
  'growth',
  'other',
] as const
export type Motive = (typeof motives)[number]

const stepOf = (stage: Stage) => (progress as readonly string[]).indexOf(stage)
const partner = stepOf('joined')
const interested = stepOf('interested')

/** Whether a company at this stage has come to a step of the way or past it; those aside have not. */
export function hasReached(stage: Stage, step: (typeof progress)[number]): boolean {
  return stepOf(stage) >= stepOf(step)
}

/**
 * The stage after something happened that speaks for `wanted`. A company never falls back on its way; a no or a
 * not now does not end a partnership that runs; only a positive answer brings a company back from aside; a wish
 * not to be contacted always holds.
 */
export function stageAfter(current: Stage, wanted: Stage): Stage {
  if (wanted === 'do_not_contact') return wanted
  const from = stepOf(current)
  const to = stepOf(wanted)
  if (to < 0) return from >= partner ? current : wanted
  if (from < 0) return to >= interested ? wanted : current
  return to > from ? wanted : current
}
