import { z } from 'zod'
import { instantOf } from '~/platform/dates'
import { localTime, optionalText } from '~/platform/fields'

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

const clock = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'errors:moment' })

/** A day with neither time is not offered. `version` 0 is a calendar that is not kept yet. */
export const HostCalendarForm = z
  .object({
    hours: z.array(
      z.object({
        weekday: z.coerce.number().int().min(1).max(7),
        opens: clock().optional(),
        closes: clock().optional(),
      }),
    ),
    minutesLong: z.coerce.number().int().min(15).max(240),
    bufferMinutes: z.coerce.number().int().min(0).max(120),
    noticeHours: z.coerce.number().int().min(0).max(336),
    place: optionalText(200),
    link: z.url({ protocol: /^https$/ }).optional(),
    version: z.coerce.number().int().min(0),
  })
  .superRefine(({ hours }, context) => {
    hours.forEach(({ opens, closes }, index) => {
      if (Boolean(opens) !== Boolean(closes))
        context.addIssue({
          code: 'custom',
          path: ['hours', index, opens ? 'closes' : 'opens'],
          message: 'errors:required',
        })
      else if (opens && closes && opens >= closes)
        context.addIssue({ code: 'custom', path: ['hours', index, 'closes'], message: 'queue:error.hours' })
    })
  })
export type HostCalendarForm = z.output<typeof HostCalendarForm>

export const HOST_TIME_KINDS = ['busy', 'open'] as const

export const HostTimeForm = z
  .object({
    kind: z.enum(HOST_TIME_KINDS),
    startsAt: localTime(),
    endsAt: localTime(),
    note: optionalText(100),
  })
  .refine((form) => instantOf(form.startsAt) < instantOf(form.endsAt), {
    path: ['endsAt'],
    error: 'booking:error.ends_before',
  })
export type HostTimeForm = z.output<typeof HostTimeForm>
