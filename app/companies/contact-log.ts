import { z } from 'zod'
import { today } from '~/platform/dates'
import { localTime, optionalText, text } from '~/platform/fields'

/** By what means somebody was in touch outside of this service; the others write their own lines. */
export const loggedChannels = ['call', 'email', 'sms', 'meeting', 'other'] as const

/** A contact that came about elsewhere: a call from one's own phone, a talk at a fair. */
export const ContactLogForm = z.object({
  channel: z.enum(loggedChannels),
  reached: z.enum(['yes', 'no']),
  at: localTime().refine((at) => at.slice(0, 10) <= today(), { error: 'errors:moment' }),
  roundId: z.uuid().optional(),
  note: optionalText(300),
})
export type ContactLogForm = z.output<typeof ContactLogForm>

/** Why a company is contacted although it should rest. */
export const ContactReasonForm = z.object({ reason: text(500) })

export const CooldownForm = z.object({ days: z.coerce.number().int().min(0).max(365) })
