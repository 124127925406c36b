import { z } from 'zod'
import { plusMonths } from '~/platform/dates'
import { day, longText, optionalText } from '~/platform/fields'

/** What a person may ask of the register (GDPR 15-17). */
export const REQUEST_KINDS = ['copy', 'correction', 'erasure', 'other'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]
/** How a request reached the house when staff write it down. */
export const REQUEST_WAYS = ['letter', 'meeting', 'phone'] as const
export const OUTCOMES = ['done', 'partly', 'refused'] as const

/** GDPR 12(3): an answer within a month, within three where it is complicated and the person is told why. */
export const dueOn = (receivedOn: string) => plusMonths(receivedOn, 1)
export const latestOn = (receivedOn: string) => plusMonths(receivedOn, 3)

const words = () => optionalText(2000)
const needsWords = (form: { kind: RequestKind; words?: string }, context: z.RefinementCtx) => {
  if ((form.kind === 'correction' || form.kind === 'other') && !form.words)
    context.addIssue({ code: 'custom', path: ['words'], message: 'errors:required' })
}

export const OwnRequestForm = z
  .object({ kind: z.enum(REQUEST_KINDS), words: words() })
  .superRefine(needsWords)
export const RecordedRequestForm = z
  .object({ kind: z.enum(REQUEST_KINDS), words: words(), how: z.enum(REQUEST_WAYS), receivedOn: day() })
  .superRefine(needsWords)
export const RequestAnswerForm = z.object({ outcome: z.enum(OUTCOMES), answer: longText(2000) })
export const ExtensionForm = z.object({ until: day(), reason: longText(500) })
export const ErasureForm = z.object({ reason: longText(500), number: z.string().trim() })

export type RequestStanding = 'answered' | 'overdue' | 'extended' | 'open'

/** Where a request stands on a day ('YYYY-MM-DD'). */
export function requestStanding(
  request: { answeredAt: Date | null; dueOn: string; extendedUntil: string | null },
  on: string,
): RequestStanding {
  if (request.answeredAt) return 'answered'
  if ((request.extendedUntil ?? request.dueOn) < on) return 'overdue'
  return request.extendedUntil ? 'extended' : 'open'
}
