import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { houseOrder, OrderForm, type OrderPoints } from '~/companies/call-order'
import { lotIn, pointsOf } from '~/companies/call-order.server'
import type { Db, Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import type { Campaign } from './campaigns.server'

/** The points of a campaign's rules: its own, or those of the house. */
export async function readCallOrder(db: Db, campaign: Pick<Campaign, 'id'>): Promise<OrderPoints> {
  const { rules } = await db
    .selectFrom('campaign')
    .select('campaign.order_rules as rules')
    .where('campaign.id', '=', campaign.id)
    .executeTakeFirstOrThrow()
  // A rule that came after the campaign's points were saved counts as the house has it.
  const own = OrderForm.safeParse({ ...houseOrder, ...(rules as object | null) })
  return own.success ? own.data : houseOrder
}

/**
 * Sets the points of a campaign's rules and orders its waiting calls by them. Returns how many
 * calls got other points or another place. RuleError for a closed campaign.
 */
export async function setCallOrder(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaign: Pick<Campaign, 'id' | 'roundId' | 'status'>,
  order: OrderPoints,
): Promise<number> {
  if (campaign.status === 'closed') throw new RuleError('prospects:order.closed')
  await trx.updateTable('campaign').set({ order_rules: order }).where('id', '=', campaign.id).execute()
  const count = await orderCalls(trx, campaign)
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'call_order_changed',
    subject: ['campaign', campaign.id],
    campaignId: campaign.id,
    roundId: campaign.roundId,
  })
  return count
}

/**
 * Works out points, reasons and place of every call of a campaign that waits, in one statement, and returns how many
 * changed. The queue takes companies not yet tried by their place. The company that a caller has in hand stays as the
 * caller sees it.
 */
export async function orderCalls(trx: Trx, campaign: Pick<Campaign, 'id'>): Promise<number> {
  const worth = pointsOf(await readCallOrder(trx, campaign), sql`campaign.source_list_id`)
  const ordered = await sql`
    update call_task
    set points = ranked.points, point_reasons = ranked.reasons, position = ranked.place
    from (
      select task.id, worth.points, worth.reasons, row_number() over (
        order by worth.points desc, ${lotIn(campaign.id)}
      ) as place
      from call_task as task
      join campaign on campaign.id = task.campaign_id
      join company on company.id = task.company_id
      cross join lateral ${worth} as worth
      where task.campaign_id = ${campaign.id} and task.status <> 'done'
    ) as ranked
    where call_task.id = ranked.id
      and (call_task.points, call_task.point_reasons, call_task.position)
        is distinct from (ranked.points, ranked.reasons, ranked.place)
      and not exists (
        select from call as held
        where held.task_id = call_task.id and held.outcome is null and held.released_at is null
      )
  `.execute(trx)
  return Number(ordered.numAffectedRows ?? 0)
}

/**
 * Orders anew the waiting calls of every approved campaign that is not closed, since what speaks for a call changes:
 * contacts grow old, people become available, companies get facts. While it runs callers find no next company in the
 * campaign at hand, so it is done at night.
 */
export async function orderCallsAnew(db: Db): Promise<void> {
  const campaigns = await db
    .selectFrom('campaign')
    .select('id')
    .where('list_approved_at', 'is not', null)
    .where('status', '<>', 'closed')
    .execute()
  for (const campaign of campaigns) await db.transaction().execute((trx) => orderCalls(trx, campaign))
}
