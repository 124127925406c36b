import { type SqlBool, sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import type { ListParams } from '~/platform/list-params'
import { FUNNEL_STEPS, type FunnelStep, UNIT } from './funnel'

/** Every figure starts here: who may see outcomes sees the rounds, nobody else. */
function visibleRounds(db: Db, viewer: Pick<Viewer, 'roles'>) {
  const rounds = db
    .selectFrom('employer_round')
    .innerJoin('project', 'project.id', 'employer_round.project_id')
  return may(viewer, 'outcomes.read') ? rounds : rounds.where(sql<SqlBool>`false`)
}

/** The rounds that have figures, newest first. */
export function listRounds(db: Db, viewer: Viewer) {
  return visibleRounds(db, viewer)
    .select([
      'employer_round.id',
      'employer_round.name',
      'employer_round.starts_on as startsOn',
      'employer_round.ends_on as endsOn',
      'project.name as projectName',
      'project.code as projectCode',
    ])
    .orderBy('employer_round.starts_on', (order) => order.desc().nullsLast())
    .orderBy('employer_round.id', 'desc')
    .limit(100)
    .execute()
}

/** The round a company joined last: the one people ask about until the next one has something to show. */
export async function findLiveliestRound(db: Db, viewer: Viewer): Promise<string | undefined> {
  const round = await visibleRounds(db, viewer)
    .innerJoin('engagement', 'engagement.round_id', 'employer_round.id')
    .select('employer_round.id')
    .where('engagement.joined_at', 'is not', null)
    .orderBy('engagement.joined_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return round?.id
}

/** One round with the name of its project. */
export function findRound(db: Db, viewer: Viewer, roundId: string) {
  return visibleRounds(db, viewer)
    .select([
      'employer_round.id',
      'employer_round.name',
      'employer_round.goal',
      'project.name as projectName',
    ])
    .where('employer_round.id', '=', roundId)
    .executeTakeFirst()
}

/** A call in which somebody answered, whatever they said. */
const NOT_REACHED = ['no_answer', 'busy', 'wrong_number']

/**
 * The rows a step counts, one a company, meeting or person: the number and the list behind it are the same query.
 * A company on two lists, or called five times, is one row.
 */
function rowsOf(db: Db, step: FunnelStep, roundId: string) {
  switch (step) {
    case 'listed':
      return db
        .selectFrom('source_list_company as row')
        .innerJoin('source_list', 'source_list.id', 'row.source_list_id')
        .select('row.company_id as id')
        .where('source_list.round_id', '=', roundId)
        .distinct()
    case 'called':
      return calls(db, roundId).distinct()
    case 'reached':
      return calls(db, roundId).where('row.outcome', 'not in', NOT_REACHED).distinct()
    case 'interested':
      return engagements(db, roundId).where('row.interested_at', 'is not', null)
    case 'joined_new':
      return engagements(db, roundId)
        .where('row.joined_at', 'is not', null)
        .where('row.returning_partner', '=', false)
    case 'joined_returning':
      return engagements(db, roundId)
        .where('row.joined_at', 'is not', null)
        .where('row.returning_partner', '=', true)
    case 'meetings':
      return db
        .selectFrom('meeting as row')
        .select('row.id as id')
        .where('row.round_id', '=', roundId)
        .where('row.status', '=', 'held')
    case 'presented':
      return db
        .selectFrom('presentation as row')
        .select('row.candidate_id as id')
        .where('row.round_id', '=', roundId)
        .distinct()
    case 'placed':
      return placements(db, roundId).distinct()
    case 'hired':
      return placements(db, roundId).where('row.form', '=', 'hire').distinct()
  }
}

function calls(db: Db, roundId: string) {
  return db
    .selectFrom('call as row')
    .innerJoin('campaign', 'campaign.id', 'row.campaign_id')
    .select('row.company_id as id')
    .where('campaign.round_id', '=', roundId)
    .where('row.outcome', 'is not', null)
    .where('row.undone_at', 'is', null)
}

function engagements(db: Db, roundId: string) {
  return db.selectFrom('engagement as row').select('row.company_id as id').where('row.round_id', '=', roundId)
}

function placements(db: Db, roundId: string) {
  return db
    .selectFrom('placement as row')
    .select('row.candidate_id as id')
    .where('row.round_id', '=', roundId)
    .where('row.started_on', 'is not', null)
}

/** The round's figures, one statement for all ten. */
export async function countFunnel(db: Db, roundId: string): Promise<Record<FunnelStep, number>> {
  return db
    .selectNoFrom(
      FUNNEL_STEPS.map((step) =>
        db
          .selectFrom(rowsOf(db, step, roundId).as('counted'))
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .as(step),
      ),
    )
    .executeTakeFirstOrThrow() as Promise<Record<FunnelStep, number>>
}

/** The rows behind one figure. People are shown by number only: a figure explains itself without a name. */
export async function listFunnelRows(
  db: Db,
  viewer: Viewer,
  step: FunnelStep,
  roundId: string,
  list: Pick<ListParams, 'page' | 'pageSize'>,
) {
  const counted = countedRows(db, viewer, step, roundId)
  return readListPage(db, list, {
    rows: funnelRows(db, viewer, step, roundId),
    matching: counted.select('counted.id'),
  })
}

function countedRows(db: Db, viewer: Pick<Viewer, 'roles'>, step: FunnelStep, roundId: string) {
  return visibleRounds(db, viewer)
    .innerJoin(rowsOf(db, step, roundId).as('counted'), (join) => join.onTrue())
    .where('employer_round.id', '=', roundId)
}

/** All rows behind a figure with their words, in the order in which they are shown. */
export function funnelRows(db: Db, viewer: Pick<Viewer, 'roles'>, step: FunnelStep, roundId: string) {
  const counts = (unit: (typeof UNIT)[FunnelStep]) => sql.lit(UNIT[step] === unit)
  return countedRows(db, viewer, step, roundId)
    .leftJoin('meeting', (join) => join.onRef('meeting.id', '=', 'counted.id').on(counts('meetings')))
    .leftJoin('candidate', (join) => join.onRef('candidate.id', '=', 'counted.id').on(counts('persons')))
    .leftJoin('company', (join) => join.onRef('company.id', '=', 'counted.id').on(counts('companies')))
    .select([
      'counted.id',
      sql<string>`coalesce(meeting.title, candidate.number, company.name)`.as('label'),
      sql<string | null>`coalesce(candidate.headline, company.business_id)`.as('more'),
      'meeting.starts_at as at',
    ])
    .orderBy('meeting.starts_at')
    .orderBy(sql`coalesce(candidate.number, company.name) collate "fi-FI-x-icu"`)
}

export type FunnelRow = Awaited<ReturnType<typeof listFunnelRows>>['rows'][number]
