import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { isInForce, type SharingTier } from '~/candidates/consent'
import { consentStates } from '~/candidates/consent-states.server'
import { recordContact } from '~/companies/contact-ledger.server'
import { findContactInTheWay } from '~/companies/cooldown.server'
import { messageBar } from '~/companies/message-consents.server'
import { plusDays, today } from '~/platform/dates'
import type { Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import type { Language } from '~/texts/text-keys'
import { isOpen, LONGEST_SHOWN_DAYS, type NewPresentation } from './presentation'
import { needOf, previewOf } from './preview.server'
import { passedOver } from './sealed-list'
import { type ListToSeal, listToSeal, sealList } from './sealing.server'
import { presentationsWithGrounds, standing } from './standing.server'
import { tellContact } from './told-contacts.server'

/**
 * Shows a person to one contact of one company, and mails the contact that a profile waits (no names in it).
 * Refuses with a RuleError whatever 380/2023 118 §, the person or the house forbids: no consent in force for the
 * tier and company, a block, a person or a contact who has left, an address not to be used, an ended need, a CV
 * version the person has not approved, somebody under non-disclosure for safety (unless the coach gives a reason for a
 * profile without a CV), a second open presentation, or a profile that differs from the preview. Where it is for a need,
 * the list it came of is sealed, and passing over people who stand before asks for a reason; what a person `accepted`
 * before has been explained by then. Gives the new id.
 */
export async function presentCandidate(
  trx: Trx,
  viewer: Viewer,
  form: NewPresentation,
  { accepted = false } = {},
): Promise<string> {
  const person = await activePerson(trx, form)
  checkSecondLook(viewer, person, form)
  const need = await openNeed(trx, viewer, form)
  const contact = await reachableContact(trx, form)
  const roundId = need?.roundId ?? null
  await refuseWhileResting(trx, viewer, form.companyId, roundId)
  const consent = await lockedConsent(trx, { ...form, roundId })
  const expiresOn = expiryWithin(form.expiresOn, consent.expiresOn)
  const cv = form.tier === 'T2' ? await approvedCv(trx, form, person.nonDisclosure) : null
  const preview = await previewOf(trx, viewer, form.candidateId, need)
  if (preview?.profileSha256 !== form.profileSha256)
    throw new RuleError('presentations:refused.profile_changed')
  await settleEarlier(trx, form)
  const list = need && (await listToSeal(trx, viewer, need, form.candidateId))
  if (list && !accepted) requireReason(list, form)

  const { id } = await trx
    .insertInto('presentation')
    .values({
      candidate_id: form.candidateId,
      company_id: form.companyId,
      contact_id: form.contactId,
      need_id: need?.id ?? null,
      round_id: roundId,
      tier: form.tier,
      consent_id: consent.id,
      cv_id: cv?.id ?? null,
      cv_sha256: cv?.sha256 ?? null,
      profile: preview.profile,
      profile_sha256: preview.profileSha256,
      match: preview.match,
      message: form.message ?? null,
      // That there is one tells that the places were taken out of the profile.
      second_look: person.nonDisclosure ? (form.secondLook ?? null) : null,
      sent_by: viewer.userId,
      expires_on: expiresOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (list) await sealList(trx, viewer, list, { presentationId: id, reason: form.outOfOrder ?? null })
  await tellContact(trx, viewer, contact, need, roundId)
  await recordSending(trx, viewer, { ...form, id, roundId })
  return id
}

/** A presentation is a contact with the company, and a line of both timelines. */
async function recordSending(
  trx: Trx,
  viewer: Viewer,
  sent: { id: string; companyId: string; candidateId: string; roundId: string | null },
): Promise<void> {
  const { id, companyId, candidateId, roundId } = sent
  const subject: ['presentation', string] = ['presentation', id]
  await recordContact(trx, {
    companyId,
    channel: 'presentation',
    subject,
    reached: true,
    userId: viewer.userId,
    roundId,
  })
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'presentation_sent',
    subject,
    companyId,
    candidateId,
    roundId,
  })
}

/** Somebody under non-disclosure for safety is shown by a coach only, and with a reason. */
export function checkSecondLook(
  viewer: Viewer,
  person: { nonDisclosure: boolean },
  form: Pick<NewPresentation, 'secondLook'>,
): void {
  if (!person.nonDisclosure) return
  if (!may(viewer, 'candidates.write')) throw new RuleError('presentations:refused.only_coach')
  if (!form.secondLook) throw new RuleError('presentations:refused.second_look')
}

/** People passed over who are named when the reason is missing. */
const MOST_NAMED = 5

/** Passing over people who could be shown as well asks for a reason. */
export function requireReason(list: ListToSeal, { outOfOrder }: Pick<NewPresentation, 'outOfOrder'>): void {
  const over = passedOver(list.people, list.candidateId)
  if (outOfOrder || over.length === 0) return
  const numbers = over.slice(0, MOST_NAMED).map(({ person }) => person.number)
  throw new RuleError('presentations:refused.out_of_order', { numbers: numbers.join(', ') })
}

/** The person, who has to be here still. */
export async function activePerson(trx: Trx, { candidateId }: Pick<NewPresentation, 'candidateId'>) {
  const person = await trx
    .selectFrom('candidate')
    .select(['ended_at as endedAt', 'non_disclosure as nonDisclosure'])
    .where('id', '=', candidateId)
    .forShare()
    .executeTakeFirst()
  if (!person || person.endedAt) throw new RuleError('presentations:refused.candidate_ended')
  return person
}

/** The need a presentation is for, which has to be open and of the company; null for none. */
export async function openNeed(trx: Trx, viewer: Viewer, { needId, companyId }: NewPresentation) {
  if (!needId) return null
  const need = await needOf(trx, viewer, needId)
  if (need?.companyId !== companyId) throw new RuleError('presentations:refused.need_of_other_company')
  if (need.status !== 'open' || (need.validUntil && need.validUntil < today()))
    throw new RuleError('presentations:refused.need_ended')
  return need
}

/** The contact who is to see it, with an address that may be used. */
export async function reachableContact(trx: Trx, { contactId, companyId }: NewPresentation) {
  const contact = await trx
    .selectFrom('contact')
    .innerJoin('company', 'company.id', 'contact.company_id')
    .select([
      'contact.id',
      'contact.name',
      'contact.email',
      'contact.left_at as leftAt',
      'contact.language',
      'company.id as companyId',
      'company.name as companyName',
      'company.language as companyLanguage',
      messageBar('email', sql.ref('contact.email')).as('bar'),
    ])
    .where('contact.id', '=', contactId)
    .executeTakeFirst()
  if (contact?.companyId !== companyId) throw new RuleError('presentations:refused.contact_of_other_company')
  if (contact.leftAt) throw new RuleError('presentations:refused.contact_left')
  if (contact.bar === 'suppressed') throw new RuleError('presentations:refused.contact_suppressed')
  if (contact.bar === 'no_consent') throw new RuleError('contacts:rule.no_consent')
  const { email } = contact
  if (!email) throw new RuleError('presentations:refused.contact_without_email')
  return { ...contact, email, language: (contact.language ?? contact.companyLanguage) as Language }
}

/** A company that another project has just been in touch with is mailed only for a reason that was written down. */
async function refuseWhileResting(
  trx: Trx,
  viewer: Viewer,
  companyId: string,
  roundId: string | null,
): Promise<void> {
  const contact = await findContactInTheWay(trx, companyId, { userId: viewer.userId, roundId })
  if (contact)
    throw new RuleError('contacts:rule.in_the_way', {
      project: contact.projectName ?? '',
      day: today(contact.at),
    })
}

/** The consent that allows this, locked so that a withdrawal waits or is seen. */
async function lockedConsent(
  trx: Trx,
  asked: { candidateId: string; companyId: string; roundId: string | null; tier: SharingTier },
) {
  const states = await consentStates(trx, { ...asked, candidateIds: [asked.candidateId] })
  const state = states.get(asked.candidateId)
  if (state?.state === 'blocked') throw new RuleError('presentations:refused.blocked')
  if (state?.state !== 'given') throw new RuleError('presentations:refused.no_consent')
  const consent = await trx
    .selectFrom('consent')
    .select([
      'id',
      'answer',
      'expires_on as expiresOn',
      'withdrawn_at as withdrawnAt',
      'superseded_at as supersededAt',
    ])
    .where('id', '=', state.consentId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (!isInForce(consent, today())) throw new RuleError('presentations:refused.no_consent')
  return { id: consent.id, expiresOn: state.expiresOn }
}

/** Never past the consent, never longer than an employer needs. */
function expiryWithin(asked: string, consentExpiresOn: string): string {
  if (asked < today()) throw new RuleError('presentations:refused.expiry_past')
  const [first] = [asked, consentExpiresOn, plusDays(today(), LONGEST_SHOWN_DAYS)].sort()
  return first ?? asked
}

/** The CV version that would be shown, which the person has approved. */
export async function approvedCv(trx: Trx, { cvId, candidateId }: NewPresentation, nonDisclosure: boolean) {
  // A CV holds an address; of somebody under non-disclosure it is shown to no employer.
  if (nonDisclosure) throw new RuleError('presentations:refused.non_disclosure')
  const cv = await trx
    .selectFrom('cv')
    .innerJoin('stored_file', 'stored_file.id', 'cv.file_id')
    .select(['cv.id', 'stored_file.sha256'])
    .where('cv.id', '=', cvId ?? null)
    .where('cv.candidate_id', '=', candidateId)
    .where('cv.approved_on', 'is not', null)
    .where('cv.removed_at', 'is', null)
    .executeTakeFirst()
  if (!cv) throw new RuleError('presentations:refused.cv_not_approved')
  return cv
}

/**
 * An earlier presentation of the same that the employer can still see refuses this one; one that has lapsed
 * meanwhile is marked as ended, so that it makes way.
 */
async function settleEarlier(trx: Trx, form: NewPresentation): Promise<void> {
  const earlier = await presentationsWithGrounds(trx)
    .select(['presentation.id', standing().as('standing')])
    .where('presentation.candidate_id', '=', form.candidateId)
    .where('presentation.contact_id', '=', form.contactId)
    .where('presentation.need_id', 'is not distinct from', form.needId ?? null)
    .where('presentation.tier', '=', form.tier)
    .where('presentation.status', 'in', ['sent', 'viewed', 'answered'])
    .executeTakeFirst()
  if (!earlier) return
  if (isOpen(earlier.standing)) throw new RuleError('presentations:refused.already_presented')
  await trx
    .updateTable('presentation')
    .set({ status: earlier.standing === 'revoked' ? 'revoked' : 'closed', ended_at: new Date() })
    .where('id', '=', earlier.id)
    .execute()
}
