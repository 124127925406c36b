import type { Viewer } from '~/auth/viewer.server'
import type { SharingTier } from '~/candidates/consent'
import { consentStates } from '~/candidates/consent-states.server'
import { recordConsentAnswer } from '~/candidates/consents.server'
import { today } from '~/platform/dates'
import type { Trx } from '~/platform/db.server'
import { answerPlan } from '~/presentations/plans.server'

type OwnPlan = {
  id: string
  candidateId: string
  companyId: string
  roundId: string | null
  tier: SharingTier
  expiresOn: string
}

/**
 * Keeps the person's answer to a planned presentation. A yes is also the consent to show this to this company until
 * the day it says, where none is in force; a no changes nothing else. False when it was answered or taken back.
 */
export async function answerOwnPlan(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  plan: OwnPlan,
  given: { answer: 'accepted' | 'declined'; reason?: string },
): Promise<boolean> {
  const answered = await answerPlan(trx, viewer, plan, { ...given, reason: given.reason ?? null })
  if (!answered || given.answer === 'declined') return answered
  const states = await consentStates(trx, { ...plan, candidateIds: [candidateId] })
  if (states.get(candidateId)?.state !== 'given')
    await recordConsentAnswer(trx, viewer, candidateId, {
      tier: plan.tier,
      companyId: plan.companyId,
      roundId: null,
      item: null,
      purpose: null,
      answer: 'given',
      how: 'online',
      answeredOn: today(),
      expiresOn: plan.expiresOn,
      fileId: null,
      reopenedBecause: 'person',
    })
  return true
}
