import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { TIME_ZONE } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { positiveOutcomes, reachedOutcomes } from './call-outcome'

/**
 * How hours of work are counted from calls: the time a card was open, an hour at the most, and the pause before the
 * next card where it is short.
 */
const workTime = { longestCardMinutes: 60, pauseMinutes: 15 }

/** Whose calls a report is about: all of a campaign's, or one caller's own in every campaign. */
type WorkOf = { campaignId: string } | { callerId: string }

const callsOf = (of: WorkOf) =>
  'campaignId' in of
    ? sql`call.campaign_id = ${of.campaignId}::uuid`
    : sql`call.caller_id = ${of.callerId}::uuid`

/** The months 'YYYY-MM' with calls in them, newest first. */
export async function listWorkMonths(db: Db, of: WorkOf): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select distinct to_char(call.claimed_at at time zone ${TIME_ZONE}, 'YYYY-MM') as month
    from call
    where ${callsOf(of)} and call.outcome is not null
    order by month desc
    limit 60
  `.execute(db)
  return rows.map(({ month }) => month)
}

export type WorkDay = {
  id: string
  /** 'YYYY-MM-DD' */
  day: string
  callerName: string
  organisation: string | null
  campaignName: string
  calls: number
  companies: number
  reached: number
  positive: number
  minutes: number
  outcomes: Record<string, number>
}

/** One row a caller, campaign and day of a month 'YYYY-MM'. Calls that were undone are left out. */
export async function listWorkDays(db: Db, of: WorkOf, month: string): Promise<WorkDay[]> {
  const { rows } = await sql<WorkDay>`
    with made as (
      select call.*, (call.claimed_at at time zone ${TIME_ZONE})::date as day,
        call.claimed_at - lag(call.ended_at) over (partition by call.caller_id order by call.claimed_at) as pause
      from call
      where ${callsOf(of)} and call.outcome is not null and call.undone_at is null
        and call.claimed_at >= (${`${month}-01`}::date - 1)
        and call.claimed_at < (${`${month}-01`}::date + interval '1 month' + interval '1 day')
    ),
    outcomes as (
      select caller_id, campaign_id, day, jsonb_object_agg(outcome, calls) as outcomes
      from (
        select caller_id, campaign_id, day, outcome, count(*)::int as calls
        from made group by caller_id, campaign_id, day, outcome
      ) as counted
      group by caller_id, campaign_id, day
    )
    select
      made.day || ' ' || made.caller_id || ' ' || made.campaign_id as id,
      made.day,
      caller.name as "callerName",
      caller.organisation,
      campaign.name as "campaignName",
      count(*)::int as calls,
      count(distinct made.company_id)::int as companies,
      count(*) filter (where made.outcome = any(${[...reachedOutcomes]}::text[]))::int as reached,
      count(*) filter (where made.outcome = any(${[...positiveOutcomes]}::text[]))::int as positive,
      round(sum(extract(epoch from
        least(made.ended_at - made.claimed_at, make_interval(mins => ${workTime.longestCardMinutes}::int))
        + case when made.pause between interval '0' and make_interval(mins => ${workTime.pauseMinutes}::int)
          then made.pause else interval '0' end
      )) / 60)::int as minutes,
      outcomes.outcomes
    from made
    join user_account as caller on caller.id = made.caller_id
    join campaign on campaign.id = made.campaign_id
    join outcomes using (caller_id, campaign_id, day)
    where to_char(made.day, 'YYYY-MM') = ${month}
    group by made.day, made.caller_id, made.campaign_id, caller.name, caller.organisation, campaign.name,
      outcomes.outcomes
    order by made.day desc, caller.name, campaign.name
    limit 2000
  `.execute(db)
  return rows
}

/** Calls and the median time of writing an outcome down, in seconds, of a campaign by outcome. */
export async function wrapUpTimes(db: Db, campaign: { id: string }) {
  const { rows } = await sql<{ id: string; calls: number; seconds: number }>`
    select outcome as id, count(*)::int as calls,
      round((percentile_cont(0.5) within group (order by wrap_up_ms) / 1000)::numeric, 1)::float8 as seconds
    from call
    where campaign_id = ${campaign.id}::uuid and wrap_up_ms is not null and undone_at is null
    group by outcome
    order by calls desc
  `.execute(db)
  return rows
}

export type WrapUpTime = Awaited<ReturnType<typeof wrapUpTimes>>[number]

/** The month asked for if there is work in it, else the latest; null when there is none at all. */
export function monthOf(months: readonly string[], asked: string | null): string | null {
  return months.find((month) => month === asked) ?? months[0] ?? null
}

/** What a caller has done since an instant: for the summary of the day. */
export async function summariseOwnCalls(db: Db, viewer: Pick<Viewer, 'userId'>, since: Date) {
  const { rows } = await sql<{ calls: number; reached: number; positive: number; minutes: number }>`
    with made as (
      select call.*,
        call.claimed_at - lag(call.ended_at) over (order by call.claimed_at) as pause
      from call
      where call.caller_id = ${viewer.userId}::uuid and call.ended_at >= ${since} and call.undone_at is null
    )
    select count(*)::int as calls,
      count(*) filter (where outcome = any(${[...reachedOutcomes]}::text[]))::int as reached,
      count(*) filter (where outcome = any(${[...positiveOutcomes]}::text[]))::int as positive,
      coalesce(round(sum(extract(epoch from
        least(ended_at - claimed_at, make_interval(mins => ${workTime.longestCardMinutes}::int))
        + case when pause between interval '0' and make_interval(mins => ${workTime.pauseMinutes}::int)
          then pause else interval '0' end
      )) / 60), 0)::int as minutes
    from made
  `.execute(db)
  return rows[0] ?? { calls: 0, reached: 0, positive: 0, minutes: 0 }
}
