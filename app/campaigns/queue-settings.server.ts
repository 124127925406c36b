import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Trx } from '~/platform/db.server'
import { changeAtVersion } from '~/platform/versions.server'
import type { Campaign } from './campaigns.server'
import type { QueueForm } from './queue-form'

/** Sets when and in what mix a campaign calls; false when somebody changed the campaign after the form was opened. */
export async function setQueue(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaign: Pick<Campaign, 'id' | 'roundId'>,
  form: QueueForm,
): Promise<boolean> {
  const changed = await changeAtVersion(
    trx,
    'campaign',
    { id: campaign.id, version: form.version },
    {
      calls_from: form.callsFrom,
      calls_until: form.callsUntil,
      call_weekdays: form.callWeekdays.map(Number),
      calls_on_holidays: form.callsOnHolidays,
      retry_share: form.retryShare,
    },
  )
  if (!changed) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'calling_times_set',
    subject: ['campaign', campaign.id],
    campaignId: campaign.id,
    roundId: campaign.roundId,
  })
  return true
}
