import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { PointReason } from '~/companies/call-order'
import { isCompanySuppressed, isReachSuppressed } from '~/companies/suppression-check.server'
import type { Db } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape, type Page } from '~/platform/list-params'
import { callOutcomes, positiveOutcomes, reachedOutcomes } from './call-outcome'
import { visibleCampaigns } from './campaigns.server'

/** An outcome can be taken back this long. */
export const undoWindow = { minutes: 10 }

/** A call whose hold ended is asked about this long; later nobody remembers what was said. */
export const unfinishedAsked = { hours: 48 }

/** Every read of calls starts here: the house sees all, an external caller the calls they have made themselves. */
export function visibleCalls(db: Db, viewer: Pick<Viewer, 'userId' | 'roles'>) {
  const calls = db
    .selectFrom('call')
    .innerJoin('campaign', 'campaign.id', 'call.campaign_id')
    .innerJoin('company', 'company.id', 'call.company_id')
    .innerJoin('user_account as caller', 'caller.id', 'call.caller_id')
  return may(viewer, 'campaigns.read') ? calls : calls.where('call.caller_id', '=', viewer.userId)
}

/**
 * A call with the company's facts, for its card. An external caller has it only while they hold the company and the
 * campaign is theirs to call: removal from it or its end closes the card at once. `findOwnCall` still lets them say
 * what came of the call.
 */
export function findCallCard(db: Db, viewer: Pick<Viewer, 'userId' | 'roles'>, callId: string) {
  let calls = visibleCalls(db, viewer).where('call.id', '=', callId)
  if (!may(viewer, 'campaigns.read'))
    calls = calls
      .where('call.outcome', 'is', null)
      .where('call.released_at', 'is', null)
      .where('call.campaign_id', 'in', visibleCampaigns(db, viewer).select('campaign.id'))
  return cardsOf(calls).executeTakeFirst()
}

/** The viewer's own call that has no outcome yet, also when the company has gone back to the queue meanwhile. */
export function findOwnCall(db: Db, viewer: Pick<Viewer, 'userId' | 'roles'>, callId: string) {
  return cardsOf(
    visibleCalls(db, viewer)
      .where('call.id', '=', callId)
      .where('call.caller_id', '=', viewer.userId)
      .where('call.outcome', 'is', null),
  ).executeTakeFirst()
}

function cardsOf(calls: ReturnType<typeof visibleCalls>) {
  return withCampaignAndScript(calls).select([
    'call.id',
    'call.campaign_id as campaignId',
    'call.company_id as companyId',
    'call.task_id as taskId',
    'call.caller_id as callerId',
    'caller.name as callerName',
    'call.claimed_at as claimedAt',
    'call.lease_until as leaseUntil',
    'call.released_at as releasedAt',
    'call.ended_at as endedAt',
    'call.outcome',
    'call.undone_at as undoneAt',
    'campaign.name as campaignName',
    'campaign.round_id as roundId',
    'campaign.status as campaignStatus',
    'campaign.goal',
    'campaign.recording_kept_days as recordingKeptDays',
    'call.recording_told_at as recordingToldAt',
    'call.not_recorded_at as notRecordedAt',
    'script.id as scriptId',
    'script.text_fi as scriptFi',
    'script.text_sv as scriptSv',
    'script.text_en as scriptEn',
    'campaign.max_attempts as maxAttempts',
    'campaign.retry_hours as retryHours',
    'campaign.calls_from as callsFrom',
    'campaign.calls_until as callsUntil',
    'campaign.call_weekdays as callWeekdays',
    'campaign.calls_on_holidays as callsOnHolidays',
    'project.name as projectName',
    'source_list.name as sourceName',
    'source_list.provider as sourceProvider',
    'task.attempts',
    'task.points',
    sql<PointReason[]>`task.point_reasons`.as('reasons'),
    sql<string[]>`coalesce(listed.matched_keywords, '{}')`.as('matchedKeywords'),
    sql<boolean>`coalesce(listed.earlier_project, false)`.as('earlierProject'),
    'company.name as companyName',
    'company.form',
    'company.industry',
    'company.municipality',
    'company.website',
    'company.phone',
    'company.language',
    'company.size_band as sizeBand',
    'company.growth',
    'company.growth_source as growthSource',
    'company.funded',
    'company.description',
    isCompanySuppressed('phone').as('suppressed'),
  ])
}

/** Calls beside their round, project, task, source list and the newest script of their campaign. */
function withCampaignAndScript(calls: ReturnType<typeof visibleCalls>) {
  return calls
    .innerJoin('employer_round', 'employer_round.id', 'campaign.round_id')
    .innerJoin('project', 'project.id', 'employer_round.project_id')
    .innerJoin('source_list', 'source_list.id', 'campaign.source_list_id')
    .innerJoin('call_task as task', 'task.id', 'call.task_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('call_script')
          .select(['id', 'text_fi', 'text_sv', 'text_en'])
          .whereRef('call_script.campaign_id', '=', 'campaign.id')
          .orderBy('call_script.number', 'desc')
          .limit(1)
          .as('script'),
      (join) => join.onTrue(),
    )
    .leftJoin('source_list_company as listed', (join) =>
      join
        .onRef('listed.source_list_id', '=', 'campaign.source_list_id')
        .onRef('listed.company_id', '=', 'call.company_id'),
    )
}

export type CallCard = NonNullable<Awaited<ReturnType<typeof findCallCard>>>

/** The people to ask for; a number whose holder does not want calls is left out. The card was found first. */
export function listCardContacts(db: Db, call: Pick<CallCard, 'companyId'>) {
  return db
    .selectFrom('contact')
    .select([
      'contact.id',
      'contact.name',
      'contact.role',
      'contact.language',
      sql<
        string | null
      >`case when not ${isReachSuppressed('phone', sql`contact.phone`)} then contact.phone end`.as('phone'),
    ])
    .where('contact.company_id', '=', call.companyId)
    .where('contact.left_at', 'is', null)
    .orderBy(sql`contact.name collate "fi-FI-x-icu"`)
    .limit(50)
    .execute()
}

/** What came of earlier calls to the company in the same campaign, newest first. */
export function listEarlierCalls(db: Db, call: Pick<CallCard, 'id' | 'taskId'>) {
  return db
    .selectFrom('call')
    .innerJoin('user_account as caller', 'caller.id', 'call.caller_id')
    .leftJoin('contact', 'contact.id', 'call.contact_id')
    .select([
      'call.id',
      'call.ended_at as endedAt',
      'call.outcome',
      'call.note',
      'caller.name as callerName',
      'contact.name as contactName',
    ])
    .where('call.task_id', '=', call.taskId)
    .where('call.id', '<>', call.id)
    .where('call.outcome', 'is not', null)
    .where('call.undone_at', 'is', null)
    .orderBy('call.id', 'desc')
    .limit(20)
    .execute()
}

/** The full answers of one ended call, for the house. */
export function findCallAnswers(db: Db, callId: string) {
  return db
    .selectFrom('call')
    .leftJoin('contact', 'contact.id', 'call.contact_id')
    .leftJoin('call_script', 'call_script.id', 'call.script_id')
    .select((eb) => [
      'call_script.number as scriptNumber',
      'call.recording_told_at as recordingToldAt',
      jsonArrayFrom(
        eb
          .selectFrom('call_answer')
          .select(['call_answer.number', 'call_answer.question', 'call_answer.answer'])
          .whereRef('call_answer.call_id', '=', 'call.id')
          .orderBy('call_answer.number'),
      ).as('ownAnswers'),
      'call.reason',
      'call.recruiting_difficulty as recruitingDifficulty',
      'call.limits_growth as limitsGrowth',
      'call.motives',
      'call.skills_needed as skillsNeeded',
      'call.callback_at as callbackAt',
      'call.no_need_until as noNeedUntil',
      'call.meeting_wish as meetingWish',
      'call.wording',
      'call.note',
      'contact.name as contactName',
    ])
    .where('call.id', '=', callId)
    .executeTakeFirstOrThrow()
}

export type CallAnswers = Awaited<ReturnType<typeof findCallAnswers>>

export const callListShape = {
  sorts: ['ended'],
  defaultDirection: 'desc',
  filters: { outcome: [...callOutcomes, 'reached', 'positive'], caller: null },
} as const satisfies ListShape<string>

/** The calls of a campaign that have an outcome; `reached` and `positive` are the outcomes that mean it. */
export async function listCampaignCalls(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  campaign: { id: string },
  list: ListParams<'ended'>,
): Promise<Page<CallRow>> {
  const matching = matchingCalls(db, viewer, campaign, list)
  return readListPage(db, list, {
    rows: callRows(matching).orderBy('call.ended_at', list.direction),
    matching: matching.select('call.id'),
  })
}

/** The ended calls of a campaign that a list shows and a file takes out, undone ones left out. */
export function matchingCalls(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  campaign: { id: string },
  { search, filters }: Pick<ListParams, 'search' | 'filters'>,
) {
  const { outcome, caller } = filters
  let calls = visibleCalls(db, viewer)
    .where('call.campaign_id', '=', campaign.id)
    .where('call.outcome', 'is not', null)
    .where('call.undone_at', 'is', null)
  if (search) calls = calls.where('company.name_lower', 'like', containsPattern(search))
  if (outcome === 'reached') calls = calls.where('call.outcome', 'in', reachedOutcomes)
  else if (outcome === 'positive') calls = calls.where('call.outcome', 'in', positiveOutcomes)
  else if (outcome) calls = calls.where('call.outcome', '=', outcome)
  if (caller) calls = calls.where(sql`call.caller_id::text`, '=', caller)
  return calls
}

function callRows(calls: ReturnType<typeof visibleCalls>) {
  return calls.select([
    'call.id',
    'call.company_id as companyId',
    'company.name as companyName',
    'caller.name as callerName',
    'call.ended_at as endedAt',
    'call.outcome',
    'call.skills_needed as skillsNeeded',
    'call.recruiting_difficulty as recruitingDifficulty',
  ])
}

export type CallRow = Awaited<ReturnType<ReturnType<typeof callRows>['execute']>>[number]
