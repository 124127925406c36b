import { sql } from 'kysely'
import { instantOf, plusDays, TIME_ZONE, today } from '~/platform/dates'
import { type Db, db } from '~/platform/db.server'
import { watchTogether } from '~/platform/shared-watch.server'
import { type CallOutcome, reachedOutcomes } from './call-outcome'
import { type CallingTimes, callingDayAfter } from './calling-times.server'
import { type Forecast, forecast } from './forecast'
import { calledCompanies, countCompaniesByOutcome } from './outcome-counts.server'

const LOOK_EVERY = { ms: 1_000 }
/** How old the time on the page may be while nothing changes. */
const TIME_SHOWN_EVERY = { ms: 10_000 }
/** The days by which the pace is measured. */
const PACE_DAYS = 10

/** How a campaign stands at `asOf`. Hours and days are Finnish. */
export type LiveFigures = {
  asOf: string
  companies: { listed: number; called: number; reached: number; positive: number; open: number }
  callbacks: { due: number; today: number; later: number }
  calls: { all: number; today: number; lastHour: number }
  outcomes: { outcome: CallOutcome; calls: number; companies: number }[]
  /** By the hour a call began. */
  hours: { hour: number; calls: number; reached: number }[]
  /** The latest days with calls, oldest first. */
  days: { day: string; calls: number; reached: number }[]
  holding: {
    callId: string
    callerName: string
    organisation: string | null
    companyId: string
    companyName: string
    since: string
    expired: boolean
  }[]
  forecast: Forecast & { ends?: { earliest: string; latest: string } }
}

/** Hears how a campaign stands: at once, whenever it changes, and every ten seconds that it still is so. */
export const watchLiveFigures = watchTogether((campaignIds) => liveFigures(db, campaignIds), LOOK_EVERY.ms)

/** How each of the campaigns stands now; calls that were undone are left out. */
export async function liveFigures(
  db: Db,
  campaignIds: string[],
  now = new Date(),
): Promise<Map<string, LiveFigures>> {
  const [campaigns, tasks, companies, counted, holding] = await Promise.all([
    campaignsOf(db, campaignIds),
    countTasks(db, campaignIds, now),
    countCompaniesByOutcome(db, campaignIds),
    countCalls(db, campaignIds, now),
    listHolding(db, campaignIds),
  ])
  const figures = new Map<string, LiveFigures>()
  for (const { id, ...times } of campaigns) {
    const of = <Row extends { campaignId: string }>(rows: Row[]) =>
      rows.filter((row) => row.campaignId === id)
    const {
      listed = 0,
      open = 0,
      finished = 0,
      called = 0,
      reached = 0,
      positive = 0,
      ...callbacks
    } = of(tasks)[0] ?? { due: 0, today: 0, later: 0 }
    const hours = of(counted).flatMap((row) => (row.outcome === null ? row : []))
    const days = byDay(hours).slice(-PACE_DAYS)
    const calls = hours.reduce((sum, hour) => sum + hour.calls, 0)
    const companiesOf = new Map(of(companies).map((row) => [row.outcome, row.companies]))
    figures.set(id, {
      asOf: new Date(Math.floor(now.getTime() / TIME_SHOWN_EVERY.ms) * TIME_SHOWN_EVERY.ms).toISOString(),
      companies: { listed, open, called, reached, positive },
      callbacks: { due: callbacks.due, today: callbacks.today, later: callbacks.later },
      calls: {
        all: calls,
        today: days.find(({ day }) => day === today(now))?.calls ?? 0,
        lastHour: hours.reduce((sum, hour) => sum + hour.lastHour, 0),
      },
      outcomes: of(counted).flatMap(({ outcome, calls }) =>
        outcome ? { outcome, calls, companies: companiesOf.get(outcome) ?? 0 } : [],
      ),
      hours: byHour(hours),
      days,
      holding: of(holding).map(({ campaignId, since, ...held }) => ({ ...held, since: since.toISOString() })),
      forecast: await dated(
        forecast({ open, finished, positive, calls, dailyCalls: days.map((day) => day.calls) }),
        times,
        now,
      ),
    })
  }
  return figures
}

function campaignsOf(db: Db, campaignIds: string[]) {
  return db
    .selectFrom('campaign')
    .select([
      'id',
      'calls_from as callsFrom',
      'calls_until as callsUntil',
      'call_weekdays as callWeekdays',
      'calls_on_holidays as callsOnHolidays',
    ])
    .where('id', 'in', campaignIds)
    .execute()
}

/** A company withdrawn from the list is no longer listed, and was called all the same. */
function countTasks(db: Db, campaignIds: string[], now: Date) {
  const tomorrow = instantOf(`${plusDays(today(now), 1)}T00:00`)
  return db
    .selectFrom('call_task')
    .select(({ fn }) => {
      const all = fn.countAll<number>()
      const tasks = all.filterWhere('withdrawn_at', 'is', null)
      const callbacks = tasks.filterWhere('status', '=', 'callback')
      return [
        'campaign_id as campaignId',
        tasks.as('listed'),
        tasks.filterWhere('status', '<>', 'done').as('open'),
        tasks.filterWhere('status', '=', 'done').as('finished'),
        callbacks.filterWhere('due_at', '<=', now).as('due'),
        callbacks.filterWhere('due_at', '>', now).filterWhere('due_at', '<', tomorrow).as('today'),
        callbacks.filterWhere('due_at', '>=', tomorrow).as('later'),
        ...calledCompanies,
      ]
    })
    .where('campaign_id', 'in', campaignIds)
    .groupBy('campaign_id')
    .execute()
}

type HourOfDay = { day: string; hour: number; calls: number; reached: number; lastHour: number }
type CallCounts = { campaignId: string } & (
  | (HourOfDay & { outcome: null })
  | { outcome: CallOutcome; calls: number }
)

/**
 * Calls by the hour they began and, in rows of their own, by outcome, all in one look. Finnish time differs from the
 * world's by whole hours, so hours are told apart before they are turned into days.
 */
async function countCalls(db: Db, campaignIds: string[], now: Date): Promise<CallCounts[]> {
  const { rows } = await sql<CallCounts>`
    select campaign_id as "campaignId", outcome, (began at time zone ${TIME_ZONE})::date as day,
      extract(hour from began at time zone ${TIME_ZONE})::int as hour, calls, reached, "lastHour"
    from (
      select campaign_id, outcome, began, count(*)::int as calls,
        (count(*) filter (where is_reached))::int as reached,
        (count(*) filter (where claimed_at > ${now}::timestamptz - interval '1 hour'))::int as "lastHour"
      from (
        select campaign_id, outcome, claimed_at, date_bin('1 hour', claimed_at, 'epoch') as began,
          outcome = any(${[...reachedOutcomes]}::text[]) as is_reached
        from call
        where campaign_id = any(${campaignIds}::uuid[]) and outcome is not null and undone_at is null
      ) as each
      group by grouping sets ((campaign_id, began), (campaign_id, outcome))
    ) as made
    order by began, calls desc
  `.execute(db)
  return rows
}

function byHour(cells: HourOfDay[]): LiveFigures['hours'] {
  const hours = new Map<number, { hour: number; calls: number; reached: number }>()
  for (const { hour, calls, reached } of cells) {
    const sum = hours.get(hour) ?? { hour, calls: 0, reached: 0 }
    hours.set(hour, { hour, calls: sum.calls + calls, reached: sum.reached + reached })
  }
  return [...hours.values()].sort((one, other) => one.hour - other.hour)
}

function byDay(cells: HourOfDay[]): LiveFigures['days'] {
  const days = new Map<string, { day: string; calls: number; reached: number }>()
  for (const { day, calls, reached } of cells) {
    const sum = days.get(day) ?? { day, calls: 0, reached: 0 }
    days.set(day, { day, calls: sum.calls + calls, reached: sum.reached + reached })
  }
  return [...days.values()]
}

/** Who has a company in hand, the longest first. */
function listHolding(db: Db, campaignIds: string[]) {
  return db
    .selectFrom('call')
    .innerJoin('user_account as caller', 'caller.id', 'call.caller_id')
    .innerJoin('company', 'company.id', 'call.company_id')
    .select((eb) => [
      'call.campaign_id as campaignId',
      'call.id as callId',
      'caller.name as callerName',
      'caller.organisation',
      'company.id as companyId',
      'company.name as companyName',
      'call.claimed_at as since',
      eb('call.lease_until', '<', sql<Date>`now()`).$castTo<boolean>().as('expired'),
    ])
    .where('call.campaign_id', 'in', campaignIds)
    .where('call.outcome', 'is', null)
    .where('call.released_at', 'is', null)
    .orderBy('call.claimed_at')
    .limit(200)
    .execute()
}

/** The forecast with the days on which its least and most days with calls would be over. */
async function dated(made: Forecast, times: CallingTimes, now: Date): Promise<LiveFigures['forecast']> {
  if (made.kind !== 'range') return made
  const { least, most } = made.days
  return {
    ...made,
    ends: {
      earliest: await callingDayAfter(times, today(now), least),
      latest: await callingDayAfter(times, today(now), most),
    },
  }
}
