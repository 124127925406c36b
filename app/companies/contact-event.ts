/** By what means a company and the house met. */
const contactChannels = [
  'call',
  'email',
  'sms',
  'meeting',
  'presentation',
  'portal',
  'survey',
  'other',
] as const
export type ContactChannel = (typeof contactChannels)[number]

/** A company somebody was in touch with is left in peace by everybody else this long, unless the setting says otherwise. */
export const usualCooldown = { days: 30 }

/** After a try that nobody answered another campaign waits this long. */
export const restAfterTry = { hours: 20 }
