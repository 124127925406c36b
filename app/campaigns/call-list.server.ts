import { type RawBuilder, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { OrderPoints, PointReason } from '~/companies/call-order'
import { pointsOf } from '~/companies/call-order.server'
import { restsUntil } from '~/companies/cooldown.server'
import { isCompanySuppressed } from '~/companies/suppression-check.server'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape, type Page } from '~/platform/list-params'
import { RuleError } from '~/platform/rule-error'
import { orderCalls, readCallOrder } from './call-order.server'
import { listStates } from './campaign'
import type { DecisionForm } from './campaign-form'
import { type Campaign, visibleCampaigns } from './campaigns.server'

export const callListShape = {
  sorts: ['name', 'municipality', 'points'],
  filters: { state: listStates, keyword: null },
} as const satisfies ListShape<string>

type Narrowing = { search: string; state?: string; keyword?: string }

/** SQL over `company` and `campaign_company`: why a company cannot be on the list, or null. */
export const blockedBy: RawBuilder<'suppressed' | 'contacted_recently' | null> = sql`case
  when ${isCompanySuppressed('phone')} then 'suppressed'
  when ${restsUntil('company.id', 'campaign_company.campaign_id')} is not null then 'contacted_recently'
end`

/** The companies of a campaign under decision, each with why it was found and what speaks against calling it. */
export async function listCallList(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  campaign: Pick<Campaign, 'id'>,
  list: ListParams<(typeof callListShape.sorts)[number]>,
): Promise<Page<CallListRow>> {
  const order = await readCallOrder(db, campaign)
  const matching = listedCompanies(db, viewer, campaign, { search: list.search, ...list.filters })
  const sorted =
    list.sort === 'municipality' ? matching.orderBy('company.municipality', list.direction) : matching
  const rows = callListRows(sorted, order)
  return readListPage(db, list, {
    rows: (list.sort === 'points' ? rows.orderBy('worth.points', list.direction) : rows)
      .orderBy(sql`company.name collate "fi-FI-x-icu"`, list.direction)
      .orderBy('company.id', list.direction),
    matching: matching.select('company.id'),
  })
}

/** The companies on the list of a campaign, narrowed. */
export function listedCompanies(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  campaign: Pick<Campaign, 'id'>,
  { search, state, keyword }: Narrowing,
) {
  let companies = visibleCampaigns(db, viewer)
    .where('campaign.id', '=', campaign.id)
    .innerJoin('campaign_company', 'campaign_company.campaign_id', 'campaign.id')
    .innerJoin('company', 'company.id', 'campaign_company.company_id')
    .leftJoin('source_list_company as listed', (join) =>
      join
        .onRef('listed.source_list_id', '=', 'campaign.source_list_id')
        .onRef('listed.company_id', '=', 'campaign_company.company_id'),
    )
  if (search) companies = companies.where('company.name_lower', 'like', containsPattern(search))
  if (keyword) companies = companies.where(sql<boolean>`${keyword} = any(listed.matched_keywords)`)
  if (state === 'undecided') companies = companies.where('campaign_company.decision', 'is', null)
  if (state === 'included') companies = companies.where('campaign_company.decision', '=', 'include')
  if (state === 'excluded') companies = companies.where('campaign_company.decision', '=', 'exclude')
  if (state === 'blocked') companies = companies.where(sql<boolean>`${blockedBy} is not null`)
  return companies
}

/** Companies of a call list with what was decided of each and the points of the campaign's order. */
export function callListRows(companies: ReturnType<typeof listedCompanies>, order: OrderPoints) {
  const worth = pointsOf(order, sql`campaign.source_list_id`)
  return companies
    .innerJoinLateral(worth.as('worth'), (join) => join.onTrue())
    .select([
      'company.id',
      'company.name',
      'company.municipality',
      'company.industry',
      'company.phone',
      'campaign_company.decision',
      'campaign_company.reason',
      sql<string[]>`coalesce(listed.matched_keywords, '{}')`.as('matchedKeywords'),
      'worth.points',
      sql<PointReason[]>`worth.reasons`.as('reasons'),
      blockedBy.as('blockedBy'),
    ])
}

export type CallListRow = Awaited<ReturnType<ReturnType<typeof callListRows>['execute']>>[number]

/** What the list page says above the table: its state and the companies waiting on the source list. */
export async function countCallList(db: Db, campaign: Pick<Campaign, 'id' | 'sourceListId'>) {
  const [blocked, waiting] = await Promise.all([
    db
      .selectFrom('campaign_company')
      .innerJoin('company', 'company.id', 'campaign_company.company_id')
      .where('campaign_company.campaign_id', '=', campaign.id)
      .where(sql<boolean>`${blockedBy} is not null`)
      .select((eb) => [
        eb.fn.countAll<number>().as('all'),
        eb.fn.countAll<number>().filterWhere('campaign_company.decision', '=', 'include').as('included'),
      ])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('source_list_company as listed')
      .where('listed.source_list_id', '=', campaign.sourceListId)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('campaign_company')
              .select('campaign_company.company_id')
              .where('campaign_company.campaign_id', '=', campaign.id)
              .whereRef('campaign_company.company_id', '=', 'listed.company_id'),
          ),
        ),
      )
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
  ])
  return { blocked: blocked.all, includedButBlocked: blocked.included, waitingOnSourceList: waiting.n }
}

const decisionAction = {
  include: 'companies_included',
  exclude: 'companies_excluded',
  clear: 'decisions_cleared',
} as const

/**
 * Decides about companies of a list that is not yet approved. Those that must not or should not be called now
 * cannot be included: they are passed over and counted. RuleError when the list is frozen.
 */
export async function decideCompanies(
  trx: Trx,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  campaign: Pick<Campaign, 'id' | 'listApprovedAt' | 'roundId'>,
  form: DecisionForm,
): Promise<{ decided: number; passedOver: number }> {
  requireOpenList(campaign)
  let meant = listedCompanies(trx, viewer, campaign, {
    search: form.scope === 'all' ? (form.q ?? '') : '',
    state: form.scope === 'all' ? form.state : undefined,
    keyword: form.scope === 'all' ? form.keyword : undefined,
  }).select('company.id')
  if (form.scope === 'chosen') meant = meant.where('company.id', 'in', form.companyIds)
  const eligible = form.decision === 'include' ? meant.where(sql<boolean>`${blockedBy} is null`) : meant
  const cleared = form.decision === 'clear'
  const { all } = await trx
    .selectFrom(meant.as('meant'))
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()
  const decided = await trx
    .updateTable('campaign_company')
    .set({
      decision: cleared ? null : form.decision,
      reason: cleared ? null : (form.reason ?? null),
      decided_by: cleared ? null : viewer.userId,
      decided_at: cleared ? null : new Date(),
    })
    .where('campaign_id', '=', campaign.id)
    .where('company_id', 'in', eligible)
    .executeTakeFirstOrThrow()
  const count = Number(decided.numUpdatedRows)
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: decisionAction[form.decision],
    subject: ['campaign', campaign.id],
    campaignId: campaign.id,
    roundId: campaign.roundId,
    detail: { count },
  })
  return { decided: count, passedOver: all - count }
}

/**
 * Freezes the list: every included company that may be called becomes a task, in one statement, and another puts
 * them in the campaign's order. Returns how many will be called; RuleError when the list is approved already or
 * nothing is left to call.
 */
export async function approveCallList(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaign: Pick<Campaign, 'id' | 'listApprovedAt' | 'roundId'>,
): Promise<number> {
  requireOpenList(campaign)
  const made = await sql`
    insert into call_task (campaign_id, company_id)
    select campaign_company.campaign_id, company.id
    from campaign_company
    join company on company.id = campaign_company.company_id
    where campaign_company.campaign_id = ${campaign.id}
      and campaign_company.decision = 'include'
      and ${blockedBy} is null
  `.execute(trx)
  const companies = Number(made.numAffectedRows ?? 0)
  if (companies === 0) throw new RuleError('campaigns:rule.nothing_included')
  await orderCalls(trx, campaign)
  await trx
    .updateTable('campaign')
    .set((eb) => ({
      status: 'list_approved',
      list_approved_at: new Date(),
      list_approved_by: viewer.userId,
      version: eb('campaign.version', '+', 1),
    }))
    .where('id', '=', campaign.id)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'call_list_approved',
    subject: ['campaign', campaign.id],
    campaignId: campaign.id,
    roundId: campaign.roundId,
    detail: { count: companies },
  })
  return companies
}

function requireOpenList(campaign: Pick<Campaign, 'listApprovedAt'>): void {
  if (campaign.listApprovedAt) throw new RuleError('campaigns:rule.list_frozen')
}
