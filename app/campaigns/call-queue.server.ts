import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { isCompanySuppressed } from '~/companies/suppressions.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import type { Toast } from '~/platform/http.server'
import { RuleError } from '~/platform/rule-error'
import type { TextKey } from '~/texts/text-keys'
import type { Campaign } from './campaigns.server'

export type Claim =
  /** The caller's own call that has no outcome yet; it comes before any new company. */
  { kind: 'unfinished'; callId: string } | { kind: 'taken'; callId: string } | { kind: 'nothing' }

/**
 * Gives the caller a company that nobody else has and that may be called now: the caller's own due callbacks
 * first, then anybody's, then retries, then companies not yet tried. RuleError when the campaign gives no calls
 * to this caller.
 */
export async function claimNextCall(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaign: Pick<Campaign, 'id'>,
): Promise<Claim> {
  // Two clicks of one caller are taken one after the other; other callers are not held up.
  await trx
    .selectFrom('user_account')
    .select('user_account.id')
    .where('user_account.id', '=', viewer.userId)
    .forNoKeyUpdate()
    .execute()
  await releaseForbiddenCall(trx, viewer)
  const unfinished = await unfinishedCall(trx, viewer)
  if (unfinished) return { kind: 'unfinished', callId: unfinished }

  const refusal = await refusalFor(trx, viewer, campaign)
  if (refusal) throw new RuleError(refusal)
  await releaseExpiredCalls(trx)
  for (;;) {
    const { company, callId } = await tryClaim(trx, viewer, campaign)
    if (callId) return { kind: 'taken', callId }
    if (!company) return { kind: 'nothing' }
    // Another caller took the company between the look and the write: look again, with theirs in sight.
  }
}

/** Where a claim leads: to the card, or back to the desk that says why there is nothing to call. */
export function placeOf(claim: Claim): { to: string; toast?: Toast } {
  if (claim.kind === 'nothing') return { to: '/calls', toast: { text: 'campaigns:nothing_now' } }
  return { to: `/calls/${claim.callId}${claim.kind === 'unfinished' ? '?unfinished' : ''}` }
}

/** Where the caller goes after an outcome: to the next company at once, or to the desk when there is none for them. */
export async function takeNextAfter(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaign: Pick<Campaign, 'id'>,
): Promise<string> {
  if (await refusalFor(trx, viewer, campaign)) return '/calls'
  return placeOf(await claimNextCall(trx, viewer, campaign)).to
}

/** One look and one write. A company without a call means that somebody else was quicker. */
async function tryClaim(trx: Trx, viewer: Pick<Viewer, 'userId'>, campaign: Pick<Campaign, 'id'>) {
  const { rows } = await sql<{ company: string | null; callId: string | null }>`
    with next as (
      select task.id, task.company_id, task.campaign_id, campaign.lease_minutes
      from call_task as task
      join campaign on campaign.id = task.campaign_id
      join company on company.id = task.company_id
      where task.campaign_id = ${campaign.id}
        and campaign.status = 'running'
        and task.status <> 'done'
        and task.due_at <= now()
        and not exists (
          select from call
          where call.company_id = task.company_id and call.outcome is null and call.released_at is null
        )
        and not ${isCompanySuppressed('phone')}
      order by
        case
          when task.status = 'callback' and task.callback_for = ${viewer.userId} then 1
          when task.status = 'callback' then 2
          when task.attempts > 0 then 3
          else 4
        end,
        task.due_at,
        task.position
      limit 1
      for no key update of task skip locked
    ),
    taken as (
      insert into call (task_id, campaign_id, company_id, caller_id, lease_until)
      select id, campaign_id, company_id, ${viewer.userId}::uuid, now() + make_interval(mins => lease_minutes)
      from next
      on conflict do nothing
      returning id
    )
    select (select company_id from next) as company, (select id from taken) as "callId"
  `.execute(trx)
  return rows[0] ?? { company: null, callId: null }
}

/**
 * The caller's call without an outcome, held again with a new lease if it had been released meanwhile. A released
 * call that another caller has followed up is no longer asked for.
 */
async function unfinishedCall(trx: Trx, viewer: Pick<Viewer, 'userId'>): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    update call
    set released_at = null, lease_until = now() + make_interval(mins => campaign.lease_minutes)
    from campaign
    where campaign.id = call.campaign_id
      and call.id = (
        select mine.id from call as mine
        join call_task as task on task.id = mine.task_id
        where mine.caller_id = ${viewer.userId}
          and mine.outcome is null
          and (mine.released_at is null or (
            task.status <> 'done'
            and not exists (select from call as later where later.task_id = mine.task_id and later.id > mine.id)
            and not exists (
              select from call as held
              where held.company_id = mine.company_id and held.outcome is null and held.released_at is null
            )
            and not exists (
              select from company
              where company.id = mine.company_id and ${isCompanySuppressed('phone')}
            )
          ))
        order by mine.released_at nulls first, mine.id desc
        limit 1
      )
    returning call.id
  `.execute(trx)
  return rows[0]?.id ?? null
}

/** A company that asked for no contact while the caller held it asks for no outcome: the caller lets go. */
async function releaseForbiddenCall(trx: Trx, viewer: Pick<Viewer, 'userId'>): Promise<void> {
  await trx
    .updateTable('call')
    .from('company')
    .set({ released_at: new Date() })
    .whereRef('company.id', '=', 'call.company_id')
    .where('call.caller_id', '=', viewer.userId)
    .where('call.outcome', 'is', null)
    .where('call.released_at', 'is', null)
    .where(isCompanySuppressed('phone'))
    .execute()
}

/** Companies whose caller went away come back to the queue. */
async function releaseExpiredCalls(trx: Trx): Promise<void> {
  await sql`
    update call set released_at = now()
    where id in (
      select id from call
      where outcome is null and released_at is null and lease_until < now()
      for update skip locked
    )
  `.execute(trx)
}

/** Why the campaign gives this caller no calls, or null when it does. */
async function refusalFor(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaign: Pick<Campaign, 'id'>,
): Promise<TextKey | null> {
  // The shared lock lets callers claim side by side and makes a closing campaign wait for them.
  const found = await trx
    .selectFrom('campaign')
    .select((eb) => [
      'campaign.status',
      'campaign.starts_on as startsOn',
      'campaign.ends_on as endsOn',
      eb
        .selectFrom('campaign_caller')
        .select('campaign_caller.user_id')
        .whereRef('campaign_caller.campaign_id', '=', 'campaign.id')
        .where('campaign_caller.user_id', '=', viewer.userId)
        .where('campaign_caller.removed_at', 'is', null)
        .as('callerId'),
    ])
    .where('campaign.id', '=', campaign.id)
    .forShare()
    .executeTakeFirstOrThrow()
  if (!found.callerId) return 'campaigns:rule.not_a_caller'
  if (found.status === 'paused') return 'campaigns:rule.paused'
  if (found.status !== 'running') return 'campaigns:rule.not_running'
  if (found.startsOn && found.startsOn > today()) return 'campaigns:rule.not_started'
  if (found.endsOn && found.endsOn < today()) return 'campaigns:rule.ended'
  return null
}

/** Keeps the company for the caller a while longer, three hours from taking it at the most. */
export async function extendLease(db: Db, viewer: Pick<Viewer, 'userId'>, callId: string): Promise<boolean> {
  const extended = await db
    .updateTable('call')
    .from('campaign')
    .set({ lease_until: sql<Date>`now() + make_interval(mins => campaign.lease_minutes)` })
    .whereRef('campaign.id', '=', 'call.campaign_id')
    .where('call.id', '=', callId)
    .where('call.caller_id', '=', viewer.userId)
    .where('call.outcome', 'is', null)
    .where('call.released_at', 'is', null)
    .where('call.claimed_at', '>', sql<Date>`now() - interval '3 hours'`)
    .returning('call.id')
    .executeTakeFirst()
  return extended !== undefined
}

/** Why a caller gets what they get: how many companies are due, wait, are done, must not be called, are held. */
export async function countQueue(db: Db, viewer: Pick<Viewer, 'userId'>, campaign: Pick<Campaign, 'id'>) {
  const { rows } = await sql<QueueCounts>`
    with task as (
      select call_task.status, call_task.due_at,
        call_task.status <> 'done' and ${isCompanySuppressed('phone')} as suppressed,
        exists (
          select from call
          where call.company_id = call_task.company_id and call.caller_id <> ${viewer.userId}
            and call.outcome is null and call.released_at is null and call.lease_until >= now()
        ) as held
      from call_task join company on company.id = call_task.company_id
      where call_task.campaign_id = ${campaign.id}
    )
    select
      count(*) filter (where status = 'done')::int as done,
      count(*) filter (where suppressed)::int as suppressed,
      count(*) filter (where status <> 'done' and not suppressed and held)::int as held,
      count(*) filter (where status <> 'done' and not suppressed and not held and due_at > now())::int as waiting,
      count(*) filter (where status <> 'done' and not suppressed and not held and due_at <= now())::int as due,
      min(due_at) filter (where status <> 'done' and not suppressed and due_at > now()) as "nextDueAt"
    from task
  `.execute(db)
  return rows[0] ?? { done: 0, suppressed: 0, held: 0, waiting: 0, due: 0, nextDueAt: null }
}

export type QueueCounts = {
  done: number
  suppressed: number
  held: number
  waiting: number
  due: number
  nextDueAt: Date | null
}
