import { z } from 'zod'
import { plusMonths } from '~/platform/dates'
import { day, longText, optionalDay, optionalText, text } from '~/platform/fields'

/** T1: de-identified profile to a named company or round. T2: identified CV to a named company (380/2023 118 §). */
export const SHARING_TIERS = ['T1', 'T2'] as const
export type SharingTier = (typeof SHARING_TIERS)[number]
/**
 * What a person can allow besides being shown: T3 one item about health to a named company for a named purpose
 * (118 § 3), T4 contact after the service, T5 telling of the experience in public, T6 a reference or certificate.
 */
export const CONSENT_TIERS = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'] as const
export type ConsentTier = (typeof CONSENT_TIERS)[number]
/** About whom each tier is asked; nobody stands for the house itself. */
const SCOPES: Record<ConsentTier, readonly ('company' | 'round' | 'nobody')[]> = {
  T1: ['company', 'round'],
  T2: ['company'],
  T3: ['company'],
  T4: ['nobody'],
  T5: ['nobody'],
  T6: ['company'],
}

/** How staff record an answer; online the person answers alone. */
export const STAFF_WAYS = ['paper', 'meeting'] as const
/** Why somebody who has said no is asked or answers again. */
export const REOPENINGS = ['person', 'need'] as const
export type Reopening = (typeof REOPENINGS)[number]
/** A consent that ends within this is worth a question. */
export const RUNS_OUT_WITHIN = { days: 30 }
/** A consent is asked again after this; nobody's old yes is used for ever. */
export const LONGEST_CONSENT_MONTHS = 12

/** Whom an answer is about: 'company:<id>' or 'round:<id>'. */
export const CONSENT_SCOPE = /^(company|round):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The question itself: what is allowed, to whom, and for the tiers that ask for it, what and for what exactly. */
const question = {
  tier: z.enum(CONSENT_TIERS),
  scope: z.string().regex(CONSENT_SCOPE, { error: 'errors:choice' }).optional(),
  item: optionalText(300),
  purpose: optionalText(300),
}
type Question = z.output<z.ZodObject<typeof question>>

function checkQuestion({ tier, scope, item, purpose }: Question, context: z.RefinementCtx): void {
  const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  const asked = scope ? (scope.startsWith('company:') ? 'company' : 'round') : 'nobody'
  if (!SCOPES[tier].includes(asked)) {
    if (asked === 'nobody') issue('scope', 'errors:required')
    else if (asked === 'round') issue('scope', 'consents:t2_needs_company')
    else issue('scope', 'consents:needs_nobody')
  }
  if (tier === 'T3' && !item) issue('item', 'errors:required')
  if (tier === 'T3' && !purpose) issue('purpose', 'errors:required')
}

/** Whoever may say yes has to know for what; no is no to every purpose. */
function checkPurpose({ tier, purpose }: Pick<Question, 'tier' | 'purpose'>, context: z.RefinementCtx): void {
  if (tier === 'T5' && !purpose)
    context.addIssue({ code: 'custom', path: ['purpose'], message: 'errors:required' })
}

export const QuestionForm = z
  .object({ ...question, because: z.enum(['first', ...REOPENINGS]).default('first') })
  .superRefine(checkQuestion)
  .superRefine(checkPurpose)

export const ConsentForm = z
  .object({
    ...question,
    answer: z.enum(['given', 'refused']),
    how: z.enum(STAFF_WAYS),
    readAloud: z.stringbool({ truthy: ['on'], falsy: ['', 'off'] }).default(false),
    answeredOn: day(),
    expiresOn: optionalDay(),
    reopenedBecause: z.enum(REOPENINGS).optional(),
  })
  .superRefine(checkQuestion)
  .superRefine((form, context) => {
    if (form.answer === 'given') checkPurpose(form, context)
    if (form.how === 'meeting' && form.answer === 'given' && !form.readAloud)
      context.addIssue({ code: 'custom', path: ['readAloud'], message: 'consents:not_read_aloud' })
    if (form.answer === 'given' && !form.expiresOn)
      context.addIssue({ code: 'custom', path: ['expiresOn'], message: 'errors:required' })
    if (form.expiresOn && form.expiresOn <= form.answeredOn)
      context.addIssue({ code: 'custom', path: ['expiresOn'], message: 'errors:ends_before_start' })
    if (form.expiresOn && form.expiresOn > plusMonths(form.answeredOn, LONGEST_CONSENT_MONTHS))
      context.addIssue({ code: 'custom', path: ['expiresOn'], message: 'consents:too_long' })
  })

/** Months a person may choose between when answering alone; the middle one is offered. */
export const ONLINE_MONTHS = ['3', '6', '12'] as const
export const OnlineAnswerForm = z
  .object({ answer: z.enum(['given', 'refused']), months: z.enum(ONLINE_MONTHS).optional() })
  .superRefine((form, context) => {
    if (form.answer === 'given' && !form.months)
      context.addIssue({ code: 'custom', path: ['months'], message: 'errors:required' })
  })

const textOfVersion = () => longText(3000)
export const ConsentTextForm = z.object({
  tier: z.enum(CONSENT_TIERS),
  fi: textOfVersion(),
  sv: textOfVersion(),
  en: textOfVersion(),
  validFrom: day(),
})

export const WithdrawalForm = z.object({ reason: optionalText(400) })
export const BlockForm = z.object({ company: text(160), reason: optionalText(300) })

export type ConsentRecord = {
  id: string
  tier: string
  companyId: string | null
  roundId: string | null
  answer: string
  expiresOn: string | null
  withdrawnAt: Date | null
  supersededAt: Date | null
}

export type ConsentState =
  | { state: 'given'; consentId: string; expiresOn: string }
  | { state: 'not_asked' | 'refused' | 'withdrawn' | 'expired' | 'blocked' }

/**
 * Whether a person's answers allow showing `tier` to a company on a day ('YYYY-MM-DD'). An answer about the company
 * itself outweighs one about the round; a T2 consent also covers the T1 profile; a block outweighs everything.
 * `consents` are one person's, newest first.
 */
export function consentState(
  consents: readonly ConsentRecord[],
  asked: { tier: SharingTier; companyId: string; roundId: string | null; on: string; blocked: boolean },
): ConsentState {
  if (asked.blocked) return { state: 'blocked' }
  const current = consents.filter((consent) => consent.supersededAt === null)
  const aboutCompany = current.filter((consent) => consent.companyId === asked.companyId)
  const aboutRound = current.filter(
    (consent) => consent.companyId === null && consent.roundId !== null && consent.roundId === asked.roundId,
  )
  const aboutTier = (answers: readonly ConsentRecord[]) =>
    answers.find((consent) => consent.tier === asked.tier)
  const inForce = (answers: readonly ConsentRecord[]) =>
    answers
      .filter((consent) => consent.tier === asked.tier || (asked.tier === 'T1' && consent.tier === 'T2'))
      .find((consent) => isInForce(consent, asked.on))

  const ownAnswer = aboutTier(aboutCompany)
  if (ownAnswer?.answer === 'refused') return { state: 'refused' }
  const given = inForce(aboutCompany) ?? (ownAnswer?.withdrawnAt ? undefined : inForce(aboutRound))
  if (given?.expiresOn) return { state: 'given', consentId: given.id, expiresOn: given.expiresOn }
  const nearest = ownAnswer ?? aboutTier(aboutRound)
  if (!nearest) return { state: 'not_asked' }
  if (nearest.answer === 'refused') return { state: 'refused' }
  return { state: nearest.withdrawnAt ? 'withdrawn' : 'expired' }
}

const CONSENT_STANDINGS = ['given', 'refused', 'withdrawn', 'expired', 'superseded'] as const
export type ConsentStanding = (typeof CONSENT_STANDINGS)[number]

/** How one answer stands on a day ('YYYY-MM-DD'). */
export function standingOf(
  consent: Omit<ConsentRecord, 'id' | 'tier' | 'companyId' | 'roundId'>,
  on: string,
): ConsentStanding {
  if (consent.withdrawnAt) return 'withdrawn'
  if (consent.supersededAt) return 'superseded'
  if (consent.answer === 'refused') return 'refused'
  return isInForce(consent, on) ? 'given' : 'expired'
}

/** A given consent that is neither withdrawn, replaced nor past its last day. */
export function isInForce(
  consent: Omit<ConsentRecord, 'id' | 'tier' | 'companyId' | 'roundId'>,
  on: string,
): boolean {
  return (
    consent.answer === 'given' &&
    consent.withdrawnAt === null &&
    consent.supersededAt === null &&
    consent.expiresOn !== null &&
    consent.expiresOn >= on
  )
}
