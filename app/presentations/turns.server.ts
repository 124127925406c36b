import { type SqlBool, sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { shownName } from '~/candidates/candidates.server'
import { isInCaseload } from '~/candidates/caseload/own-coach.server'
import { timesShown } from '~/needs/comparable-people.server'
import { readyPeople } from '~/needs/ready-people.server'
import type { Db } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape, type Page } from '~/platform/list-params'

/** Who has waited: never shown at all, or not shown for this many weeks. */
const WAITS = ['never', '4', '8', '12'] as const
export const turnListShape = {
  sorts: ['waited', 'number'],
  filters: { waited: WAITS, mine: ['yes'] },
} as const satisfies ListShape<string>
type TurnSort = (typeof turnListShape.sorts)[number]

/** When a person of the query was last presented to anybody; null for never. */
function lastShownAt() {
  return sql<Date | null>`(select max(sent_at) from presentation where presentation.candidate_id = candidate.id)`
}

/** One page of ready people by how long they have waited for a turn: those never shown first, then the longest ago. */
export async function listTurns(db: Db, viewer: Viewer, list: ListParams<TurnSort>): Promise<Page<TurnRow>> {
  const matching = waitingPeople(db, viewer, list)
  const order = {
    waited: sql`coalesce(${lastShownAt()}, '-infinity'::timestamptz)`,
    number: sql`candidate.number`,
  }[list.sort]
  return readListPage(db, list, {
    rows: turnRows(matching, viewer).orderBy(order, list.direction).orderBy('candidate.number'),
    matching: matching.select('candidate.id'),
  })
}

function waitingPeople(db: Db, viewer: Viewer, { search, filters }: ListParams<TurnSort>) {
  let people = readyPeople(db, viewer)
  if (filters.mine) people = people.where(isInCaseload(viewer))
  if (filters.waited) {
    const since = filters.waited === 'never' ? null : Number(filters.waited)
    people = people.where(
      sql<SqlBool>`not exists (
        select from presentation
        where presentation.candidate_id = candidate.id
          and (${since}::int is null or sent_at > now() - ${since}::int * interval '1 week')
      )`,
    )
  }
  if (search) {
    const pattern = containsPattern(search)
    people = people.where((where) =>
      where.or([
        where(sql`lower(candidate.number)`, 'like', pattern),
        where(sql`lower(coalesce(candidate.headline, ''))`, 'like', pattern),
      ]),
    )
  }
  return people
}

function turnRows(people: ReturnType<typeof readyPeople>, viewer: Viewer) {
  return people
    .leftJoin('user_account as coach', 'coach.id', 'candidate.coach_id')
    .select([
      'candidate.id',
      'candidate.number',
      shownName(viewer).as('name'),
      'candidate.headline',
      'coach.name as coachName',
      timesShown().as('timesShown'),
      lastShownAt().as('lastShownAt'),
    ])
}

export type TurnRow = Awaited<ReturnType<ReturnType<typeof turnRows>['execute']>>[number]
