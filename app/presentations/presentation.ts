import { z } from 'zod'
import { SHARING_TIERS } from '~/candidates/consent'
import { day, longText, optionalText, text } from '~/platform/fields'

/**
 * How a presentation stands at this moment. 'revoked', 'expired' and 'closed' follow from the consent, the block,
 * the person, the contact, the need and the day at every read; the other three are what the employer has done.
 */
export const STANDINGS = ['sent', 'viewed', 'answered', 'expired', 'revoked', 'closed'] as const
export type Standing = (typeof STANDINGS)[number]
/** Standings in which the employer sees the profile. */
const OPEN_STANDINGS = ['sent', 'viewed', 'answered'] as const satisfies readonly Standing[]

export function isOpen(standing: string): boolean {
  return (OPEN_STANDINGS as readonly string[]).includes(standing)
}

export const ANSWERS = ['interested', 'not_now', 'tell_me_more'] as const
export type Answer = (typeof ANSWERS)[number]

/** What an employer may tick beside each answer. */
const ANSWER_REASONS = {
  interested: ['meet', 'work_trial', 'commission', 'hire', 'name_and_cv'],
  not_now: ['skills', 'language', 'place', 'timing', 'filled', 'no_budget', 'other'],
  tell_me_more: ['skills', 'experience', 'language', 'practical', 'support'],
} as const satisfies Record<Answer, readonly string[]>
const ALL_REASONS = [...new Set(Object.values(ANSWER_REASONS).flat())] as [string, ...string[]]

export function reasonsFor(answer: string | null): readonly string[] {
  return ANSWERS.find((one) => one === answer) ? ANSWER_REASONS[answer as Answer] : []
}

export const AnswerForm = z.object({ answer: z.enum(ANSWERS) })
export const AnswerReasonsForm = z.object({
  reasons: z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(z.enum(ALL_REASONS)),
  ),
  comment: optionalText(1000),
})

/** An employer sees a profile for this long, unless the consent ends before. */
export const SHOWN_DAYS = 30
export const LONGEST_SHOWN_DAYS = 90

export const NewPresentationForm = z
  .object({
    candidateId: z.uuid(),
    companyId: z.uuid(),
    needId: z.uuid().optional(),
    contactId: z.uuid(),
    tier: z.enum(SHARING_TIERS),
    cvId: z.uuid().optional(),
    expiresOn: day(),
    message: optionalText(600),
    /** Why somebody under non-disclosure for safety is shown after all. */
    secondLook: optionalText(300),
    /** Why this person comes before others of the list who could be shown. */
    outOfOrder: optionalText(300),
    /** The profile as it stood in the preview; another one is not sent unseen. */
    profileSha256: z.string().length(64),
  })
  .superRefine((form, context) => {
    if (form.tier === 'T2' && !form.cvId)
      context.addIssue({ code: 'custom', path: ['cvId'], message: 'errors:required' })
  })
export type NewPresentation = z.output<typeof NewPresentationForm>

export const PlanAnswerForm = z.object({
  answer: z.enum(['accepted', 'declined']),
  reason: optionalText(400),
})

const PLAN_STANDINGS = ['waiting', 'accepted', 'declined', 'cancelled', 'sent'] as const
export type PlanStanding = (typeof PLAN_STANDINGS)[number]

/** Where a planned presentation stands: with the person, with the house, or done with. */
export function planStanding(plan: {
  answer: string | null
  cancelledAt: Date | null
  presentationId: string | null
}): PlanStanding {
  if (plan.presentationId) return 'sent'
  if (plan.cancelledAt) return 'cancelled'
  return plan.answer === 'accepted' || plan.answer === 'declined' ? plan.answer : 'waiting'
}

export const EndPresentationForm = z.object({ reason: text(300) })
export const ReleaseForm = z.object({ text: longText(1000) })

/** What staff and the employer call a presentation when they talk: no candidate's number, nothing to count. */
export function profileReference(presentationId: string): string {
  return presentationId.slice(-4).toUpperCase()
}
