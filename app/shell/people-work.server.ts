import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { visibleCandidates } from '~/candidates/candidates.server'
import { caseloadWithPace } from '~/candidates/caseload/caseload.server'
import { isInCaseload } from '~/candidates/caseload/own-coach.server'
import { endingConsents } from '~/candidates/consent-follow-up.server'
import { visibleRequests } from '~/person/requests.server'
import type { Db } from '~/platform/db.server'
import { visiblePlans } from '~/presentations/plans.server'
import { count, SHOWN } from './work-lines.server'

type Who = Pick<Viewer, 'userId' | 'roles'>

/** People of the viewer's caseload with whom contacts do not keep to what was agreed. */
export function peopleAtPace(db: Db, viewer: Who, pace: 'too_long' | 'too_dense') {
  const day = pace === 'too_long' ? 'pace_of.atLatest' : 'pace_of.notBefore'
  return caseloadWithPace(db, viewer)
    .select([
      sql<string>`'/candidates/' || candidate.id || '#care'`.as('to'),
      'candidate.id',
      'candidate.number as title',
      `${day} as day`,
      count,
    ])
    .where('pace_of.pace', '=', pace)
    .orderBy(day)
    .limit(SHOWN)
}

/** Next steps of the viewer's people whose day has come. */
export function dueNextSteps(db: Db, viewer: Who, day: string) {
  return visibleCandidates(db, viewer)
    .select([
      sql<string>`'/candidates/' || candidate.id || '#care'`.as('to'),
      'candidate.id',
      'candidate.number as title',
      'candidate.next_step as detail',
      'candidate.next_step_on as day',
      count,
    ])
    .where('candidate.ended_at', 'is', null)
    .where(isInCaseload(viewer))
    .where('candidate.next_step_on', '<=', day)
    .orderBy('candidate.next_step_on')
    .limit(SHOWN)
}

/** Consents in force that end soon and whose person has not been asked about it. */
export function consentsToRenew(db: Db, viewer: Who) {
  return endingConsents(db, { viewer, all: false })
    .select([
      sql<string>`'/candidates/' || candidate.id || '#consents'`.as('to'),
      'consent.id',
      'candidate.number as title',
      sql<string | null>`coalesce(company.name, employer_round.name)`.as('detail'),
      'consent.expires_on as day',
      count,
    ])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('consent_question')
            .select('consent_question.id')
            .whereRef('consent_question.renews_id', '=', 'consent.id'),
        ),
      ),
    )
    .limit(SHOWN)
}

/** Presentations this viewer planned and the person has accepted. */
export function acceptedPlans(db: Db, viewer: Who) {
  return visiblePlans(db, viewer)
    .select([
      sql<string>`'/presentations/plans/' || presentation_plan.id`.as('to'),
      'presentation_plan.id',
      'company.name as title',
      'candidate.number as detail',
      'presentation_plan.answered_at as at',
      count,
    ])
    .where('presentation_plan.planned_by', '=', viewer.userId)
    .where('presentation_plan.answer', '=', 'accepted')
    .where('presentation_plan.presentation_id', 'is', null)
    .where('presentation_plan.cancelled_at', 'is', null)
    .orderBy('presentation_plan.answered_at')
    .limit(SHOWN)
}

/** What people have asked of the register, the first due first. */
export function openRequests(db: Db, viewer: Who) {
  const due = sql<string>`coalesce(person_request.extended_until, person_request.due_on)`
  return visibleRequests(db, viewer)
    .select([
      sql<string>`'/requests/' || person_request.id`.as('to'),
      'person_request.id',
      'candidate.number as title',
      due.as('day'),
      count,
    ])
    .where('person_request.answered_at', 'is', null)
    .orderBy(due)
    .limit(SHOWN)
}
