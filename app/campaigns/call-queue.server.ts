import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { isCompanySuppressed } from '~/companies/suppression-check.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import type { Toast } from '~/platform/http.server'
import { RuleError } from '~/platform/rule-error'
import type { TextKey } from '~/texts/text-keys'
import { quietAt } from './calling-times.server'
import { unfinishedAsked } from './calls.server'
import type { Campaign } from './campaigns.server'
import { isRetryNext, lastSteps, nextTask, type OpenCampaign } from './queue-steps.server'

type Claim =
  /** The caller's own call that has no outcome yet; it comes before any new company. */
  { kind: 'unfinished'; callId: string } | { kind: 'taken'; callId: string } | { kind: 'nothing' }

/**
 * Gives the caller a company that nobody else has and that may be called now: the caller's own due callbacks
 * first, then anybody's, then second tries and companies not yet tried in the campaign's mix. RuleError when the
 * campaign gives no calls to this caller.
 */
export async function claimNextCall(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaign: Pick<Campaign, 'id'>,
): Promise<Claim> {
  const claim = await claimOrRefusal(trx, viewer, campaign)
  if (claim.kind === 'refused') throw new RuleError(claim.why)
  return claim
}

async function claimOrRefusal(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaign: Pick<Campaign, 'id'>,
): Promise<Claim | { kind: 'refused'; why: TextKey }> {
  // Two clicks of one caller are taken one after the other; other callers are not held up.
  await trx
    .selectFrom('user_account')
    .select('user_account.id')
    .where('user_account.id', '=', viewer.userId)
    .forNoKeyUpdate()
    .execute()
  const found = await lookAtCampaign(trx, viewer, campaign)
  if (found.unfinished) {
    await releaseForbiddenCall(trx, viewer)
    const callId = await holdUnfinishedCall(trx, viewer)
    if (callId) return { kind: 'unfinished', callId }
  }
  const why = refusalOf(found)
  if (why) return { kind: 'refused', why }
  await releaseExpiredCalls(trx)
  const open = await openFor(found)
  for (;;) {
    const { company, callId } = await tryClaim(trx, viewer, open)
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
  const claim = await claimOrRefusal(trx, viewer, campaign)
  return claim.kind === 'refused' ? '/calls' : placeOf(claim).to
}

/** One look and one write. A company without a call means that somebody else was quicker. */
async function tryClaim(trx: Trx, viewer: Pick<Viewer, 'userId'>, campaign: OpenCampaign) {
  const { rows } = await sql<{ company: string | null; callId: string | null }>`
    with next as (${nextTask(viewer, campaign)}),
    taken as (
      insert into call (task_id, campaign_id, company_id, caller_id, lease_until, step)
      select id, ${campaign.id}::uuid, company_id, ${viewer.userId}::uuid,
        now() + make_interval(mins => ${campaign.leaseMinutes}::int), step
      from next
      on conflict do nothing
      returning id
    )
    select (select company_id from next) as company, (select id from taken) as "callId"
  `.execute(trx)
  return rows[0] ?? { company: null, callId: null }
}

/** The caller's call without an outcome, unless another campaign takes the company at this very moment. */
async function holdUnfinishedCall(trx: Trx, viewer: Pick<Viewer, 'userId'>): Promise<string | null> {
  await sql`savepoint holding`.execute(trx)
  try {
    return await unfinishedCall(trx, viewer)
  } catch (error) {
    if (!isTakenMeanwhile(error)) throw error
    await sql`rollback to savepoint holding`.execute(trx)
    return null
  }
}

const isTakenMeanwhile = (error: unknown) =>
  error instanceof Error && 'constraint_name' in error && error.constraint_name === 'call_open_company_key'

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
            mine.released_at > now() - make_interval(hours => ${unfinishedAsked.hours}::int)
            and task.status <> 'done'
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

/** Job: the companies a caller holds come back to the queue, once they are signed in nowhere any more. */
export async function releaseCallsOfSignedOut(db: Db, userId: string): Promise<void> {
  await db
    .updateTable('call')
    .set({ released_at: new Date() })
    .where('caller_id', '=', userId)
    .where('outcome', 'is', null)
    .where('released_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('session')
            .select('session.user_id')
            .where('session.user_id', '=', userId)
            .where('session.expires_at', '>', new Date()),
        ),
      ),
    )
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

/** What a claim must know of the campaign and of the caller in it, in one look. */
function lookAtCampaign(trx: Trx, viewer: Pick<Viewer, 'userId'>, campaign: Pick<Campaign, 'id'>) {
  // The shared lock lets callers claim side by side and makes a closing campaign wait for them.
  return trx
    .selectFrom('campaign')
    .select((eb) => [
      'campaign.id',
      'campaign.status',
      'campaign.starts_on as startsOn',
      'campaign.ends_on as endsOn',
      'campaign.lease_minutes as leaseMinutes',
      'campaign.calls_from as callsFrom',
      'campaign.calls_until as callsUntil',
      'campaign.call_weekdays as callWeekdays',
      'campaign.calls_on_holidays as callsOnHolidays',
      'campaign.retry_share as retryShare',
      eb
        .selectFrom('campaign_caller')
        .select('campaign_caller.user_id')
        .whereRef('campaign_caller.campaign_id', '=', 'campaign.id')
        .where('campaign_caller.user_id', '=', viewer.userId)
        .where('campaign_caller.removed_at', 'is', null)
        .as('callerId'),
      hasUnfinished(viewer).as('unfinished'),
      lastSteps(viewer.userId).as('lastSteps'),
    ])
    .where('campaign.id', '=', campaign.id)
    .forShare()
    .executeTakeFirstOrThrow()
}

/** SQL: whether the caller has a call without an outcome, held or let go of lately. Each half has its own index. */
const hasUnfinished = (viewer: Pick<Viewer, 'userId'>) => sql<boolean>`(
  exists (
    select from call as mine
    where mine.caller_id = ${viewer.userId} and mine.outcome is null and mine.released_at is null
  ) or exists (
    select from call as mine
    where mine.caller_id = ${viewer.userId} and mine.outcome is null
      and mine.released_at > now() - make_interval(hours => ${unfinishedAsked.hours}::int)
  )
)`

type CampaignInSight = Awaited<ReturnType<typeof lookAtCampaign>>

/** Why the campaign gives this caller no calls, or null when it does. */
function refusalOf(found: CampaignInSight): TextKey | null {
  if (!found.callerId) return 'campaigns:rule.not_a_caller'
  if (found.status === 'paused') return 'campaigns:rule.paused'
  if (found.status !== 'running') return 'campaigns:rule.not_running'
  if (found.startsOn && found.startsOn > today()) return 'campaigns:rule.not_started'
  if (found.endsOn && found.endsOn < today()) return 'campaigns:rule.ended'
  return null
}

/** In the quiet of evenings, weekends and holidays only callbacks that were agreed for the quiet are given. */
async function openFor(found: CampaignInSight): Promise<OpenCampaign> {
  const quiet = await quietAt(found)
  return {
    id: found.id,
    leaseMinutes: found.leaseMinutes,
    retryFirst: isRetryNext(found.lastSteps, found.retryShare),
    quietSince: quiet?.since ?? null,
  }
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
