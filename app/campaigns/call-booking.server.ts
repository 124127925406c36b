import type { Viewer } from '~/auth/viewer.server'
import { keepAddressTold } from '~/companies/contacts.server'
import { bookFreeTime } from '~/meetings/bookings.server'
import { findFreeTimes, firstHost, slotsOf } from '~/meetings/free-times.server'
import { instantOf } from '~/platform/dates'
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
  const free = hostId ? await findFreeTimes(db, hostId) : null
  if (!free) return null
  return {
    hostName: free.hostName,
    minutesLong: free.minutesLong,
    online: free.link !== null,
    slots: slotsOf(free, 8),
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

/**
 * Books the time that was agreed in the call, for the person spoken with; an address told in the call is kept when
 * none was known, and whether it was is returned. RuleError when the time is taken meanwhile or nobody was named to meet.
 */
export async function bookInCall(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  call: Call & Pick<CallCard, 'id' | 'companyName' | 'language'>,
  form: CallOutcomeForm & { slot: string },
  contactId: string | null,
): Promise<boolean> {
  const hostId = await hostOfCall(trx, viewer, call)
  if (!hostId) throw new RuleError('booking:rule.time_taken')
  if (!contactId) throw new RuleError('campaigns:error.who')
  const addressKept =
    form.inviteEmail !== undefined && (await keepAddressTold(trx, contactId, form.inviteEmail))
  const t = translatorFor(isLanguage(call.language) ? call.language : 'fi')
  await bookFreeTime(trx, viewer, {
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
  return addressKept
}
