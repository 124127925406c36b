import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { unfinishedAsked, visibleCalls } from './calls.server'
import { visibleCampaigns } from './campaigns.server'

/** The viewer's own working day: the call in hand, callbacks agreed, what came of today's calls. */
export async function findCallDesk(db: Db, viewer: Pick<Viewer, 'userId' | 'roles'>, since: Date) {
  const own = () => visibleCalls(db, viewer).where('call.caller_id', '=', viewer.userId)
  const [open, unfinished, callbacks, ended, campaigns] = await Promise.all([
    own()
      .where('call.outcome', 'is', null)
      .where('call.released_at', 'is', null)
      .select(['call.id', 'company.name as companyName', 'campaign.name as campaignName'])
      .select('call.claimed_at as claimedAt')
      .executeTakeFirst(),
    own()
      .innerJoin('call_task as task', 'task.id', 'call.task_id')
      .where('call.outcome', 'is', null)
      .where('call.released_at', '>', new Date(Date.now() - unfinishedAsked.hours * 3_600_000))
      .where('task.status', '<>', 'done')
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('call as later')
              .select('later.id')
              .whereRef('later.task_id', '=', 'call.task_id')
              .whereRef('later.id', '>', 'call.id'),
          ),
        ),
      )
      .select(['call.id', 'company.name as companyName', 'campaign.name as campaignName'])
      .select('call.claimed_at as claimedAt')
      .orderBy('call.id', 'desc')
      .limit(10)
      .execute(),
    listOwnCallbacks(db, viewer, 5),
    own()
      // Names of companies go with the campaign; the figures stay in the work report.
      .where('call.campaign_id', 'in', visibleCampaigns(db, viewer).select('campaign.id'))
      .where('call.ended_at', '>=', since)
      .where('call.undone_at', 'is', null)
      .select(['call.id', 'company.name as companyName', 'call.outcome', 'call.ended_at as endedAt'])
      .orderBy('call.ended_at', 'desc')
      .limit(200)
      .execute(),
    visibleCampaigns(db, viewer)
      .innerJoin('campaign_caller', 'campaign_caller.campaign_id', 'campaign.id')
      .where('campaign_caller.user_id', '=', viewer.userId)
      .where('campaign_caller.removed_at', 'is', null)
      .where('campaign.status', 'in', ['list_approved', 'running', 'paused'])
      .select(['campaign.id', 'campaign.name', 'campaign.status', 'campaign.goal'])
      .select(['campaign.starts_on as startsOn', 'campaign.ends_on as endsOn'])
      .select(['campaign.calls_from as callsFrom', 'campaign.calls_until as callsUntil'])
      .select(['campaign.call_weekdays as callWeekdays', 'campaign.calls_on_holidays as callsOnHolidays'])
      .orderBy('campaign.id', 'desc')
      .execute(),
  ])
  return { open: open ?? null, unfinished, callbacks, ended, campaigns }
}

/** Callbacks the viewer has agreed, the next first; those of campaigns that are over are gone. */
export function listOwnCallbacks(db: Db, viewer: Pick<Viewer, 'userId' | 'roles'>, limit = 200) {
  return visibleCampaigns(db, viewer)
    .innerJoin('call_task as task', 'task.campaign_id', 'campaign.id')
    .innerJoin('company', 'company.id', 'task.company_id')
    .where('task.status', '=', 'callback')
    .where('task.callback_for', '=', viewer.userId)
    .where('campaign.status', 'in', ['running', 'paused'])
    .select(['task.id', 'company.name as companyName', 'campaign.name as campaignName'])
    .select(['campaign.id as campaignId', 'campaign.status as campaignStatus', 'task.due_at as dueAt'])
    .orderBy('task.due_at')
    .limit(limit)
    .execute()
}
