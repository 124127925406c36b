import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { EXPORT_PORTION, type ExportColumns, type ListToExport } from '~/exports/exports.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import {
  containsPattern,
  filterAddress,
  type ListParams,
  type ListShape,
  type Page,
} from '~/platform/list-params'
import { changeAtVersion } from '~/platform/versions.server'
import { visibleCompanies } from '../companies.server'
import type { TaskChangeForm, TaskForm } from './dealing-forms'

type Who = Pick<Viewer, 'userId' | 'roles'>
type Filter = Pick<ListParams, 'search' | 'filters'>

/** The tasks about companies that the viewer may see. */
export function visibleTasks(db: Db, viewer: Who) {
  return visibleCompanies(db, viewer)
    .innerJoin('company_task', 'company_task.company_id', 'company.id')
    .innerJoin('user_account as owner', 'owner.id', 'company_task.owner_id')
}

export const tasksShape = {
  sorts: ['due'],
  filters: { whose: ['all'], state: ['overdue', 'done'] },
} as const satisfies ListShape<string>

/** A page of tasks: one's own open ones by due day, unless the filters say otherwise. */
export async function listTasks(db: Db, viewer: Who, list: ListParams<'due'>): Promise<Page<TaskRow>> {
  const matching = matchingTasks(db, viewer, list)
  return readListPage(db, list, {
    rows: taskRows(matching)
      .orderBy('company_task.due_on', list.direction)
      .orderBy('company_task.id', list.direction),
    matching: matching.select('company_task.id'),
  })
}

function matchingTasks(db: Db, viewer: Who, list: Filter) {
  const done = list.filters.state === 'done'
  let matching = visibleTasks(db, viewer).where('company_task.done_at', done ? 'is not' : 'is', null)
  if (list.filters.whose !== 'all') matching = matching.where('company_task.owner_id', '=', viewer.userId)
  if (list.filters.state === 'overdue') matching = matching.where('company_task.due_on', '<', today())
  if (list.search) {
    const pattern = containsPattern(list.search)
    matching = matching.where((eb) =>
      eb.or([eb('company.name_lower', 'like', pattern), eb('company_task.title', 'ilike', pattern)]),
    )
  }
  return matching
}

/** The same tasks as a table that leaves the house. */
export function tasksToExport(db: Db, viewer: Who, list: Filter): ListToExport<TaskRow> {
  return {
    list: 'tasks',
    address: `/tasks?${filterAddress(list)}`,
    columns: exportColumns,
    rows: taskRows(matchingTasks(db, viewer, list))
      .orderBy('company_task.due_on')
      .orderBy('company_task.id')
      .stream(EXPORT_PORTION),
  }
}

const exportColumns: ExportColumns<TaskRow> = (t) => [
  [t('dealings:task.due'), (task) => task.dueOn],
  [t('dealings:task.what'), (task) => task.title],
  [t('dealings:task.company'), (task) => task.companyName],
  [t('dealings:task.owner'), (task) => task.ownerName],
  [t('dealings:task.done'), (task) => task.doneAt],
]

function taskRows(tasks: ReturnType<typeof visibleTasks>) {
  return tasks.select([
    'company_task.id',
    'company_task.title',
    'company_task.due_on as dueOn',
    'company_task.owner_id as ownerId',
    'owner.name as ownerName',
    'company_task.done_at as doneAt',
    'company_task.version',
    'company.id as companyId',
    'company.name as companyName',
  ])
}

export type TaskRow = Awaited<ReturnType<ReturnType<typeof taskRows>['execute']>>[number]

/** One task that the viewer may change or say to be done, or undefined. */
export async function findTaskToDo(db: Db, viewer: Who, taskId: string) {
  const task = await taskRows(visibleTasks(db, viewer))
    .where('company_task.id', '=', taskId)
    .executeTakeFirst()
  return task && mayDo(viewer, task) ? task : undefined
}

/** Whether the viewer may change a task or say that it is done: its owner, and those who write about companies. */
export function mayDo(viewer: Who, task: { ownerId: string }): boolean {
  return task.ownerId === viewer.userId || may(viewer, 'companies.write')
}

/** Gives somebody a task about a company by a day. */
export async function addTask(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  companyId: string,
  form: TaskForm,
): Promise<void> {
  const { id } = await trx
    .insertInto('company_task')
    .values({
      company_id: companyId,
      title: form.title,
      due_on: form.dueOn,
      owner_id: form.ownerId,
      created_by: viewer.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_task_added',
    subject: ['company_task', id],
    companyId,
  })
}

/** Changes a task; false when somebody changed it after the form was opened. */
export async function changeTask(trx: Trx, taskId: string, form: TaskChangeForm): Promise<boolean> {
  return changeAtVersion(
    trx,
    'company_task',
    { id: taskId, version: form.version },
    { title: form.title, due_on: form.dueOn, owner_id: form.ownerId },
  )
}

/** Marks a task done, or to be done again when it was. */
export async function turnTask(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  task: { id: string; companyId: string },
  to: 'done' | 'open',
): Promise<void> {
  await trx
    .updateTable('company_task')
    .set(to === 'done' ? { done_at: new Date(), done_by: viewer.userId } : { done_at: null, done_by: null })
    .where('id', '=', task.id)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: to === 'done' ? 'company_task_done' : 'company_task_reopened',
    subject: ['company_task', task.id],
    companyId: task.companyId,
  })
}
