import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape, type Page } from '~/platform/list-params'
import { RuleError } from '~/platform/rule-error'
import { changeAtVersion } from '~/platform/versions.server'
import { campaignStatuses } from './campaign'
import type { CampaignChangeForm, CampaignForm } from './campaign-form'
import { addScriptVersion } from './scripts.server'
import { suggestedScript } from './suggested-script'

/**
 * Every read of campaigns starts here. The house sees all of them; an external caller those they are assigned to,
 * from the approval of the list until the campaign ends.
 */
export function visibleCampaigns(db: Db, viewer: Pick<Viewer, 'userId' | 'roles'>) {
  const campaigns = db
    .selectFrom('campaign')
    .innerJoin('employer_round', 'employer_round.id', 'campaign.round_id')
    .innerJoin('source_list', 'source_list.id', 'campaign.source_list_id')
  if (may(viewer, 'campaigns.read')) return campaigns
  return campaigns
    .where('campaign.status', 'in', ['list_approved', 'running', 'paused'])
    .where((eb) => eb.or([eb('campaign.ends_on', 'is', null), eb('campaign.ends_on', '>=', today())]))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('campaign_caller')
          .select('campaign_caller.user_id')
          .whereRef('campaign_caller.campaign_id', '=', 'campaign.id')
          .where('campaign_caller.user_id', '=', viewer.userId)
          .where('campaign_caller.removed_at', 'is', null),
      ),
    )
}

export const campaignListShape = {
  sorts: ['created', 'name'],
  defaultDirection: 'desc',
  filters: { status: campaignStatuses },
} as const satisfies ListShape<string>

/** Campaigns with how many companies are to be called and how many are done. */
export async function listCampaigns(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  list: ListParams<(typeof campaignListShape.sorts)[number]>,
): Promise<Page<CampaignListRow>> {
  let matching = visibleCampaigns(db, viewer)
  if (list.search) matching = matching.where(sql`lower(campaign.name)`, 'like', containsPattern(list.search))
  if (list.filters.status) matching = matching.where('campaign.status', '=', list.filters.status)
  return readListPage(db, list, {
    rows: campaignListRows(matching).orderBy(
      list.sort === 'name' ? sql`campaign.name collate "fi-FI-x-icu"` : 'campaign.id',
      list.direction,
    ),
    matching: matching.select('campaign.id'),
  })
}

function campaignListRows(campaigns: ReturnType<typeof visibleCampaigns>) {
  return campaigns
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('call_task')
          .select((task) => [
            task.fn.countAll<number>().as('companies'),
            task.fn.countAll<number>().filterWhere('call_task.status', '=', 'done').as('done'),
          ])
          .whereRef('call_task.campaign_id', '=', 'campaign.id')
          .as('tasks'),
      (join) => join.onTrue(),
    )
    .select([
      'campaign.id',
      'campaign.name',
      'campaign.status',
      'campaign.starts_on as startsOn',
      'campaign.ends_on as endsOn',
      'employer_round.name as roundName',
      'source_list.name as sourceListName',
      'tasks.companies',
      'tasks.done',
    ])
}

export type CampaignListRow = Awaited<ReturnType<ReturnType<typeof campaignListRows>['execute']>>[number]

/** The campaigns of a round, newest first. */
export function listRoundCampaigns(db: Db, viewer: Pick<Viewer, 'userId' | 'roles'>, roundId: string) {
  return visibleCampaigns(db, viewer)
    .where('campaign.round_id', '=', roundId)
    .select(['campaign.id', 'campaign.name', 'campaign.status'])
    .orderBy('campaign.id', 'desc')
    .limit(50)
    .execute()
}

/** One campaign with all that is known of it, or undefined when it is not the viewer's to see. */
export function findCampaign(db: Db, viewer: Pick<Viewer, 'userId' | 'roles'>, campaignId: string) {
  return visibleCampaigns(db, viewer)
    .innerJoin('project', 'project.id', 'employer_round.project_id')
    .leftJoin('user_account as approver', 'approver.id', 'campaign.list_approved_by')
    .select([
      'campaign.id',
      'campaign.name',
      'campaign.kind',
      'campaign.goal',
      'campaign.recording_kept_days as recordingKeptDays',
      'campaign.status',
      'campaign.starts_on as startsOn',
      'campaign.ends_on as endsOn',
      'campaign.lease_minutes as leaseMinutes',
      'campaign.max_attempts as maxAttempts',
      'campaign.retry_hours as retryHours',
      'campaign.calls_from as callsFrom',
      'campaign.calls_until as callsUntil',
      'campaign.call_weekdays as callWeekdays',
      'campaign.calls_on_holidays as callsOnHolidays',
      'campaign.retry_share as retryShare',
      'campaign.list_approved_at as listApprovedAt',
      'approver.name as listApprovedBy',
      'campaign.closed_at as closedAt',
      'campaign.version',
      'campaign.round_id as roundId',
      'employer_round.name as roundName',
      'project.name as projectName',
      'campaign.source_list_id as sourceListId',
      'source_list.name as sourceListName',
      'source_list.keywords as sourceListKeywords',
    ])
    .where('campaign.id', '=', campaignId)
    .executeTakeFirst()
}

export type Campaign = NonNullable<Awaited<ReturnType<typeof findCampaign>>>

/** The campaign that an address names by its `campaignId`. Throws a 404 where the viewer may not see it. */
export async function findCampaignAt(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  params: Record<string, string | undefined>,
): Promise<{ id: string; name: string }> {
  const campaign = await visibleCampaigns(db, viewer)
    .select(['campaign.id', 'campaign.name'])
    .where('campaign.id', '=', idParam(params, 'campaignId'))
    .executeTakeFirst()
  return orNotFound(campaign)
}

/** The campaign held until the transaction ends, so that nobody approves, starts or closes it meanwhile. */
export async function holdCampaign(
  trx: Trx,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  campaignId: string,
): Promise<Campaign | undefined> {
  await trx
    .selectFrom('campaign')
    .select('campaign.id')
    .where('campaign.id', '=', campaignId)
    .forUpdate()
    .execute()
  return findCampaign(trx, viewer, campaignId)
}

/** Plans a campaign and takes the companies of its source list up for decision. */
export async function addCampaign(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  form: CampaignForm,
): Promise<string> {
  const { id } = await trx
    .insertInto('campaign')
    .values({
      ...columnsOf(form),
      round_id: form.roundId,
      source_list_id: form.sourceListId,
      created_by: viewer.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await takeUpListedCompanies(trx, { id, sourceListId: form.sourceListId })
  await addScriptVersion(trx, viewer, id, {
    after: 0,
    textFi: suggestedScript.fi,
    textSv: suggestedScript.sv,
    textEn: suggestedScript.en,
  })
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'campaign_added',
    subject: ['campaign', id],
    campaignId: id,
    roundId: form.roundId,
  })
  return id
}

/** Changes what a campaign says; false when somebody changed it after the form was opened. */
export async function changeCampaign(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaign: Pick<Campaign, 'id' | 'roundId'>,
  form: CampaignChangeForm,
): Promise<boolean> {
  const changed = await changeAtVersion(
    trx,
    'campaign',
    { id: campaign.id, version: form.version },
    columnsOf(form),
  )
  if (!changed) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'campaign_changed',
    subject: ['campaign', campaign.id],
    campaignId: campaign.id,
    roundId: campaign.roundId,
  })
  return true
}

/** Companies that came to the source list later come up for decision; returns how many. RuleError when frozen. */
export async function takeUpNewCompanies(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaign: Pick<Campaign, 'id' | 'sourceListId' | 'listApprovedAt' | 'roundId'>,
): Promise<number> {
  if (campaign.listApprovedAt) throw new RuleError('campaigns:rule.list_frozen')
  const count = await takeUpListedCompanies(trx, campaign)
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'companies_taken_up',
    subject: ['campaign', campaign.id],
    campaignId: campaign.id,
    roundId: campaign.roundId,
    detail: { count },
  })
  return count
}

async function takeUpListedCompanies(
  trx: Trx,
  campaign: Pick<Campaign, 'id' | 'sourceListId'>,
): Promise<number> {
  const added = await trx
    .insertInto('campaign_company')
    .columns(['campaign_id', 'company_id'])
    .expression((eb) =>
      eb
        .selectFrom('source_list_company')
        .select((listed) => [listed.val(campaign.id).as('campaign_id'), 'source_list_company.company_id'])
        .where('source_list_company.source_list_id', '=', campaign.sourceListId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0)
}

function columnsOf(form: CampaignForm | CampaignChangeForm) {
  return {
    name: form.name,
    kind: form.kind,
    goal: form.goal ?? null,
    recording_kept_days: form.recordingKeptDays ?? null,
    starts_on: form.startsOn ?? null,
    ends_on: form.endsOn ?? null,
    max_attempts: form.maxAttempts,
    retry_hours: form.retryHours,
    lease_minutes: form.leaseMinutes,
  }
}
