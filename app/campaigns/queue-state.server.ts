import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { isOutside, restsUntil } from '~/companies/cooldown.server'
import type { SuppressionReason } from '~/companies/suppression'
import { inForce, isCompanySuppressed, meets } from '~/companies/suppression-check.server'
import type { Db } from '~/platform/db.server'
import {
  COUNT_LIMIT,
  containsPattern,
  type ListParams,
  type ListShape,
  type Page,
} from '~/platform/list-params'
import type { Campaign } from './campaigns.server'
import { type QueueState, queueStates } from './queue-state'
import { asksUntil } from './survey-hold.server'

/** No more companies than can be counted. */
const COUNTED = COUNT_LIMIT + 1

/**
 * SQL: the companies still to be called in a campaign, `most` of them, each with its state and when it is free. A
 * company that `callerId` holds is not held by others.
 */
function openTasks(campaign: Pick<Campaign, 'id'>, callerId: string | null, most: number | null = COUNTED) {
  return sql`
    select task.id, task.company_id, task.due_at, task.callback_for, task.attempts, holder.caller_id as holder_id,
      case
        when task.status = 'queued' and task.due_at <= now() then ${restsUntil('task.company_id', 'task.campaign_id')}
      end as rests_until,
      case
        when task.status = 'queued' and task.due_at <= now() then ${asksUntil('task.company_id', 'task.campaign_id')}
      end as asks_until,
      ${isCompanySuppressed('phone')} as suppressed,
      task.status
    from call_task as task
    join company on company.id = task.company_id
    left join call as holder on holder.company_id = task.company_id and holder.outcome is null
      and holder.released_at is null and holder.lease_until >= now()
      and holder.caller_id is distinct from ${callerId}::uuid
    where task.campaign_id = ${campaign.id} and task.status <> 'done'
    limit ${most}::int
  `
}

const state = sql<QueueState>`case
  when suppressed then 'suppressed'
  when holder_id is not null then 'held'
  when due_at > now() then case status when 'callback' then 'callback' else 'retry' end
  when rests_until is not null then 'resting'
  when asks_until is not null then 'surveyed'
  else 'now'
end`

const freeAt = sql<Date | null>`case
  when suppressed or holder_id is not null then null
  when due_at > now() then due_at
  else greatest(rests_until, asks_until)
end`

/**
 * How many companies of a campaign are in each state, how the others came to their end, and when the next is free:
 * as a caller meets it, or for nobody in particular.
 */
export async function countQueue(
  db: Db,
  caller: Pick<Viewer, 'userId'> | null,
  campaign: Pick<Campaign, 'id'>,
) {
  const [open, done] = await Promise.all([
    sql<{ state: QueueState; count: number; freeAt: Date | null }>`
      select ${state} as state, count(*)::int as count, min(${freeAt}) as "freeAt"
      from (${openTasks(campaign, caller?.userId ?? null)}) as task group by 1
    `.execute(db),
    db
      .selectFrom('call_task')
      .select(['done_reason as reason', (eb) => eb.fn.countAll<number>().as('count')])
      .where('campaign_id', '=', campaign.id)
      .where('status', '=', 'done')
      .groupBy('done_reason')
      .execute(),
  ])
  const states = Object.fromEntries(queueStates.map((name) => [name, 0])) as Record<QueueState, number>
  for (const row of open.rows) states[row.state] = row.count
  const free = open.rows.flatMap((row) => row.freeAt?.getTime() ?? [])
  return {
    ...states,
    done: done.reduce((sum, row) => sum + row.count, 0),
    unreached: done.find(({ reason }) => reason === 'max_attempts')?.count ?? 0,
    withdrawn: done.find(({ reason }) => reason === 'withdrawn')?.count ?? 0,
    capped: open.rows.reduce((sum, row) => sum + row.count, 0) > COUNT_LIMIT,
    nextFreeAt: free.length > 0 ? new Date(Math.min(...free)) : null,
  }
}

export type QueueCounts = Awaited<ReturnType<typeof countQueue>>

export const queueListShape = {
  sorts: ['free', 'name'],
  filters: { state: queueStates },
} as const satisfies ListShape<string>

export type QueueRow = {
  id: string
  companyId: string
  companyName: string
  state: QueueState
  freeAt: Date | null
  attempts: number
  holderName: string | null
  callbackFor: string | null
  contactAt: Date | null
  contactChannel: string | null
  contactProject: string | null
  contactPerson: string | null
  banReason: SuppressionReason | null
  bannedAt: Date | null
}

type QueueList = ListParams<(typeof queueListShape.sorts)[number]>

/** The companies behind the counts, each with what it waits for, from whom and until when. */
export async function listQueue(
  db: Db,
  campaign: Pick<Campaign, 'id'>,
  list: QueueList,
): Promise<Page<QueueRow>> {
  const cut = { most: COUNTED, limit: list.pageSize, offset: (list.page - 1) * list.pageSize }
  const rows = await readQueue(db, campaign, list, cut)
  const total = rows[0]?.total ?? 0
  return {
    rows: rows.map(({ total: _, ...row }) => row),
    total: Math.min(total, COUNT_LIMIT),
    capped: total > COUNT_LIMIT,
  }
}

/** All of them, for a table that leaves the house. */
export function wholeQueue(db: Db, campaign: Pick<Campaign, 'id'>, list: QueueList): Promise<QueueRow[]> {
  return readQueue(db, campaign, list, { most: null, limit: null, offset: 0 })
}

type Cut = { most: number | null; limit: number | null; offset: number }

async function readQueue(
  db: Db,
  campaign: Pick<Campaign, 'id'>,
  list: QueueList,
  { most, limit, offset }: Cut,
): Promise<(QueueRow & { total: number })[]> {
  const order = list.sort === 'name' ? sql`company.name collate "fi-FI-x-icu"` : sql`task.free_at`
  const direction = list.direction === 'desc' ? sql`desc` : sql`asc`
  const wanted = list.filters.state
  // By time, what can be called now comes last: the page is about the others.
  const waitingFirst = (alias: string) =>
    list.sort === 'free' ? sql`${sql.ref(`${alias}.state`)} = 'now', ` : sql``
  const pattern = list.search ? containsPattern(list.search) : null
  const { rows } = await sql<QueueRow & { total: number }>`
    with task as materialized (
      select *, ${state} as state, ${freeAt} as free_at from (${openTasks(campaign, null, most)}) as open
    ),
    page as (
      select task.*, company.name, count(*) over ()::int as total
      from task join company on company.id = task.company_id
      where (${wanted ?? null}::text is null or task.state = ${wanted ?? null})
        and (${pattern}::text is null or company.name_lower like ${pattern})
      order by ${waitingFirst('task')}${order} ${direction} nulls first, task.id
      limit ${limit}::int offset ${offset}::int
    )
    select page.id, page.company_id as "companyId", page.name as "companyName", page.state, page.free_at as "freeAt",
      page.attempts, holder.name as "holderName", promised.name as "callbackFor",
      contact.at as "contactAt", contact.channel as "contactChannel", contact.project_name as "contactProject",
      contact.person_name as "contactPerson", ban.reason as "banReason", ban.created_at as "bannedAt", page.total
    from page
    join company on company.id = page.company_id
    left join user_account as holder on holder.id = page.holder_id
    left join user_account as promised on promised.id = page.callback_for
    left join lateral (
      select event.at, event.channel, project.name as project_name, person.name as person_name
      from company_contact_event as event
      left join employer_round on employer_round.id = event.round_id
      left join project on project.id = employer_round.project_id
      left join user_account as person on person.id = event.user_id
      where page.state = 'resting' and event.company_id = page.company_id and event.taken_back_at is null
        and ${isOutside(sql`${campaign.id}::uuid`)}
      order by event.at desc limit 1
    ) as contact on true
    left join lateral (
      select suppression.reason, suppression.created_at from suppression
      where page.state = 'suppressed' and ${inForce('phone')} and ${meets('company', ['phone'])}
      order by suppression.id desc limit 1
    ) as ban on true
    order by ${waitingFirst('page')}${list.sort === 'name' ? sql`page.name collate "fi-FI-x-icu"` : sql`page.free_at`} ${direction} nulls first, page.id
  `.execute(db)
  return rows
}
