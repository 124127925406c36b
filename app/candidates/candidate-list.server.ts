import { sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type Page } from '~/platform/list-params'
import { shownName, visibleCandidates } from './candidates.server'
import { isInCaseload } from './caseload/own-coach.server'
import { shownMunicipality } from './non-disclosure.server'

export const CANDIDATE_SORTS = ['name', 'number', 'created'] as const
type List = ListParams<(typeof CANDIDATE_SORTS)[number]>

/** One page of candidates; a liaison's search and order never reach names. */
export async function listCandidates(db: Db, viewer: Viewer, list: List): Promise<Page<CandidateRow>> {
  const matching = matchingCandidates(db, viewer, list)
  const seesNames = may(viewer, 'candidates.write')
  const order = {
    name: seesNames ? sql`candidate.name collate "fi-FI-x-icu"` : sql`candidate.number`,
    number: sql`candidate.number`,
    created: sql`candidate.created_at`,
  }[list.sort]
  return readListPage(db, list, {
    rows: candidateRows(matching, viewer).orderBy(order, list.direction).orderBy('candidate.id'),
    matching: matching.select('candidate.id'),
  })
}

function matchingCandidates(db: Db, viewer: Viewer, list: List) {
  let matching = visibleCandidates(db, viewer)
  if (list.filters.state === 'ended') matching = matching.where('candidate.ended_at', 'is not', null)
  else if (list.filters.state !== 'all') matching = matching.where('candidate.ended_at', 'is', null)
  if (list.filters.mine === 'yes') matching = matching.where(isInCaseload(viewer))
  const { skill } = list.filters
  if (skill) {
    matching = matching.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('candidate_skill')
          .select('candidate_skill.skill_id')
          .whereRef('candidate_skill.candidate_id', '=', 'candidate.id')
          .where('candidate_skill.removed_at', 'is', null)
          .where('candidate_skill.skill_id', '=', skill),
      ),
    )
  }
  if (list.search) {
    const pattern = containsPattern(list.search)
    matching = matching.where((where) =>
      where.or([
        where(sql`lower(candidate.number)`, 'like', pattern),
        where(sql`lower(coalesce(candidate.headline, ''))`, 'like', pattern),
        where(sql`lower(coalesce(${shownMunicipality(viewer)}, ''))`, 'like', pattern),
        where.exists(
          where
            .selectFrom('candidate_skill')
            .innerJoin('skill', 'skill.id', 'candidate_skill.skill_id')
            .select('skill.id')
            .whereRef('candidate_skill.candidate_id', '=', 'candidate.id')
            .where('candidate_skill.removed_at', 'is', null)
            .where(
              sql`lower(skill.label_fi || ' ' || skill.label_sv || ' ' || skill.label_en)`,
              'like',
              pattern,
            ),
        ),
        ...(may(viewer, 'candidates.write') ? [where(sql`lower(candidate.name)`, 'like', pattern)] : []),
      ]),
    )
  }
  return matching
}

function candidateRows(people: ReturnType<typeof visibleCandidates>, viewer: Viewer) {
  return people
    .leftJoin('user_account as coach', 'coach.id', 'candidate.coach_id')
    .select([
      'candidate.id',
      'candidate.number',
      shownName(viewer).as('name'),
      'candidate.headline',
      shownMunicipality(viewer).as('municipality'),
      'candidate.forms',
      'candidate.available_from as availableFrom',
      'candidate.ended_at as endedAt',
      'coach.name as coachName',
    ])
    .select((eb) => [
      eb
        .selectFrom('candidate_skill')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('candidate_skill.candidate_id', '=', 'candidate.id')
        .where('candidate_skill.removed_at', 'is', null)
        .as('skillCount'),
    ])
}

export type CandidateRow = Awaited<ReturnType<ReturnType<typeof candidateRows>['execute']>>[number]
