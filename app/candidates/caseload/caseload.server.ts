import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { plusDays, today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams } from '~/platform/list-params'
import { shownName, visibleCandidates } from '../candidates.server'
import { RUNS_OUT_WITHIN } from '../consent'
import { paceOfCandidate } from './cadence.server'
import { isInCaseload } from './own-coach.server'

export const CASELOAD_SORTS = ['urgency', 'name', 'next'] as const
type CaseloadSort = (typeof CASELOAD_SORTS)[number]

type Who = Pick<Viewer, 'userId' | 'roles'>

/** Active people of the viewer's caseload and of those the viewer stands in for, each joined with `pace_of`. */
export function caseloadWithPace(db: Db, viewer: Who) {
  return visibleCandidates(db, viewer)
    .where('candidate.ended_at', 'is', null)
    .where(isInCaseload(viewer))
    .innerJoinLateral(paceOfCandidate().as('pace_of'), (join) => join.onTrue())
}

/**
 * A page of people who take part: the viewer's own, all, or those without a coach. Only one's own are ordered by
 * urgency and filtered by pace: that reads the contacts of each, which a caseload is small enough for.
 */
export async function listCaseload(db: Db, viewer: Who, list: ListParams<CaseloadSort>) {
  const { whose, pace } = list.filters
  let matching = visibleCandidates(db, viewer).where('candidate.ended_at', 'is', null)
  if (whose === 'unassigned') matching = matching.where(hasNoCoach())
  else if (whose !== 'all') matching = matching.where(isInCaseload(viewer))
  if (list.search) {
    const pattern = containsPattern(list.search)
    matching = matching.where((where) =>
      where.or([
        where(sql`lower(candidate.number)`, 'like', pattern),
        where(sql`lower(candidate.name)`, 'like', pattern),
      ]),
    )
  }
  const withPace = matching.innerJoinLateral(paceOfCandidate().as('pace_of'), (join) => join.onTrue())
  const filtered =
    pace && !whose
      ? withPace.where(
          'pace_of.pace',
          'in',
          pace === 'alert' ? ['too_long', 'too_dense'] : [pace as 'too_long'],
        )
      : null
  const byName = sql`candidate.name collate "fi-FI-x-icu"`
  const order = whose
    ? byName
    : { name: byName, next: sql`candidate.next_step_on`, urgency: urgency() }[list.sort]
  return readListPage(db, list, {
    rows: (filtered ?? withPace)
      .leftJoin('user_account as coach', 'coach.id', 'candidate.coach_id')
      .select([
        'candidate.id',
        'candidate.number',
        shownName(viewer).as('name'),
        'candidate.next_step as nextStep',
        'candidate.next_step_on as nextStepOn',
        'coach.name as coachName',
        sql<boolean>`coalesce(candidate.coach_id = ${viewer.userId}, false)`.as('isOwn'),
        'pace_of.lastOn',
        'pace_of.notBefore',
        'pace_of.atLatest',
        'pace_of.pace',
        firstConsentToEnd().as('consentEndsOn'),
      ])
      .orderBy(order, (by) => (list.direction === 'desc' ? by.desc().nullsLast() : by.asc().nullsLast()))
      .orderBy(byName)
      .orderBy('candidate.id'),
    matching: (filtered ?? matching).select('candidate.id'),
  })
}

export type CaseloadRow = Awaited<ReturnType<typeof listCaseload>>['rows'][number]

/** Alerts first, then by the day the next contact is due, or the next step. */
function urgency() {
  return sql`row(
    case pace_of.pace when 'too_long' then 0 when 'too_dense' then 1 when 'due' then 2 else 3 end,
    least(pace_of."atLatest", candidate.next_step_on)
  )`
}

/** The day the first of the person's consents in force ends, if within 30 days. */
function firstConsentToEnd() {
  return sql<string | null>`(
    select min(consent.expires_on) from consent
    where consent.candidate_id = candidate.id and consent.answer = 'given'
      and consent.withdrawn_at is null and consent.superseded_at is null
      and consent.expires_on between ${today()}::date and ${plusDays(today(), RUNS_OUT_WITHIN.days)}::date
  )`
}

/** SQL: whether nobody works as the person's coach: none was ever named, or the coach has left. */
function hasNoCoach() {
  return sql<boolean>`(candidate.coach_id is null or candidate.coach_id = any(array(
    select user_account.id from user_account where user_account.closed_at is not null
  )))`
}
