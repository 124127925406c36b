import type { Viewer } from '~/auth/viewer.server'
import type { Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { findFreeTimes } from './free-times.server'
import { inviteGuests, tellOfCancellation, tellOfChange } from './invitations.server'
import { holdingTime, record } from './meetings.server'

type Booking = {
  hostId: string
  startsAt: Date
  title: string
  mode: 'in_person' | 'online'
  place: string | null
  companyId: string
  contactId: string
  roundId: string | null
  callId: string | null
}

/**
 * Books one of the host's free times for a person of a company and sends the invitation to both. RuleError when the
 * time is not free any more. Whoever books need not see the host's calendar.
 */
export async function bookFreeTime(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  booking: Booking,
): Promise<string> {
  const free = await requireFree(trx, booking.hostId, booking.startsAt)
  const { id } = await holdingTime(() =>
    trx
      .insertInto('meeting')
      .values({
        kind: 'one_to_one',
        mode: booking.mode,
        title: booking.title,
        starts_at: booking.startsAt,
        minutes_long: free.minutesLong,
        holds_until: heldUntil(booking.startsAt, free),
        place: booking.mode === 'in_person' ? (booking.place ?? free.place) : null,
        link: booking.mode === 'online' ? free.link : null,
        round_id: booking.roundId,
        call_id: booking.callId,
        host_id: booking.hostId,
        created_by: viewer.userId,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  await trx.insertInto('meeting_company').values({ meeting_id: id, company_id: booking.companyId }).execute()
  await trx.insertInto('meeting_contact').values({ meeting_id: id, contact_id: booking.contactId }).execute()
  await record(trx, viewer, 'meeting_booked', id)
  await inviteGuests(trx, id)
  return id
}

/** A guest picks another free time of the host. False when the meeting was changed since `version`. */
export async function moveToFreeTime(
  trx: Trx,
  meeting: { id: string; hostId: string; version: number },
  startsAt: Date,
): Promise<boolean> {
  const free = await requireFree(trx, meeting.hostId, startsAt, meeting.id)
  const moved = await holdingTime(() =>
    trx
      .updateTable('meeting')
      .set({
        starts_at: startsAt,
        minutes_long: free.minutesLong,
        holds_until: heldUntil(startsAt, free),
        version: meeting.version + 1,
      })
      .where('id', '=', meeting.id)
      .where('version', '=', meeting.version)
      .where('status', '=', 'planned')
      .returning('id')
      .executeTakeFirst(),
  )
  if (!moved) return false
  await record(trx, { userId: null }, 'meeting_moved_by_guest', meeting.id)
  await tellOfChange(trx, meeting.id)
  return true
}

/**
 * Cancels the meetings that were booked in a call whose outcome is taken back. One that was changed or moved since
 * stays; how many of each is returned.
 */
export async function cancelMeetingsOfCall(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  callId: string,
  reason: string,
): Promise<{ cancelled: number; left: number }> {
  const cancelled = await trx
    .updateTable('meeting')
    .set((eb) => ({
      status: 'cancelled',
      cancel_reason: reason,
      status_at: new Date(),
      holds_until: null,
      version: eb('version', '+', 1),
    }))
    .where('call_id', '=', callId)
    .where('status', '=', 'planned')
    .where('version', '=', 1)
    .returning('id')
    .execute()
  for (const { id } of cancelled) {
    await record(trx, viewer, 'meeting_cancelled', id)
    await tellOfCancellation(trx, id)
  }
  const { left } = await trx
    .selectFrom('meeting')
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .where('call_id', '=', callId)
    .where('status', '<>', 'cancelled')
    .executeTakeFirstOrThrow()
  return { cancelled: cancelled.length, left }
}

async function requireFree(trx: Trx, hostId: string, startsAt: Date, moving?: string) {
  const free = await findFreeTimes(trx, hostId, { moving })
  if (!free?.starts.some((start) => start.getTime() === startsAt.getTime()))
    throw new RuleError('booking:rule.time_taken')
  return free
}

const heldUntil = (startsAt: Date, free: { minutesLong: number; bufferMinutes: number }) =>
  new Date(startsAt.getTime() + (free.minutesLong + free.bufferMinutes) * 60_000)
