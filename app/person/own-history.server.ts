import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { TIME_ZONE } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import type { ListParams } from '~/platform/list-params'
import type { Database } from '../../db/types'
import type { OwnEvent } from './own-history'

/**
 * What has happened with one person, whoever wrote it down: placements, mentoring, meetings, questions, coaches, the
 * rhythm of contact, outcomes and endings. Given the candidate of the session, never one out of an address.
 */
function eventsOf(db: Db, candidateId: string) {
  const dayOf = (moment: string) => sql`(${sql.ref(moment)} at time zone ${sql.lit(TIME_ZONE)})::date`
  const events = sql<OwnEvent>`(
    select 'placement' as kind, placement.id, coalesce(placement.started_on, placement.starts_on) as "on",
      coalesce(placement.ended_on, placement.ends_on) as until, placement.form as code, placement.status as state,
      company.name as about, placement.title as words, writer.name as "writerName"
    from placement join company on company.id = placement.company_id
      left join user_account as writer on writer.id = placement.created_by
    where placement.candidate_id = ${candidateId}
    union all
    select 'session', mentoring_session.id, ${dayOf('mentoring_session.starts_at')}, null,
      session_attendance.attendance, mentoring_session.status, mentoring_programme.name, mentoring_session.topic,
      writer.name
    from session_attendance join mentoring_session on mentoring_session.id = session_attendance.session_id
      join mentoring_programme on mentoring_programme.id = mentoring_session.programme_id
      left join user_account as writer on writer.id = session_attendance.reported_by
    where session_attendance.candidate_id = ${candidateId}
    union all
    select 'meeting', meeting.id, ${dayOf('meeting.starts_at')}, null, meeting_candidate.attendance, meeting.status,
      meeting.title, null, writer.name
    from meeting_candidate join meeting on meeting.id = meeting_candidate.meeting_id
      left join user_account as writer on writer.id = meeting.created_by
    where meeting_candidate.candidate_id = ${candidateId}
    union all
    select 'question', question.id, ${dayOf('question.asked_at')}, null, question.tier,
      case when question.answered_at is not null then 'answered' when question.taken_back_at is not null
        then 'taken_back' else 'open' end,
      coalesce(company.name, employer_round.name), concat_ws(' – ', question.item, question.purpose), writer.name
    from consent_question as question left join company on company.id = question.company_id
      left join employer_round on employer_round.id = question.round_id
      left join user_account as writer on writer.id = question.asked_by
    where question.candidate_id = ${candidateId}
    union all
    select 'coach', coach_change.id, ${dayOf('coach_change.changed_at')}, null, 'changed', 'changed', coach.name,
      coach_change.reason, writer.name
    from coach_change left join user_account as coach on coach.id = coach_change.to_id
      left join user_account as writer on writer.id = coach_change.changed_by
    where coach_change.candidate_id = ${candidateId}
    union all
    select 'cadence', cadence.id, cadence.valid_from, coalesce(${dayOf('cadence.ended_at')}, cadence.valid_until),
      cadence.min_days::text, cadence.max_days::text, null, null, writer.name
    from cadence left join user_account as writer on writer.id = cadence.agreed_by
    where cadence.candidate_id = ${candidateId}
    union all
    select 'outcome', outcome.id, outcome.happened_on, null, outcome.class, outcome.seen_as, null, outcome.evidence,
      writer.name
    from outcome left join user_account as writer on writer.id = outcome.recorded_by
    where outcome.candidate_id = ${candidateId} and outcome.withdrawn_at is null
    union all
    select 'end', candidacy_end.id, ${dayOf('candidacy_end.ended_at')}, ${dayOf('candidacy_end.reopened_at')},
      candidacy_end.reason, coalesce(candidacy_end.goal_outcome, 'no_goal'), candidacy_end.handed_back_to,
      candidacy_end.comparison, writer.name
    from candidacy_end left join user_account as writer on writer.id = candidacy_end.ended_by
    where candidacy_end.candidate_id = ${candidateId}
  )`
  return db.selectFrom(events.as('event'))
}

const columns = [
  'event.kind',
  'event.id',
  'event.on',
  'event.until',
  'event.code',
  'event.state',
  'event.about',
  'event.words',
  'event.writerName',
] as const

/** A page of what has happened, newest first. */
export function listOwnEvents(db: Db, candidateId: string, page: Pick<ListParams, 'page' | 'pageSize'>) {
  const events = eventsOf(db, candidateId)
  return readListPage(db, page, {
    rows: events.select(columns).orderBy('event.on', 'desc').orderBy('event.id', 'desc'),
    matching: events.select('event.id'),
  })
}

/** All of it, for the person's own copy. */
export function allOwnEvents(db: Db, candidateId: string) {
  return eventsOf(db, candidateId)
    .select(columns)
    .orderBy('event.on', 'desc')
    .orderBy('event.id', 'desc')
    .execute()
}

/**
 * What stands behind the placements, for the person's own copy: agreements, how each went, and what was assessed. Words
 * of others at check-ins are given on request, as the coach's notes are.
 */
export function allOwnPlacements(db: Db, candidateId: string) {
  return db
    .selectFrom('placement')
    .innerJoin('company', 'company.id', 'placement.company_id')
    .select([
      'placement.form',
      'placement.title',
      'company.name as companyName',
      'placement.employer_of_record as employerOfRecord',
      'placement.supervisor_name as supervisorName',
      'placement.purpose',
      'placement.tasks',
      'placement.place',
      'placement.starts_on as startsOn',
      'placement.ends_on as endsOn',
      'placement.started_on as startedOn',
      'placement.ended_on as endedOn',
      'placement.hours_per_day as hoursPerDay',
      'placement.days_per_week as daysPerWeek',
      'placement.signed_by_candidate_on as signedByYouOn',
      'placement.insurance_ref as insuranceRef',
      'placement.decision_ref as decisionRef',
      'placement.status',
    ])
    .select((eb) => [
      courseOf(eb).as('events'),
      checkInsOf(eb).as('checkIns'),
      assessmentsOf(eb).as('assessments'),
    ])
    .where('placement.candidate_id', '=', candidateId)
    .orderBy('placement.id')
    .execute()
}

type OfPlacement = ExpressionBuilder<Database, 'placement'>

function courseOf(eb: OfPlacement) {
  return jsonArrayFrom(
    eb
      .selectFrom('placement_event as event')
      .select([
        'event.to_status as status',
        'event.reason',
        'event.ended_by_party as endedByParty',
        'event.at',
      ])
      .whereRef('event.placement_id', '=', 'placement.id')
      .orderBy('event.id'),
  )
}

function checkInsOf(eb: OfPlacement) {
  return jsonArrayFrom(
    eb
      .selectFrom('check_in')
      .select(['check_in.held_on as heldOn', 'check_in.mode', 'check_in.heard', 'check_in.mood'])
      .select('check_in.on_track as onTrack')
      .whereRef('check_in.placement_id', '=', 'placement.id')
      .orderBy('check_in.id'),
  )
}

function assessmentsOf(eb: OfPlacement) {
  return jsonArrayFrom(
    eb
      .selectFrom('placement_assessment as assessment')
      .select(['assessment.kind', 'assessment.given_on as givenOn', 'assessment.given_by_name as givenBy'])
      .select(['assessment.fit_to_work as fitToWork', 'assessment.readiness'])
      .select(['assessment.strengths', 'assessment.to_develop as toDevelop'])
      .whereRef('assessment.placement_id', '=', 'placement.id')
      .orderBy('assessment.id'),
  )
}
