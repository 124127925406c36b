import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { type CampaignStatus, nextStatuses } from './campaign'
import type { Campaign } from './campaigns.server'

/** Starts, pauses or closes. RuleError when the campaign is not where that is possible, or has no callers to start. */
export async function setCampaignStatus(
  trx: Trx,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  campaign: Pick<Campaign, 'id' | 'status' | 'roundId'>,
  status: Extract<CampaignStatus, 'running' | 'paused' | 'closed'>,
): Promise<void> {
  if (!nextStatuses[campaign.status as CampaignStatus].includes(status))
    throw new RuleError(
      campaign.status === 'list_building'
        ? 'campaigns:rule.list_not_approved'
        : 'campaigns:rule.not_from_here',
    )
  if (status === 'running') {
    const caller = await trx
      .selectFrom('campaign_caller')
      .select('user_id')
      .where('campaign_id', '=', campaign.id)
      .where('removed_at', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (!caller) throw new RuleError('campaigns:rule.no_callers')
  }
  await trx
    .updateTable('campaign')
    .set((eb) => ({
      status,
      closed_at: status === 'closed' ? new Date() : null,
      version: eb('campaign.version', '+', 1),
    }))
    .where('id', '=', campaign.id)
    .execute()
  if (status === 'closed') await releaseCallsOf(trx, campaign.id)
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: `campaign_${status}`,
    subject: ['campaign', campaign.id],
    campaignId: campaign.id,
    roundId: campaign.roundId,
  })
}

/** Nobody is held by a campaign that is over; a caller in mid-call can still log what came of it. */
async function releaseCallsOf(trx: Trx, campaignId: string): Promise<void> {
  await trx
    .updateTable('call')
    .set({ released_at: new Date() })
    .where('campaign_id', '=', campaignId)
    .where('outcome', 'is', null)
    .where('released_at', 'is', null)
    .execute()
}
