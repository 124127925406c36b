import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { PointReason } from '~/companies/call-order'
import { isCompanySuppressed } from '~/companies/suppression-check.server'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape, type Page } from '~/platform/list-params'
import { type Campaign, visibleCampaigns } from './campaigns.server'

export const taskStates = ['queued', 'callback', 'done', 'withdrawn'] as const

export const taskListShape = {
  sorts: ['position', 'name', 'due'],
  filters: { state: taskStates },
} as const satisfies ListShape<string>

/** The companies of an approved list as calls: whose turn, when, how often tried, what came of it. */
export async function listCallTasks(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  campaign: Pick<Campaign, 'id'>,
  list: ListParams<(typeof taskListShape.sorts)[number]>,
): Promise<Page<CallTaskRow>> {
  const matching = matchingTasks(tasksOf(db, viewer, campaign), list)
  const orders = {
    position: 'task.position',
    due: 'task.due_at',
    name: sql`company.name collate "fi-FI-x-icu"`,
  } as const
  return readListPage(db, list, {
    rows: callTaskRows(matching).orderBy(orders[list.sort], list.direction).orderBy('task.id'),
    matching: matching.select('task.id'),
  })
}

/** The tasks in one state, or all: what a list shows and a file takes out. */
export function matchingTasks(
  tasks: ReturnType<typeof tasksOf>,
  { search, filters }: Pick<ListParams, 'search' | 'filters'>,
) {
  const { state } = filters
  let matching = tasks
  if (state === 'withdrawn') matching = matching.where('task.withdrawn_at', 'is not', null)
  else if (state) matching = matching.where('task.status', '=', state).where('task.withdrawn_at', 'is', null)
  if (search) matching = matching.where('company.name_lower', 'like', containsPattern(search))
  return matching
}

/** The companies to be called, of one campaign or of all that the viewer sees. */
export function tasksOf(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  campaign: Pick<Campaign, 'id'> | null,
) {
  const campaigns = visibleCampaigns(db, viewer)
  return (campaign ? campaigns.where('campaign.id', '=', campaign.id) : campaigns)
    .innerJoin('call_task as task', 'task.campaign_id', 'campaign.id')
    .innerJoin('company', 'company.id', 'task.company_id')
}

/** Tasks with the company and how calling it stands. */
export function callTaskRows(tasks: ReturnType<typeof tasksOf>) {
  return tasks
    .leftJoin('user_account as callback_caller', 'callback_caller.id', 'task.callback_for')
    .select((eb) => [
      'task.id',
      'company.id as companyId',
      'company.name as companyName',
      'task.status',
      'task.due_at as dueAt',
      'task.attempts',
      'task.points',
      sql<PointReason[]>`task.point_reasons`.as('reasons'),
      'task.done_reason as doneReason',
      'task.withdrawn_at as withdrawnAt',
      'task.withdraw_reason as withdrawReason',
      'callback_caller.name as callbackFor',
      isCompanySuppressed('phone').as('suppressed'),
      eb
        .selectFrom('call')
        .innerJoin('user_account as holder', 'holder.id', 'call.caller_id')
        .select('holder.name')
        .whereRef('call.task_id', '=', 'task.id')
        .where('call.outcome', 'is', null)
        .where('call.released_at', 'is', null)
        .limit(1)
        .as('heldBy'),
      eb
        .selectFrom('call')
        .select('call.outcome')
        .whereRef('call.task_id', '=', 'task.id')
        .where('call.outcome', 'is not', null)
        .where('call.undone_at', 'is', null)
        .orderBy('call.id', 'desc')
        .limit(1)
        .as('lastOutcome'),
    ])
}

export type CallTaskRow = Awaited<ReturnType<ReturnType<typeof callTaskRows>['execute']>>[number]

/** One company of an approved list, or undefined. */
export function findCallTask(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  at: { campaignId: string; companyId: string },
) {
  return callTaskRows(tasksOf(db, viewer, { id: at.campaignId }))
    .where('company.id', '=', at.companyId)
    .executeTakeFirst()
}

/**
 * Takes a company out of a frozen list, with the reason kept. False when it was done or withdrawn already. A call
 * in hand can still be finished.
 */
export async function withdrawCompany(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaign: Pick<Campaign, 'id' | 'roundId'>,
  companyId: string,
  reason: string,
): Promise<boolean> {
  const withdrawn = await trx
    .updateTable('call_task')
    .set({
      status: 'done',
      done_reason: 'withdrawn',
      withdrawn_at: new Date(),
      withdrawn_by: viewer.userId,
      withdraw_reason: reason,
      callback_for: null,
    })
    .where('campaign_id', '=', campaign.id)
    .where('company_id', '=', companyId)
    .where('status', '<>', 'done')
    .returning('id')
    .executeTakeFirst()
  if (!withdrawn) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_withdrawn',
    subject: ['call_task', withdrawn.id],
    companyId,
    campaignId: campaign.id,
    roundId: campaign.roundId,
  })
  return true
}
