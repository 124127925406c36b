/** How far a company has come in a round, in the order of the work; the last four are ways out. */
export const stages = [
  'identified',
  'contacting',
  'interested',
  'meeting_agreed',
  'needs_known',
  'joined',
  'active',
  'dormant',
  'ended',
  'not_now',
  'declined',
  'do_not_contact',
  'unsuitable',
] as const

export type Stage = (typeof stages)[number]

/** Companies that have said that they are interested and have not turned away since. */
export const interestedStages = [
  'interested',
  'meeting_agreed',
  'needs_known',
  'joined',
  'active',
] as const satisfies Stage[]

/** Companies that have said no: nothing speaks for calling them before a new round begins with them. */
export const refusedStages = ['declined', 'do_not_contact'] as const satisfies Stage[]
