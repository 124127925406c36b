import { z } from 'zod'
import { choices, text, version } from '~/platform/fields'

export const callWeekdays = ['1', '2', '3', '4', '5', '6', '7'] as const

const time = (shape: RegExp) => z.string().trim().regex(shape, { error: 'queue:error.time' })

/** When a campaign calls, in Finnish time, and how many of a hundred calls are second tries. */
export const QueueForm = z
  .object({
    callsFrom: time(/^([01]\d|2[0-3]):[0-5]\d$/),
    callsUntil: time(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
    callWeekdays: choices(callWeekdays).pipe(z.array(z.enum(callWeekdays)).min(1)),
    callsOnHolidays: z.stringbool().default(false),
    retryShare: z.coerce.number().int().min(0).max(100),
    version: version(),
  })
  .refine((form) => form.callsFrom < form.callsUntil, { path: ['callsUntil'], error: 'queue:error.hours' })
export type QueueForm = z.output<typeof QueueForm>

export const ExceptionForm = z.object({ reason: text(500) })
