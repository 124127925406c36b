import { z } from 'zod'
import { today } from '~/platform/dates'
import { day, email, optionalDay, optionalText, text, version } from '~/platform/fields'
import { LANGUAGES } from '~/texts/text-keys'
import { campaignKinds, listStates } from './campaign'

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

const shape = {
  name: text(150),
  kind: z.enum(campaignKinds),
  goal: optionalText(2000),
  startsOn: optionalDay(),
  endsOn: optionalDay(),
  maxAttempts: whole(1, 20),
  retryHours: whole(1, 720),
  leaseMinutes: whole(5, 240),
  /** Days a recording is kept; nothing where calls are not recorded. */
  recordingKeptDays: whole(1, 3650).optional(),
}

function checkCampaign(form: { startsOn?: string; endsOn?: string }, context: z.RefinementCtx) {
  if (form.startsOn && form.endsOn && form.endsOn < form.startsOn)
    context.addIssue({ code: 'custom', path: ['endsOn'], message: 'errors:ends_before_start' })
}

export const CampaignForm = z
  .object({ ...shape, roundId: z.uuid(), sourceListId: z.uuid() })
  .superRefine(checkCampaign)
export type CampaignForm = z.output<typeof CampaignForm>

export const CampaignChangeForm = z.object({ ...shape, version: version() }).superRefine(checkCampaign)
export type CampaignChangeForm = z.output<typeof CampaignChangeForm>

/** A decision about chosen companies, or about all that the filters on the page leave. */
export const DecisionForm = z
  .object({
    decision: z.enum(['include', 'exclude', 'clear']),
    reason: optionalText(300),
    scope: z.enum(['chosen', 'all']).default('chosen'),
    companyIds: z.preprocess(
      (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
      z.array(z.uuid()).max(200),
    ),
    q: optionalText(100),
    state: z.enum(listStates).optional(),
    keyword: optionalText(60),
  })
  .superRefine((form, context) => {
    if (form.decision === 'exclude' && !form.reason)
      context.addIssue({ code: 'custom', path: ['reason'], message: 'campaigns:error.exclude_reason' })
    if (form.scope === 'chosen' && form.companyIds.length === 0)
      context.addIssue({ code: 'custom', path: ['scope'], message: 'campaigns:error.none_chosen' })
  })
export type DecisionForm = z.output<typeof DecisionForm>

export const WithdrawalForm = z.object({ reason: text(300) })
export const CallerForm = z.object({ userId: z.uuid() })
/** An external caller: the account ends with the last day. */
export const CallerInvitationForm = z.object({
  name: text(),
  email: email(),
  organisation: text(200),
  language: z.enum(LANGUAGES),
  expiresOn: day().refine((last) => last >= today(), { error: 'campaigns:error.past' }),
})
