import { type SqlBool, sql } from 'kysely'
import { type ActivityAction, recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { recordContact, takeBackContact } from '~/companies/contact-ledger.server'
import { instantOf, today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape } from '~/platform/list-params'
import { RuleError } from '~/platform/rule-error'
import { tellOfCancellation, tellOfChange } from './invitations.server'
import type { MeetingDetails } from './meeting'

/** Every read of meetings starts here. */
export function visibleMeetings(db: Db, viewer: Pick<Viewer, 'roles'>) {
  const meetings = db.selectFrom('meeting')
  return may(viewer, 'meetings.read') ? meetings : meetings.where(sql<SqlBool>`false`)
}

export const MEETING_STATUSES = ['planned', 'held', 'cancelled'] as const
export const meetingListShape = {
  sorts: ['starts', 'title'],
  filters: { status: MEETING_STATUSES, when: ['coming', 'past'], company: null, round: null },
  defaultDirection: 'desc',
} as const satisfies ListShape<string>
type MeetingSort = (typeof meetingListShape.sorts)[number]

/** The meetings that a list shows and a file takes out. */
export function matchingMeetings(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  { search, filters }: Pick<ListParams, 'search' | 'filters'>,
) {
  let matching = visibleMeetings(db, viewer)
  const { status, company, round, when } = filters
  if (status) matching = matching.where('meeting.status', '=', status)
  if (when === 'coming') matching = matching.where('meeting.starts_at', '>=', instantOf(`${today()}T00:00`))
  if (when === 'past') matching = matching.where('meeting.starts_at', '<', instantOf(`${today()}T00:00`))
  if (round) matching = matching.where(sql<string>`meeting.round_id::text`, '=', round)
  if (company)
    matching = matching.where((where) =>
      where.exists(
        where
          .selectFrom('meeting_company')
          .select('meeting_company.meeting_id')
          .whereRef('meeting_company.meeting_id', '=', 'meeting.id')
          .where(sql<string>`meeting_company.company_id::text`, '=', company),
      ),
    )
  if (search) {
    const pattern = containsPattern(search)
    matching = matching.where((where) =>
      where.or([
        where(sql`lower(meeting.title)`, 'like', pattern),
        where.exists(
          where
            .selectFrom('meeting_company')
            .innerJoin('company', 'company.id', 'meeting_company.company_id')
            .select('company.id')
            .whereRef('meeting_company.meeting_id', '=', 'meeting.id')
            .where('company.name_lower', 'like', pattern),
        ),
      ]),
    )
  }
  return matching
}

/** A page of meetings with who takes part. */
export async function listMeetings(db: Db, viewer: Viewer, list: ListParams<MeetingSort>) {
  const matching = matchingMeetings(db, viewer, list)
  return readListPage(db, list, {
    rows: matching
      .select([
        'meeting.id',
        'meeting.title',
        'meeting.kind',
        'meeting.mode',
        'meeting.status',
        'meeting.starts_at as startsAt',
      ])
      .select((eb) => [
        eb
          .selectFrom('meeting_company')
          .innerJoin('company', 'company.id', 'meeting_company.company_id')
          .select(sql<string | null>`string_agg(company.name, ', ' order by company.name)`.as('names'))
          .whereRef('meeting_company.meeting_id', '=', 'meeting.id')
          .as('companyNames'),
      ])
      .orderBy(list.sort === 'title' ? 'meeting.title' : 'meeting.starts_at', list.direction)
      .orderBy('meeting.id', list.direction),
    matching: matching.select('meeting.id'),
  })
}

export type MeetingRow = Awaited<ReturnType<typeof listMeetings>>['rows'][number]

/** One meeting with its host and round; undefined when the viewer may not see it. */
export async function findMeeting(db: Db, viewer: Viewer, meetingId: string) {
  return visibleMeetings(db, viewer)
    .leftJoin('user_account as host', 'host.id', 'meeting.host_id')
    .leftJoin('employer_round', 'employer_round.id', 'meeting.round_id')
    .select([
      'meeting.id',
      'meeting.title',
      'meeting.kind',
      'meeting.mode',
      'meeting.status',
      'meeting.starts_at as startsAt',
      'meeting.minutes_long as minutesLong',
      'meeting.place',
      'meeting.link',
      'meeting.summary',
      'meeting.cancel_reason as cancelReason',
      'meeting.round_id as roundId',
      'meeting.call_id as callId',
      'meeting.version',
      'meeting.sequence',
      'host.name as hostName',
      'employer_round.name as roundName',
    ])
    .where('meeting.id', '=', meetingId)
    .executeTakeFirst()
}

export type Meeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>

type From = { companyId: string | null; callId: string | null }

/** Books a meeting, with its first company when there is one. RuleError when the host has another at that time. */
export async function bookMeeting(
  trx: Trx,
  viewer: Viewer,
  from: From,
  details: Omit<MeetingDetails, 'version'>,
): Promise<string> {
  const { id } = await holdingTime(() =>
    trx
      .insertInto('meeting')
      .values({
        ...columnsOf(details),
        call_id: from.callId,
        host_id: viewer.userId,
        created_by: viewer.userId,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  if (from.companyId)
    await trx.insertInto('meeting_company').values({ meeting_id: id, company_id: from.companyId }).execute()
  await record(trx, viewer, 'meeting_booked', id)
  return id
}

/** Those invited are told. False when somebody else changed the meeting since `version`. */
export async function changeMeeting(
  trx: Trx,
  viewer: Viewer,
  meetingId: string,
  form: MeetingDetails,
): Promise<boolean> {
  const changed = await holdingTime(() =>
    trx
      .updateTable('meeting')
      .set({ ...columnsOf(form), version: form.version + 1 })
      .where('id', '=', meetingId)
      .where('version', '=', form.version)
      .where('status', '<>', 'cancelled')
      .returning('id')
      .executeTakeFirst(),
  )
  if (!changed) return false
  await record(trx, viewer, 'meeting_changed', meetingId)
  if (instantOf(form.startsAt) > new Date()) await tellOfChange(trx, meetingId)
  return true
}

/** Cancels a planned meeting and tells those invited. False when it was changed since `version` or is not planned. */
export async function cancelMeeting(
  trx: Trx,
  viewer: Viewer,
  meetingId: string,
  form: { reason: string; version: number },
): Promise<boolean> {
  const changed = await trx
    .updateTable('meeting')
    .set({
      status: 'cancelled',
      cancel_reason: form.reason,
      status_at: new Date(),
      holds_until: null,
      version: form.version + 1,
    })
    .where('id', '=', meetingId)
    .where('version', '=', form.version)
    .where('status', '=', 'planned')
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  await record(trx, viewer, 'meeting_cancelled', meetingId)
  await tellOfCancellation(trx, meetingId)
  return true
}

/** A meeting to come takes its host's time; one written down afterwards takes none. */
function columnsOf(details: Omit<MeetingDetails, 'version'>) {
  const startsAt = instantOf(details.startsAt)
  return {
    holds_until: startsAt > new Date() ? new Date(startsAt.getTime() + details.minutesLong * 60_000) : null,
    title: details.title,
    kind: details.kind,
    mode: details.mode,
    starts_at: startsAt,
    minutes_long: details.minutesLong,
    place: details.place ?? null,
    link: details.link ?? null,
    round_id: details.roundId ?? null,
  }
}

/** A write that takes a host's time: RuleError when the database knows another meeting at that time. */
export async function holdingTime<Written>(write: () => Promise<Written>): Promise<Written> {
  try {
    return await write()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23P01')
      throw new RuleError('booking:rule.time_taken')
    throw error
  }
}

/** One line on the timeline of every company at the meeting; of people it tells only their own timeline. */
export async function record(
  trx: Trx,
  viewer: { userId: string | null },
  action: ActivityAction,
  meetingId: string,
): Promise<void> {
  const companies = await trx
    .selectFrom('meeting_company')
    .select('company_id as companyId')
    .where('meeting_id', '=', meetingId)
    .execute()
  await keepMeetingInLedger(trx, meetingId)
  const subjects = companies.length > 0 ? companies : [{ companyId: null }]
  for (const { companyId } of subjects) {
    await recordActivity(trx, { actorId: viewer.userId, action, subject: ['meeting', meetingId], companyId })
  }
}

/**
 * The ledger of contacts follows the meeting: its time, its companies, whether it was cancelled. A meeting that a call
 * booked is a contact of the call's campaign.
 */
export async function keepMeetingInLedger(trx: Trx, meetingId: string): Promise<void> {
  const asked = await trx
    .selectFrom('meeting')
    .innerJoin('meeting_company', 'meeting_company.meeting_id', 'meeting.id')
    .leftJoin('call', 'call.id', 'meeting.call_id')
    .select(['meeting_company.company_id as companyId', 'meeting_company.attendance'])
    .select(['meeting.starts_at as at', 'meeting.round_id as roundId', 'meeting.host_id as userId'])
    .select('call.campaign_id as campaignId')
    .where('meeting.id', '=', meetingId)
    .where('meeting.status', '<>', 'cancelled')
    .execute()
  await takeBackContact(trx, ['meeting', meetingId])
  for (const { attendance, ...meeting } of asked)
    await recordContact(trx, {
      ...meeting,
      channel: 'meeting',
      subject: ['meeting', meetingId],
      reached: attendance === null || attendance === 'present',
    })
}

/** Skill needs that were captured in a meeting. */
export async function listNeedsFromMeeting(db: Db, meetingId: string) {
  return db
    .selectFrom('need')
    .innerJoin('company', 'company.id', 'need.company_id')
    .select(['need.id', 'need.title', 'company.name as companyName'])
    .where('need.meeting_id', '=', meetingId)
    .orderBy('need.id')
    .execute()
}
