import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { rolesWith } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import type { Campaign } from './campaigns.server'

/** The callers of a campaign with what they have done, those removed last. */
export function listCallers(db: Db, campaign: Pick<Campaign, 'id'>) {
  return db
    .selectFrom('campaign_caller')
    .innerJoin('user_account', 'user_account.id', 'campaign_caller.user_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('call')
          .select((call) => [
            call.fn.countAll<number>().filterWhere('call.outcome', 'is not', null).as('calls'),
            call.fn
              .countAll<number>()
              .filterWhere('call.outcome', 'in', ['interested', 'joins_now'])
              .as('positive'),
            call.fn
              .countAll<number>()
              .filterWhere((open) => open.and({ outcome: null, released_at: null }))
              .as('open'),
          ])
          .whereRef('call.campaign_id', '=', 'campaign_caller.campaign_id')
          .whereRef('call.caller_id', '=', 'campaign_caller.user_id')
          .where('call.undone_at', 'is', null)
          .as('made'),
      (join) => join.onTrue(),
    )
    .select([
      'user_account.id',
      'user_account.name',
      'user_account.email',
      'user_account.organisation',
      'user_account.roles',
      'user_account.accepted_at as acceptedAt',
      'user_account.expires_at as expiresAt',
      'campaign_caller.added_at as addedAt',
      'campaign_caller.removed_at as removedAt',
      'made.calls',
      'made.positive',
      'made.open',
    ])
    .where('campaign_caller.campaign_id', '=', campaign.id)
    .orderBy('campaign_caller.removed_at', (order) => order.desc().nullsFirst())
    .orderBy('user_account.name')
    .execute()
}

export type CallerRow = Awaited<ReturnType<typeof listCallers>>[number]

/** People who may call and are not callers of the campaign yet. */
export function listPossibleCallers(db: Db, campaign: Pick<Campaign, 'id'>) {
  return db
    .selectFrom('user_account')
    .select(['user_account.id', 'user_account.name', 'user_account.organisation', 'user_account.roles'])
    .where(sql<boolean>`user_account.roles && ${[...rolesWith('calls.make')]}::text[]`)
    .where('user_account.closed_at', 'is', null)
    .where((eb) =>
      eb.or([eb('user_account.expires_at', 'is', null), eb('user_account.expires_at', '>', new Date())]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('campaign_caller')
            .select('campaign_caller.user_id')
            .where('campaign_caller.campaign_id', '=', campaign.id)
            .where('campaign_caller.removed_at', 'is', null)
            .whereRef('campaign_caller.user_id', '=', 'user_account.id'),
        ),
      ),
    )
    .orderBy('user_account.name')
    .limit(500)
    .execute()
}

/** Lets a person call in the campaign, also one removed earlier. RuleError when they may not call at all. */
export async function addCaller(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaign: Pick<Campaign, 'id' | 'roundId'>,
  userId: string,
): Promise<void> {
  const possible = await listPossibleCallers(trx, campaign)
  if (!possible.some((caller) => caller.id === userId)) throw new RuleError('campaigns:rule.cannot_call')
  await trx
    .insertInto('campaign_caller')
    .values({ campaign_id: campaign.id, user_id: userId, added_by: viewer.userId })
    .onConflict((conflict) =>
      conflict
        .columns(['campaign_id', 'user_id'])
        .doUpdateSet({ removed_at: null, added_by: viewer.userId, added_at: new Date() }),
    )
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'caller_added',
    subject: ['campaign', campaign.id],
    campaignId: campaign.id,
    roundId: campaign.roundId,
  })
}

/** Takes a caller off the campaign; a call in hand can still be finished. False when they were not on it. */
export async function removeCaller(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaign: Pick<Campaign, 'id' | 'roundId'>,
  userId: string,
): Promise<boolean> {
  const removed = await trx
    .updateTable('campaign_caller')
    .set({ removed_at: new Date() })
    .where('campaign_id', '=', campaign.id)
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst()
  if (!removed) return false
  // Callbacks promised to this caller are anybody's from now on.
  await trx
    .updateTable('call_task')
    .set({ callback_for: null })
    .where('campaign_id', '=', campaign.id)
    .where('callback_for', '=', userId)
    .where('status', '=', 'callback')
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'caller_removed',
    subject: ['campaign', campaign.id],
    campaignId: campaign.id,
    roundId: campaign.roundId,
  })
  return true
}
