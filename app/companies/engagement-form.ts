import { z } from 'zod'
import { choices, optionalDay, optionalText, version } from '~/platform/fields'
import { motives } from './engagement'
import { stages } from './stage'

/** A company's part in a round as people write it. */
export const EngagementForm = z
  .object({
    stage: z.enum(stages),
    returningPartner: z.stringbool().default(false),
    motives: choices(motives),
    promised: optionalText(1000),
    nextAction: optionalText(300),
    nextActionOn: optionalDay(),
    reason: optionalText(500),
    version: version().optional(),
  })
  .superRefine((form, context) => {
    if (['declined', 'unsuitable', 'ended'].includes(form.stage) && !form.reason)
      context.addIssue({ code: 'custom', path: ['reason'], message: 'errors:required' })
    if (form.stage === 'not_now' && !form.nextActionOn)
      context.addIssue({ code: 'custom', path: ['nextActionOn'], message: 'errors:required' })
    if (Boolean(form.nextAction) !== Boolean(form.nextActionOn) && form.stage !== 'not_now')
      context.addIssue({
        code: 'custom',
        path: [form.nextAction ? 'nextActionOn' : 'nextAction'],
        message: 'errors:required',
      })
  })
export type EngagementForm = z.output<typeof EngagementForm>
