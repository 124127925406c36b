import { type SqlBool, sql, type Updateable } from 'kysely'
import { type ActivityAction, recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams } from '~/platform/list-params'
import { changeAtVersion } from '~/platform/versions.server'
import type { Database } from '../../db/types'
import type { ProgrammeDetails, StatusChange } from './mentoring'

/** Every read of programmes starts here: staff see all, a mentor those they are a mentor of. */
export function visibleProgrammes(db: Db, viewer: Pick<Viewer, 'roles' | 'contactId'>) {
  const programmes = db.selectFrom('mentoring_programme')
  if (may(viewer, 'mentoring.read')) return programmes
  if (!may(viewer, 'mentoring.attend') || !viewer.contactId) return programmes.where(sql<SqlBool>`false`)
  const contactId = viewer.contactId
  return programmes.where((where) =>
    where.exists(
      where
        .selectFrom('mentor')
        .select('mentor.id')
        .whereRef('mentor.programme_id', '=', 'mentoring_programme.id')
        .where('mentor.contact_id', '=', contactId)
        .where('mentor.left_at', 'is', null),
    ),
  )
}

export const PROGRAMME_SORTS = ['starts', 'name'] as const
type ProgrammeSort = (typeof PROGRAMME_SORTS)[number]

/** A page of mentoring programmes that the viewer may see. */
export async function listProgrammes(db: Db, viewer: Viewer, list: ListParams<ProgrammeSort>) {
  let matching = visibleProgrammes(db, viewer)
  if (list.filters.status) matching = matching.where('mentoring_programme.status', '=', list.filters.status)
  if (list.search)
    matching = matching.where(sql`lower(mentoring_programme.name)`, 'like', containsPattern(list.search))
  return readListPage(db, list, {
    rows: matching
      .leftJoin('user_account as facilitator', 'facilitator.id', 'mentoring_programme.facilitator_id')
      .select([
        'mentoring_programme.id',
        'mentoring_programme.name',
        'mentoring_programme.model',
        'mentoring_programme.status',
        'mentoring_programme.starts_on as startsOn',
        'mentoring_programme.ends_on as endsOn',
        'facilitator.name as facilitatorName',
      ])
      .select((eb) => [
        eb
          .selectFrom('programme_participant')
          .select((count) => count.fn.countAll<number>().as('count'))
          .whereRef('programme_participant.programme_id', '=', 'mentoring_programme.id')
          .as('participants'),
      ])
      .orderBy(
        list.sort === 'name' ? 'mentoring_programme.name' : 'mentoring_programme.starts_on',
        (order) => (list.direction === 'asc' ? order.asc().nullsLast() : order.desc().nullsLast()),
      )
      .orderBy('mentoring_programme.id'),
    matching: matching.select('mentoring_programme.id'),
  })
}

export type ProgrammeRow = Awaited<ReturnType<typeof listProgrammes>>['rows'][number]

/** One programme; undefined when the viewer may not see it. */
export async function findProgramme(
  db: Db,
  viewer: Pick<Viewer, 'roles' | 'contactId'>,
  programmeId: string,
) {
  return visibleProgrammes(db, viewer)
    .leftJoin('user_account as facilitator', 'facilitator.id', 'mentoring_programme.facilitator_id')
    .leftJoin('employer_round', 'employer_round.id', 'mentoring_programme.round_id')
    .select([
      'mentoring_programme.id',
      'mentoring_programme.name',
      'mentoring_programme.model',
      'mentoring_programme.goal',
      'mentoring_programme.status',
      'mentoring_programme.channel_url as channelUrl',
      'mentoring_programme.starts_on as startsOn',
      'mentoring_programme.ends_on as endsOn',
      'mentoring_programme.facilitator_id as facilitatorId',
      'mentoring_programme.round_id as roundId',
      'mentoring_programme.version',
      'facilitator.name as facilitatorName',
      'employer_round.name as roundName',
    ])
    .where('mentoring_programme.id', '=', programmeId)
    .executeTakeFirst()
}

export type Programme = NonNullable<Awaited<ReturnType<typeof findProgramme>>>

/** Adds a programme; the coordinator who adds it facilitates it. */
export async function addProgramme(trx: Trx, viewer: Viewer, details: ProgrammeDetails): Promise<string> {
  const { id } = await trx
    .insertInto('mentoring_programme')
    .values({ ...columnsOf(details), facilitator_id: viewer.userId, created_by: viewer.userId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(trx, viewer, 'programme_added', id)
  return id
}

/** False when somebody else changed the programme since `version`. */
export async function changeProgramme(
  trx: Trx,
  viewer: Viewer,
  programmeId: string,
  form: ProgrammeDetails & { version: number },
): Promise<boolean> {
  return update(trx, viewer, programmeId, form.version, columnsOf(form), 'programme_changed')
}

/** Moves a programme on. False when it was changed since the form's version. */
export async function setProgrammeStatus(
  trx: Trx,
  viewer: Viewer,
  programmeId: string,
  form: StatusChange,
): Promise<boolean> {
  const status = { status: form.status, status_at: new Date(), status_by: viewer.userId }
  return update(trx, viewer, programmeId, form.version, status, `programme_${form.status}`)
}

async function update(
  trx: Trx,
  viewer: Viewer,
  programmeId: string,
  version: number,
  columns: Updateable<Database['mentoring_programme']>,
  action: ActivityAction,
): Promise<boolean> {
  const changed = await changeAtVersion(trx, 'mentoring_programme', { id: programmeId, version }, columns)
  if (!changed) return false
  await record(trx, viewer, action, programmeId)
  return true
}

function columnsOf(details: ProgrammeDetails) {
  return {
    name: details.name,
    model: details.model,
    goal: details.goal ?? null,
    round_id: details.roundId ?? null,
    channel_url: details.channelUrl ?? null,
    starts_on: details.startsOn ?? null,
    ends_on: details.endsOn ?? null,
  }
}

async function record(trx: Trx, viewer: Viewer, action: ActivityAction, programmeId: string): Promise<void> {
  await recordActivity(trx, { actorId: viewer.userId, action, subject: ['mentoring_programme', programmeId] })
}
