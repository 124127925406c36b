import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape, type Page } from '~/platform/list-params'
import { changeAtVersion } from '~/platform/versions.server'
import type { ProjectForm, RoundChangeForm, RoundForm } from './round'

/** Every read of employer rounds starts here. */
function visibleRounds(db: Db, viewer: Pick<Viewer, 'roles'>) {
  const rounds = db
    .selectFrom('employer_round')
    .innerJoin('project', 'project.id', 'employer_round.project_id')
  return may(viewer, 'companies.read') ? rounds : rounds.where(sql<boolean>`false`)
}

export const roundListShape = {
  sorts: ['created', 'name'],
  defaultDirection: 'desc',
} as const satisfies ListShape<string>

/** Rounds with how many companies are in contact and how many have joined. */
export async function listRounds(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  list: ListParams<(typeof roundListShape.sorts)[number]>,
): Promise<Page<RoundRow>> {
  let matching = visibleRounds(db, viewer)
  if (list.search)
    matching = matching.where(sql`lower(employer_round.name)`, 'like', containsPattern(list.search))
  return readListPage(db, list, {
    rows: roundRows(matching).orderBy(
      list.sort === 'name' ? sql`employer_round.name collate "fi-FI-x-icu"` : 'employer_round.id',
      list.direction,
    ),
    matching: matching.select('employer_round.id'),
  })
}

function roundRows(rounds: ReturnType<typeof visibleRounds>) {
  return rounds.select((eb) => [
    'employer_round.id',
    'employer_round.name',
    'employer_round.goal',
    'employer_round.starts_on as startsOn',
    'employer_round.ends_on as endsOn',
    'employer_round.version',
    'project.name as projectName',
    'project.code as projectCode',
    eb
      .selectFrom('engagement')
      .select((inner) => inner.fn.countAll<number>().as('n'))
      .whereRef('engagement.round_id', '=', 'employer_round.id')
      .as('companies'),
    eb
      .selectFrom('engagement')
      .select((inner) => inner.fn.countAll<number>().as('n'))
      .whereRef('engagement.round_id', '=', 'employer_round.id')
      .where('engagement.joined_at', 'is not', null)
      .as('joined'),
  ])
}

export type RoundRow = Awaited<ReturnType<ReturnType<typeof roundRows>['execute']>>[number]

/** One round, or undefined when it is not the viewer's to see. */
export function findRound(db: Db, viewer: Pick<Viewer, 'roles'>, roundId: string) {
  return roundRows(visibleRounds(db, viewer)).where('employer_round.id', '=', roundId).executeTakeFirst()
}

/** Begins a round of a project. */
export async function addRound(trx: Trx, viewer: Pick<Viewer, 'userId'>, form: RoundForm): Promise<string> {
  const { id } = await trx
    .insertInto('employer_round')
    .values({
      project_id: form.projectId,
      name: form.name,
      goal: form.goal ?? null,
      starts_on: form.startsOn ?? null,
      ends_on: form.endsOn ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'round_added',
    subject: ['employer_round', id],
    roundId: id,
  })
  return id
}

/** Changes a round; false when somebody changed it after the form was opened. */
export async function changeRound(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  roundId: string,
  form: RoundChangeForm,
): Promise<boolean> {
  const changed = await changeAtVersion(
    trx,
    'employer_round',
    { id: roundId, version: form.version },
    {
      name: form.name,
      goal: form.goal ?? null,
      starts_on: form.startsOn ?? null,
      ends_on: form.endsOn ?? null,
    },
  )
  if (!changed) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'round_changed',
    subject: ['employer_round', roundId],
    roundId,
  })
  return true
}

/** The projects a round can belong to, newest first. */
export function listProjects(db: Db) {
  return db
    .selectFrom('project')
    .select(['project.id', 'project.code', 'project.name'])
    .orderBy('project.id', 'desc')
    .limit(100)
    .execute()
}

/** Adds a project; null when another has its code. */
export async function addProject(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  form: ProjectForm,
): Promise<string | null> {
  const added = await trx
    .insertInto('project')
    .values({
      code: form.code,
      name: form.name,
      funder: form.funder ?? null,
      starts_on: form.startsOn ?? null,
      ends_on: form.endsOn ?? null,
    })
    .onConflict((conflict) => conflict.constraint('project_code_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return null
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'project_added',
    subject: ['project', added.id],
  })
  return added.id
}
