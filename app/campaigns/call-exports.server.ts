import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { dialledPhone } from '~/companies/suppression-check.server'
import { EXPORT_PORTION, type ExportColumns, type ListToExport } from '~/exports/exports.server'
import type { Db } from '~/platform/db.server'
import { filterAddress, type ListParams } from '~/platform/list-params'
import { type CallListRow, callListRows, listedCompanies } from './call-list.server'
import { readCallOrder } from './call-order.server'
import type { CallOutcome, difficulties } from './call-outcome'
import { callTaskRows, matchingTasks, tasksOf } from './call-tasks.server'
import { matchingCalls } from './calls.server'

type Who = Pick<Viewer, 'userId' | 'roles'>
type Filter = Pick<ListParams, 'search' | 'filters'>
type Campaign = { id: string }
type Degree = (typeof difficulties)[number]

/** The companies under decision, and what was decided. */
export async function callListToExport(
  db: Db,
  viewer: Who,
  campaign: Campaign,
  { search, filters }: Filter,
): Promise<ListToExport<CallListRow & { businessId: string | null }>> {
  const order = await readCallOrder(db, campaign)
  return {
    list: 'call_list',
    address: `/campaigns/${campaign.id}/list?${filterAddress({ search, filters })}`,
    columns: callListColumns,
    rows: callListRows(listedCompanies(db, viewer, campaign, { search, ...filters }), order)
      .select(['company.business_id as businessId', dialledPhone.as('phone')])
      .orderBy(sql`company.name collate "fi-FI-x-icu"`)
      .orderBy('company.id')
      .stream(EXPORT_PORTION),
  }
}

const callListColumns: ExportColumns<CallListRow & { businessId: string | null }> = (t) => [
  [t('companies:business_id'), (row) => row.businessId],
  [t('ui:name'), (row) => row.name],
  [t('companies:municipality'), (row) => row.municipality],
  [t('companies:industry'), (row) => row.industry],
  [t('ui:phone'), (row) => row.phone],
  [t('campaigns:keyword'), (row) => row.matchedKeywords],
  [t('prospects:points'), (row) => row.points],
  [
    t('campaigns:decision'),
    (row) =>
      row.decision && t(row.decision === 'include' ? 'campaigns:state.included' : 'campaigns:state.excluded'),
  ],
  [t('ui:reason'), (row) => row.reason],
  [t('campaigns:state.blocked'), (row) => row.blockedBy && t(`campaigns:blocked.${row.blockedBy}`)],
]

function taskExportRows(tasks: ReturnType<typeof tasksOf>) {
  return callTaskRows(tasks)
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('call')
          .leftJoin('contact', 'contact.id', 'call.contact_id')
          .select(['contact.name as contactName', 'call.note'])
          .whereRef('call.task_id', '=', 'task.id')
          .where('call.outcome', 'is not', null)
          .where('call.undone_at', 'is', null)
          .orderBy('call.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['campaign.name as campaignName', 'last.contactName', 'last.note', dialledPhone.as('phone')])
}

type TaskExportRow = Awaited<ReturnType<ReturnType<typeof taskExportRows>['execute']>>[number]

/** The calls still to be made and those that ended: `state=callback` leaves the callbacks that were agreed. */
export function callTasksToExport(
  db: Db,
  viewer: Who,
  campaign: Campaign,
  list: Filter,
): ListToExport<TaskExportRow> {
  return {
    list: 'call_tasks',
    address: `/campaigns/${campaign.id}/tasks?${filterAddress(list)}`,
    columns: taskColumns,
    rows: taskExportRows(matchingTasks(tasksOf(db, viewer, campaign), list))
      .orderBy('task.position')
      .orderBy('task.id')
      .stream(EXPORT_PORTION),
  }
}

/** The callbacks that the viewer has agreed, of every campaign that goes on. */
export function ownCallbacksToExport(db: Db, viewer: Who): ListToExport<TaskExportRow> {
  return {
    list: 'callbacks',
    address: '/calls/callbacks',
    columns: taskColumns,
    rows: taskExportRows(tasksOf(db, viewer, null))
      .where('task.status', '=', 'callback')
      .where('task.callback_for', '=', viewer.userId)
      .where('campaign.status', 'in', ['running', 'paused'])
      .orderBy('task.due_at')
      .orderBy('task.id')
      .stream(EXPORT_PORTION),
  }
}

const taskColumns: ExportColumns<TaskExportRow> = (t) => [
  [t('exports:campaign'), (task) => task.campaignName],
  [t('campaigns:company'), (task) => task.companyName],
  [t('ui:phone'), (task) => task.phone],
  [t('exports:contact'), (task) => task.contactName],
  [
    t('ui:status'),
    (task) => t(`campaigns:task_state.${task.withdrawnAt ? 'withdrawn' : (task.status as 'queued')}`),
  ],
  [t('campaigns:next_try'), (task) => (task.status === 'done' ? null : task.dueAt)],
  [t('exports:callback_for'), (task) => task.callbackFor],
  [t('campaigns:attempts'), (task) => task.attempts],
  [
    t('campaigns:last_outcome'),
    (task) => task.lastOutcome && t(`calls:outcome.${task.lastOutcome as CallOutcome}`),
  ],
  [t('ui:note'), (task) => task.note],
]

function callExportRows(calls: ReturnType<typeof matchingCalls>) {
  return calls
    .leftJoin('contact', 'contact.id', 'call.contact_id')
    .select([
      'call.ended_at as endedAt',
      'company.name as companyName',
      'company.business_id as businessId',
      'caller.name as callerName',
      'contact.name as contactName',
      sql<CallOutcome>`call.outcome`.as('outcome'),
      sql<Degree | null>`call.recruiting_difficulty`.as('recruitingDifficulty'),
      sql<Degree | null>`call.limits_growth`.as('limitsGrowth'),
      'call.skills_needed as skillsNeeded',
      'call.callback_at as callbackAt',
      'call.wording',
      'call.note',
    ])
}

type CallExportRow = Awaited<ReturnType<ReturnType<typeof callExportRows>['execute']>>[number]

/** The calls of a campaign that have an outcome, the latest first. */
export function callsToExport(
  db: Db,
  viewer: Who,
  campaign: Campaign,
  list: Filter,
): ListToExport<CallExportRow> {
  return {
    list: 'calls',
    address: `/campaigns/${campaign.id}/calls?${filterAddress(list)}`,
    columns: callColumns,
    rows: callExportRows(matchingCalls(db, viewer, campaign, list))
      .orderBy('call.ended_at', 'desc')
      .stream(EXPORT_PORTION),
  }
}

const callColumns: ExportColumns<CallExportRow> = (t) => [
  [t('campaigns:ended_at'), (call) => call.endedAt],
  [t('campaigns:company'), (call) => call.companyName],
  [t('companies:business_id'), (call) => call.businessId],
  [t('exports:contact'), (call) => call.contactName],
  [t('campaigns:caller'), (call) => call.callerName],
  [t('campaigns:outcome_label'), (call) => t(`calls:outcome.${call.outcome}`)],
  [
    t('campaigns:recruiting_difficulty'),
    (call) => call.recruitingDifficulty && t(`campaigns:degree.${call.recruitingDifficulty}`),
  ],
  [t('campaigns:limits_growth'), (call) => call.limitsGrowth && t(`campaigns:degree.${call.limitsGrowth}`)],
  [t('campaigns:skills_needed'), (call) => call.skillsNeeded],
  [t('campaigns:callback_at'), (call) => call.callbackAt],
  [t('campaigns:wording'), (call) => call.wording],
  [t('ui:note'), (call) => call.note],
]
