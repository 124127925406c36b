import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { MessageBar } from '~/companies/message-consent'
import { messageBar } from '~/companies/message-consents.server'
import { queueMail } from '~/mail/mail.server'
import { type MeetingNews, meetingMessage } from '~/mail/messages'
import type { Db, Trx } from '~/platform/db.server'
import { createFormat } from '~/texts/format'
import { translatorFor } from '~/texts/language.server'
import { isLanguage, type Language } from '~/texts/text-keys'
import { type CalendarMethod, calendarFile } from './calendar-file.server'

/** Somebody a meeting is told to by mail. Of the host and a candidate no company is known. */
type Guest = {
  kind: 'contact' | 'candidate' | 'host'
  id: string
  name: string
  email: string | null
  language: string | null
  companyId: string | null
  /** Why mail must not go to them, of a contact only. */
  bar: MessageBar | null
}

/** Everybody at the meeting, the host first, with the sequence they were last told; null when they never were. */
async function guestsOf(db: Db, meetingId: string) {
  const { rows } = await sql<Guest & { told: number | null; method: CalendarMethod | null }>`
    with guest as (
      select 0 as nth, 'host' as kind, host.id, host.name, host.email, host.language, null::uuid as "companyId",
        null as bar
      from meeting join user_account as host on host.id = meeting.host_id where meeting.id = ${meetingId}
      union all
      select 1, 'contact', contact.id, contact.name, contact.email,
        coalesce(contact.language, company.language), company.id, ${messageBar('email', sql.ref('contact.email'))}
      from meeting_contact join contact on contact.id = meeting_contact.contact_id
        join company on company.id = contact.company_id
      where meeting_contact.meeting_id = ${meetingId} and contact.left_at is null
        and meeting_contact.attendance is null
      union all
      select 2, 'candidate', candidate.id, candidate.name, candidate.email, candidate.language, null, null
      from meeting_candidate join candidate on candidate.id = meeting_candidate.candidate_id
      where meeting_candidate.meeting_id = ${meetingId} and candidate.ended_at is null
        and meeting_candidate.attendance is null
    )
    select guest.kind, guest.id, guest.name, guest.email, guest.language, guest."companyId",
      guest.bar, last.sequence as told, last.method
    from guest left join lateral (
      select sequence, method from meeting_invitation
      where meeting_id = ${meetingId} and guest.id in (contact_id, candidate_id, user_id)
      order by id desc limit 1
    ) as last on true
    order by guest.nth, guest.id
  `.execute(db)
  return rows
}

/** Who of the guests has been told of the meeting as it stands now, and who cannot be: for its page. */
export async function listInvited(db: Db, meeting: { id: string; sequence: number }) {
  const guests = await guestsOf(db, meeting.id)
  return guests.map(({ kind, id, email, told, method, bar }) => ({
    kind,
    id,
    state:
      method === 'REQUEST' && told !== null && told >= meeting.sequence
        ? ('invited' as const)
        : bar
          ? bar
          : email
            ? ('waiting' as const)
            : ('no_address' as const),
  }))
}

/** Sends the invitation to everybody at the meeting who does not have it as it stands. Returns to how many. */
export async function inviteGuests(trx: Trx, meetingId: string): Promise<number> {
  const meeting = await readMeeting(trx, meetingId)
  const guests = await guestsOf(trx, meetingId)
  const missing = guests.filter(
    ({ told, method }) => method !== 'REQUEST' || told === null || told < meeting.sequence,
  )
  let sent = 0
  for (const guest of missing) {
    const sequence = pastTold(guest, meeting.sequence)
    if (await tell(trx, { ...meeting, sequence }, guest, 'booked')) sent += 1
  }
  return sent
}

/** A calendar takes a file only when its sequence is higher than that of the last one, a cancellation included. */
const pastTold = ({ told }: { told: number | null }, sequence: number) =>
  told === null ? sequence : Math.max(sequence, told + 1)

/** After a change: those who have been invited get the new file. Nobody is told of a meeting for the first time. */
export async function tellOfChange(trx: Trx, meetingId: string): Promise<void> {
  await tellInvited(trx, meetingId, 'changed')
}

/** Mails a cancellation to everybody who was invited. */
export async function tellOfCancellation(trx: Trx, meetingId: string): Promise<void> {
  await tellInvited(trx, meetingId, 'cancelled')
}

async function tellInvited(trx: Trx, meetingId: string, news: 'changed' | 'cancelled'): Promise<void> {
  const invited = (await guestsOf(trx, meetingId)).filter(({ method }) => method === 'REQUEST')
  if (invited.length === 0) return
  const before = await readMeeting(trx, meetingId)
  const sequence = Math.max(...invited.map((guest) => pastTold(guest, before.sequence + 1)))
  await trx.updateTable('meeting').set({ sequence }).where('id', '=', meetingId).execute()
  const meeting = { ...before, sequence }
  for (const guest of invited) await tell(trx, meeting, guest, news)
}

/** Before guests are taken off the list: those invited learn that they need not come. */
export async function tellUninvited(
  trx: Trx,
  meetingId: string,
  leaves: (guest: Pick<Guest, 'id' | 'companyId'>) => boolean,
): Promise<void> {
  const meeting = await readMeeting(trx, meetingId)
  if (meeting.status !== 'planned') return
  const guests = await guestsOf(trx, meetingId)
  for (const guest of guests)
    if (guest.method === 'REQUEST' && leaves(guest))
      await tell(trx, { ...meeting, sequence: pastTold(guest, meeting.sequence + 1) }, guest, 'cancelled')
}

/** A guest of many cannot come; the meeting goes on, and its host hears of it. */
export async function tellHostOfRefusal(trx: Trx, meetingId: string): Promise<void> {
  const meeting = await readMeeting(trx, meetingId)
  const host = (await guestsOf(trx, meetingId)).find(({ kind }) => kind === 'host')
  if (host) await tell(trx, meeting, host, 'declined')
}

async function readMeeting(db: Db, meetingId: string) {
  return db
    .selectFrom('meeting')
    .leftJoin('user_account as host', 'host.id', 'meeting.host_id')
    .select([
      'meeting.id',
      'meeting.title',
      'meeting.status',
      'meeting.starts_at as startsAt',
      'meeting.minutes_long as minutesLong',
      'meeting.mode',
      'meeting.place',
      'meeting.link',
      'meeting.round_id as roundId',
      'meeting.sequence',
      'host.id as hostId',
      'host.name as hostName',
      'host.email as hostEmail',
    ])
    .where('meeting.id', '=', meetingId)
    .executeTakeFirstOrThrow()
}

type Meeting = Awaited<ReturnType<typeof readMeeting>>

/** False when the guest has no address or must not be written to, or the meeting has no host to answer for it. */
async function tell(trx: Trx, meeting: Meeting, guest: Guest, news: MeetingNews): Promise<boolean> {
  if (!guest.email || guest.bar || !meeting.hostEmail || !meeting.hostName) return false
  const language: Language = isLanguage(guest.language) ? guest.language : 'fi'
  const t = translatorFor(language)
  const method: CalendarMethod = news === 'cancelled' ? 'CANCEL' : 'REQUEST'
  const title = guest.kind === 'candidate' ? t('booking:calendar_title') : meeting.title
  const where =
    meeting.link ??
    meeting.place ??
    t(meeting.mode === 'online' ? 'booking:link_later' : 'booking:place_later')
  const secret = guest.kind === 'host' ? null : randomBytes(32).toString('base64url')
  const mailId = await queueMail(
    trx,
    meetingMessage({
      to: guest.email,
      language,
      news,
      title,
      when: createFormat(language).moment(meeting.startsAt),
      where,
      link: secret
        ? { path: `/booking/${secret}`, opens: 'guest' }
        : { path: `/meetings/${meeting.id}`, opens: 'host' },
      ...(news !== 'declined' && {
        file: calendarFile({
          ...meeting,
          method,
          language,
          title,
          where,
          organizer: { name: meeting.hostName, email: meeting.hostEmail },
          attendee: { name: guest.name, email: guest.email },
        }),
      }),
      ...(guest.companyId && {
        employer: { companyId: guest.companyId, roundId: meeting.roundId, userId: meeting.hostId },
      }),
    }),
  )
  if (news === 'declined') return true
  await trx
    .insertInto('meeting_invitation')
    .values({
      meeting_id: meeting.id,
      contact_id: guest.kind === 'contact' ? guest.id : null,
      candidate_id: guest.kind === 'candidate' ? guest.id : null,
      user_id: guest.kind === 'host' ? guest.id : null,
      method,
      sequence: meeting.sequence,
      token_hash: secret === null ? null : linkHash(secret),
      mail_id: mailId,
    })
    .execute()
  return true
}

/** What is kept of the secret in a link. */
export function linkHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
