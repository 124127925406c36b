import type { Viewer } from '~/auth/viewer.server'
import { keepAddressTold } from '~/companies/contacts.server'
import { findMessageBar, recordMessageConsent } from '~/companies/message-consents.server'
import { bookFreeTime } from '~/meetings/bookings.server'
import { findFreeTimes, firstHost, slotsOf } from '~/meetings/free-times.server'
import { listInvited } from '~/meetings/invitations.server'
import { instantOf, today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { translatorFor } from '~/texts/language.server'
import { isLanguage } from '~/texts/text-keys'
import type { CallOutcomeForm } from './call-outcome-form'
import type { CallCard } from './calls.server'

type Call = Pick<CallCard, 'campaignId' | 'companyId' | 'roundId'>

/**
 * Free times to offer in the call: the caller's own when they keep a calendar, else of whoever answers for the
 * company in the round, else of whoever made the campaign. Null when none of them keeps one. Of the host the caller
 * sees the name and the free times, nothing of what takes the others.
 */
export async function findCallSlots(db: Db, viewer: Pick<Viewer, 'userId'>, call: Call) {
  const hostId = await hostOfCall(db, viewer, call)
  if (!hostId) return null
  const [free, bar] = await Promise.all([
    findFreeTimes(db, hostId),
    findMessageBar(db, { companyId: call.companyId, means: 'email', reach: '' }),
  ])
  if (!free) return null
  return {
    hostName: free.hostName,
    minutesLong: free.minutesLong,
    online: free.link !== null,
    slots: slotsOf(free, 8),
    /** Why the company is sent no invitation, whatever address is told. */
    bar,
  }
}

export type CallSlots = NonNullable<Awaited<ReturnType<typeof findCallSlots>>>

async function hostOfCall(db: Db, viewer: Pick<Viewer, 'userId'>, call: Call): Promise<string | null> {
  const people = await db
    .selectFrom('campaign')
    .leftJoin('engagement', (join) =>
      join
        .onRef('engagement.round_id', '=', 'campaign.round_id')
        .on('engagement.company_id', '=', call.companyId),
    )
    .select([
      'engagement.owner_id as ownerId',
      'campaign.created_by as createdBy',
      'campaign.list_approved_by as approvedBy',
    ])
    .where('campaign.id', '=', call.campaignId)
    .executeTakeFirstOrThrow()
  return firstHost(db, [viewer.userId, people.ownerId, people.createdBy, people.approvedBy])
}

/** What became of the invitation to the person spoken with. */
export type Invited = Awaited<ReturnType<typeof listInvited>>[number]['state']

/**
 * Books the time that was agreed in the call, for the person spoken with, and tells whether they were invited. An
 * address told in the call is kept when none was known, a sole trader's consent to e-mail in any case: also after an
 * undo of the call it is what they said, and the cancellation goes by it. RuleError when the time is taken meanwhile or
 * nobody was named to meet.
 */
export async function bookInCall(
  trx: Trx,
  viewer: Pick<Viewer, 'userId' | 'language'>,
  call: Call & Pick<CallCard, 'id' | 'companyName' | 'language' | 'campaignName'>,
  form: CallOutcomeForm & { slot: string },
  contactId: string | null,
): Promise<{ addressKept: boolean; invited: Invited }> {
  const hostId = await hostOfCall(trx, viewer, call)
  if (!hostId) throw new RuleError('booking:rule.time_taken')
  if (!contactId) throw new RuleError('campaigns:error.who')
  const addressKept =
    form.inviteEmail !== undefined && (await keepAddressTold(trx, contactId, form.inviteEmail))
  const t = translatorFor(isLanguage(call.language) ? call.language : 'fi')
  if (form.messageConsent)
    await recordMessageConsent(
      trx,
      viewer,
      { id: call.companyId },
      {
        channels: ['email'],
        givenBy: await nameOfContact(trx, contactId),
        how: translatorFor(viewer.language)('booking:consent_how', { campaign: call.campaignName }),
        givenOn: today(),
      },
    )
  const meetingId = await bookFreeTime(trx, viewer, {
    hostId,
    startsAt: instantOf(form.slot),
    title: t('booking:title_for', { company: call.companyName }),
    mode: form.meetingMode,
    place: form.meetingPlace ?? null,
    companyId: call.companyId,
    contactId,
    roundId: call.roundId,
    callId: call.id,
  })
  const guests = await listInvited(trx, { id: meetingId, sequence: 0 })
  const invited = guests.find(({ id }) => id === contactId)?.state ?? 'waiting'
  return { addressKept, invited }
}

export async function nameOfContact(trx: Trx, contactId: string): Promise<string> {
  const contact = await trx
    .selectFrom('contact')
    .select('name')
    .where('id', '=', contactId)
    .executeTakeFirstOrThrow()
  return contact.name
}

/** What the caller reads when an outcome is saved; after a booking, whom the invitation went to. */
export const toldAfter = (invited: Invited | null) =>
  invited ? (`booking:in_call_told.${invited}` as const) : ('campaigns:outcome_saved' as const)
