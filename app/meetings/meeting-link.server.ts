import { sql } from 'kysely'
import type { Db, Trx } from '~/platform/db.server'
import { linkHash, tellHostOfRefusal, tellOfCancellation } from './invitations.server'
import { record } from './meetings.server'

/**
 * The meeting that a personal link opens, for the guest it was sent to; undefined when no such link was sent. A
 * candidate is told no title, and nobody is told who else is asked. `sole`: the company is alone with the house, so
 * that its person may move or cancel the meeting for both; a guest among many can only decline.
 */
export async function findMeetingByLink(db: Db, secret: string, now = new Date()) {
  const found = await db
    .selectFrom('meeting_invitation as invitation')
    .innerJoin('meeting', 'meeting.id', 'invitation.meeting_id')
    .leftJoin('user_account as host', 'host.id', 'meeting.host_id')
    .leftJoin('meeting_contact', (join) =>
      join
        .onRef('meeting_contact.meeting_id', '=', 'meeting.id')
        .onRef('meeting_contact.contact_id', '=', 'invitation.contact_id'),
    )
    .leftJoin('meeting_candidate', (join) =>
      join
        .onRef('meeting_candidate.meeting_id', '=', 'meeting.id')
        .onRef('meeting_candidate.candidate_id', '=', 'invitation.candidate_id'),
    )
    .select([
      'meeting.id',
      'meeting.version',
      'meeting.status',
      'meeting.starts_at as startsAt',
      'meeting.minutes_long as minutesLong',
      'meeting.mode',
      'meeting.place',
      'meeting.link',
      'meeting.host_id as hostId',
      'host.name as hostName',
      'invitation.contact_id as contactId',
      'invitation.candidate_id as candidateId',
      sql<string | null>`case when invitation.contact_id is not null then meeting.title end`.as('title'),
      sql<boolean>`coalesce(meeting_contact.attendance, meeting_candidate.attendance) is not null`.as(
        'declined',
      ),
      // Whoever was taken off the list has nothing to decide any more.
      sql<boolean>`meeting_contact.contact_id is not null or meeting_candidate.candidate_id is not null`.as(
        'asked',
      ),
      sql<boolean>`(
        invitation.contact_id is not null
        and (select count(*) from meeting_company where meeting_id = meeting.id) = 1
        and not exists (select from meeting_candidate where meeting_id = meeting.id)
      )`.as('sole'),
    ])
    .where('invitation.token_hash', '=', linkHash(secret))
    .executeTakeFirst()
  if (!found) return undefined
  const ends = found.startsAt.getTime() + found.minutesLong * 60_000
  const over =
    found.status === 'cancelled'
      ? ('cancelled' as const)
      : found.status === 'held' || ends < now.getTime() || !found.asked
        ? ('past' as const)
        : null
  return { ...found, over }
}

export type LinkedMeeting = NonNullable<Awaited<ReturnType<typeof findMeetingByLink>>>

/**
 * The guest cannot come. Alone with the house this cancels the meeting; among many it is an absence told beforehand.
 * False when the meeting was changed since `version`.
 */
export async function cancelByGuest(
  trx: Trx,
  meeting: LinkedMeeting,
  form: { reason?: string; version: number },
): Promise<boolean> {
  if (!meeting.sole) {
    await declineMeeting(trx, meeting)
    return true
  }
  const cancelled = await trx
    .updateTable('meeting')
    .set({
      status: 'cancelled',
      cancel_reason: form.reason ?? null,
      status_at: new Date(),
      holds_until: null,
      version: form.version + 1,
    })
    .where('id', '=', meeting.id)
    .where('version', '=', form.version)
    .where('status', '=', 'planned')
    .returning('id')
    .executeTakeFirst()
  if (!cancelled) return false
  await record(trx, { userId: null }, 'meeting_cancelled_by_guest', meeting.id)
  await tellOfCancellation(trx, meeting.id)
  return true
}

async function declineMeeting(trx: Trx, meeting: LinkedMeeting): Promise<void> {
  if (meeting.contactId)
    await trx
      .updateTable('meeting_contact')
      .set({ attendance: 'absent_notified' })
      .where('meeting_id', '=', meeting.id)
      .where('contact_id', '=', meeting.contactId)
      .execute()
  if (meeting.candidateId)
    await trx
      .updateTable('meeting_candidate')
      .set({ attendance: 'absent_notified' })
      .where('meeting_id', '=', meeting.id)
      .where('candidate_id', '=', meeting.candidateId)
      .execute()
  await record(trx, { userId: null }, 'meeting_declined', meeting.id)
  await tellHostOfRefusal(trx, meeting.id)
}
