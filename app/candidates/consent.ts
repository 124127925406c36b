import { z } from 'zod'
import { plusMonths } from '~/platform/dates'
import { day, optionalDay, optionalText, text } from '~/platform/fields'

/** T1: de-identified profile to a named company or round. T2: identified CV to a named company (380/2023 118 §). */
export const SHARING_TIERS = ['T1', 'T2'] as const
export type SharingTier = (typeof SHARING_TIERS)[number]
export const CONSENT_WAYS = ['paper', 'meeting', 'online'] as const
/** A consent is asked again after this; nobody's old yes is used for ever. */
export const LONGEST_CONSENT_MONTHS = 12

/** Whom an answer is about: 'company:<id>' or 'round:<id>'. */
export const CONSENT_SCOPE = /^(company|round):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export const ConsentForm = z
  .object({
    tier: z.enum(SHARING_TIERS),
    scope: z.string().regex(CONSENT_SCOPE, { error: 'errors:choice' }),
    answer: z.enum(['given', 'refused']),
    how: z.enum(CONSENT_WAYS),
    answeredOn: day(),
    expiresOn: optionalDay(),
  })
  .superRefine((form, context) => {
    if (form.answer === 'given' && !form.expiresOn)
      context.addIssue({ code: 'custom', path: ['expiresOn'], message: 'errors:required' })
    if (form.expiresOn && form.expiresOn <= form.answeredOn)
      context.addIssue({ code: 'custom', path: ['expiresOn'], message: 'errors:ends_before_start' })
    if (form.expiresOn && form.expiresOn > plusMonths(form.answeredOn, LONGEST_CONSENT_MONTHS))
      context.addIssue({ code: 'custom', path: ['expiresOn'], message: 'candidates:consent.too_long' })
    // An identified CV goes to a company the person has named, never to a whole round.
    if (form.tier === 'T2' && !form.scope.startsWith('company:'))
      context.addIssue({ code: 'custom', path: ['scope'], message: 'candidates:consent.t2_needs_company' })
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
