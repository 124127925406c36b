import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { instantOf, localTimeOf, plusDays, today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { finnishHoliday } from '~/platform/holidays.server'
import { freeStarts, someOf } from './free-times'
import type { Slot } from './slot-choices'

/** Further ahead nobody knows their own calendar. */
const lookAhead = { days: 35 }

/** What may be known of a host's calendar outside of the house: when a meeting may begin, and where it would be. */
type FreeTimes = {
  hostId: string
  hostName: string
  minutesLong: number
  bufferMinutes: number
  place: string | null
  link: string | null
  starts: Date[]
}

/**
 * The free times of one host in the coming weeks: the usual hours and what was opened beside them, less public
 * holidays, own engagements and meetings. Null when the host keeps no calendar here. The time of the meeting `moving`
 * counts as free.
 */
export async function findFreeTimes(
  db: Db,
  hostId: string,
  { now = new Date(), moving }: { now?: Date; moving?: string } = {},
): Promise<FreeTimes | null> {
  const host = await findHostCalendar(db, hostId)
  if (!host) return null
  const days = Array.from({ length: lookAhead.days }, (_, ahead) => plusDays(today(now), ahead))
  const until = instantOf(`${plusDays(today(now), lookAhead.days)}T00:00`)
  const spans = await listSpans(db, hostId, { now, until, moving })
  const holidays = new Set<string>()
  for (const day of days) if (await finnishHoliday(day)) holidays.add(day)

  const { hours, noticeHours, ...known } = host
  const starts = freeStarts(
    { ...known, hours, noticeHours },
    {
      now,
      days,
      holidays,
      open: spans.filter(({ kind }) => kind === 'open'),
      busy: spans.filter(({ kind }) => kind === 'busy'),
    },
  )
  return { ...known, starts }
}

/** How somebody takes meetings, with the usual hours of their week; undefined for who keeps no calendar here. */
function findHostCalendar(db: Db, hostId: string) {
  return db
    .selectFrom('host_calendar')
    .innerJoin('user_account', 'user_account.id', 'host_calendar.user_id')
    .select((eb) => [
      'host_calendar.user_id as hostId',
      'user_account.name as hostName',
      'minutes_long as minutesLong',
      'buffer_minutes as bufferMinutes',
      'notice_hours as noticeHours',
      'place',
      'link',
      jsonArrayFrom(
        eb
          .selectFrom('host_hours')
          .select(['weekday', 'opens', 'closes'])
          .whereRef('host_hours.user_id', '=', 'host_calendar.user_id'),
      ).as('hours'),
    ])
    .where('host_calendar.user_id', '=', hostId)
    .where('user_account.closed_at', 'is', null)
    .executeTakeFirst()
}

/** When the host is taken or has opened time beside the usual hours, from `now` until the days end; `moving` is free. */
function listSpans(
  db: Db,
  hostId: string,
  { now, until, moving }: { now: Date; until: Date; moving: string | undefined },
) {
  let meetings = db
    .selectFrom('meeting')
    .select([
      sql<'busy' | 'open'>`'busy'`.as('kind'),
      'starts_at as from',
      sql<Date>`starts_at + make_interval(mins => minutes_long)`.as('until'),
    ])
    .where('host_id', '=', hostId)
    .where('status', '=', 'planned')
    .where('starts_at', '>', new Date(now.getTime() - 24 * 3_600_000))
    .where('starts_at', '<', until)
  if (moving) meetings = meetings.where('id', '<>', moving)
  return db
    .selectFrom('host_time')
    .select([sql<'busy' | 'open'>`kind`.as('kind'), 'starts_at as from', 'ends_at as until'])
    .where('user_id', '=', hostId)
    .where('ends_at', '>', now)
    .where('starts_at', '<', until)
    .unionAll(meetings)
    .execute()
}

/** Some of the free times as choices of a form; `but` is left out. */
export function slotsOf(free: FreeTimes | null, limit: number, but?: Date): Slot[] {
  const starts = (free?.starts ?? []).filter((start) => start.getTime() !== but?.getTime())
  return someOf(starts, limit).map((start) => ({ value: localTimeOf(start), start }))
}

/** The first of these people who keeps a calendar here, in the order given; null when none does. */
export async function firstHost(db: Db, userIds: (string | null)[]): Promise<string | null> {
  const asked = userIds.filter((id) => id !== null)
  if (asked.length === 0) return null
  const host = await db
    .selectFrom('host_calendar')
    .innerJoin('user_account', 'user_account.id', 'host_calendar.user_id')
    .select('host_calendar.user_id as userId')
    .where('host_calendar.user_id', 'in', asked)
    .where('user_account.closed_at', 'is', null)
    .orderBy(sql`array_position(${asked}::uuid[], host_calendar.user_id)`)
    .limit(1)
    .executeTakeFirst()
  return host?.userId ?? null
}
