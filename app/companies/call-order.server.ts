import { type RawBuilder, sql } from 'kysely'
import { TIME_ZONE } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import {
  houseOrder,
  type OrderPoints,
  type OrderRule,
  orderRuleNames,
  orderRules,
  type PointReason,
  recentDays,
} from './call-order'
import { isEarlierPartner } from './company-filter.server'
import { refusedStages } from './stage'

/** SQL over `company`: how many of what a rule counts the company has. */
function countFor(rule: OrderRule, order: OrderPoints, sourceListId: RawBuilder<unknown> | null) {
  const counts: Record<OrderRule, RawBuilder<number>> = {
    small: sql`(company.size_band in ('1-4', '5-9', '10-49') is true)::int`,
    growing: sql`(company.growth is not distinct from 'growing')::int`,
    funded: sql`(company.funded is not null)::int`,
    earlier: sql`${isEarlierPartner}::int`,
    asked: askedForContact,
    fits: sql`(select company_fit.candidates from company_fit where company_fit.company_id = company.id)`,
    keywords: sql`(
      select max(cardinality(listed.matched_keywords)) from source_list_company as listed
      where listed.company_id = company.id
        and ${sourceListId ? sql`listed.source_list_id = ${sourceListId}` : sql`true`}
    )`,
    quiet: sql`(
      company.last_contact_at < now() - make_interval(months => ${order.quietAfterMonths}) is true
    )::int`,
    recent: sql`(company.last_contact_at > now() - make_interval(days => ${recentDays}) is true)::int`,
    often: sql`(
      select count(*)::int from company_contact_event as contact
      where contact.company_id = company.id and contact.taken_back_at is null
        and contact.at between now() - interval '1 year' and now()
    )`,
  }
  return counts[rule]
}

/** The last call ended with their asking to be called again, and that time has come. */
const askedForContact = sql<number>`coalesce((
  select (
    call.outcome = 'callback' or (call.outcome = 'no_need_now' and call.no_need_until <= current_date)
  ) is true
  from call
  where call.company_id = company.id and call.outcome is not null and call.undone_at is null
  order by call.id desc limit 1
), false)::int`

/**
 * SQL: the latest part of the company in a round, when it ended in a refusal and they have asked for no call since;
 * `on_day` is the Finnish day of the refusal, null where it is not known.
 */
const refusal = sql`
  select (
    select (activity.at at time zone ${sql.lit(TIME_ZONE)})::date from activity
    where activity.subject_type = 'engagement' and activity.subject_id = latest.id
      and activity.action = 'engagement_' || latest.stage
    order by activity.id desc limit 1
  ) as on_day
  from (
    select engagement.id, engagement.stage from engagement
    where engagement.company_id = company.id
    order by engagement.id desc limit 1
  ) as latest
  where latest.stage in (${sql.join(refusedStages.map((stage) => sql.lit(stage)))}) and ${askedForContact} = 0
`

/**
 * SQL: `points` and `reasons` of the row of `company` in sight, for a lateral join. Search words are counted on one
 * list, or on the list that has most of them. Reasons come with the weightiest first; rules without points are left
 * out. A company that has refused has no points, and the refusal for its only reason.
 */
export function pointsOf(
  order: OrderPoints,
  sourceListId: RawBuilder<unknown> | null = null,
): RawBuilder<Worth> {
  const rules = orderRuleNames
    .filter((rule) => order[rule] !== 0)
    .map((rule) => {
      const count = countFor(rule, order, sourceListId)
      return sql`(${rule}, ${order[rule]}::int, least(coalesce(${count}, 0), ${orderRules[rule].most}::int))`
    })
  if (rules.length === 0) return sql<Worth>`(select 0 as points, '[]'::jsonb as reasons)`
  return sql<Worth>`(
    select
      case when refusal.reasons is null then counted.points else 0 end as points,
      coalesce(refusal.reasons, counted.reasons) as reasons
    from (
      select
        coalesce(sum(each.points * each.count), 0)::int as points,
        coalesce(
          jsonb_agg(
            jsonb_build_object('rule', each.rule, 'points', each.points * each.count, 'count', each.count)
            order by abs(each.points * each.count) desc, each.rule
          ),
          '[]'
        ) as reasons
      from (values ${sql.join(rules)}) as each (rule, points, count)
      where each.count > 0
    ) as counted
    left join (
      select jsonb_build_array(
        jsonb_build_object('rule', 'refused', 'points', 0, 'count', 1, 'day', refused.on_day)
      ) as reasons
      from (${refusal}) as refused
    ) as refusal on true
  )`
}

type Worth = { points: number; reasons: unknown }

/** What speaks for calling a company now, by the points of the house. The company is one the viewer has found. */
export function whyCallNow(db: Db, companyId: string) {
  return db
    .selectFrom('company')
    .innerJoinLateral(pointsOf(houseOrder).as('worth'), (join) => join.onTrue())
    .select(['worth.points', sql<PointReason[]>`worth.reasons`.as('reasons')])
    .where('company.id', '=', companyId)
    .executeTakeFirstOrThrow()
}

export type WhyCallNow = Awaited<ReturnType<typeof whyCallNow>>

/**
 * SQL over `company`: the order of companies with as many points in a campaign. It is the same each time, and no
 * company comes first in every campaign by its name.
 */
export const lotIn = (campaignId: string): RawBuilder<string> =>
  sql`md5(company.id::text || ${campaignId}::text), company.id`
