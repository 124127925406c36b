import { type RawBuilder, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { TIME_ZONE, today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { type CadenceAgreement, DUE_WITHIN, type Pace } from './caseload'

/** Days are Finnish calendar days. Without an agreement in force only the contacts are known. */
export type PaceRow = {
  minDays: number | null
  maxDays: number | null
  lastOn: string | null
  /** The agreed days of the next contact. */
  notBefore: string | null
  atLatest: string | null
  pace: Pace | null
}

/**
 * SQL to join laterally to `candidate`: the last contact and how it keeps to the agreement. A contact is a note of one
 * that reached the person, a mentoring session or a meeting the person was at; several on one day are one. Time before
 * the agreement counts for neither alert.
 */
export function paceOfCandidate(): RawBuilder<PaceRow> {
  const day = sql`${today()}::date`
  const since = sql`greatest(contact.last_on, agreed.valid_from)`
  return sql<PaceRow>`(
    select agreed.min_days as "minDays", agreed.max_days as "maxDays", contact.last_on as "lastOn",
      contact.last_on + agreed.min_days as "notBefore",
      ${since} + agreed.max_days as "atLatest",
      case when agreed.max_days is null then null
        when ${day} - ${since} > agreed.max_days then 'too_long'
        when contact.previous_on >= agreed.valid_from and contact.last_on - contact.previous_on < agreed.min_days
          and ${day} < contact.last_on + agreed.min_days then 'too_dense'
        when ${day} - ${since} > agreed.max_days - ${DUE_WITHIN.days} then 'due'
        else 'on_pace' end as pace
    from (
      select max(day) as last_on, (array_agg(day order by day desc))[2] as previous_on
      from (${contactDays()}) as day_of_contact
    ) as contact
    left join cadence as agreed on agreed.candidate_id = candidate.id and agreed.ended_at is null
      and agreed.valid_from <= ${day} and coalesce(agreed.valid_until, ${day}) >= ${day}
  )`
}

/** The two newest days of each kind of contact, each day once. */
function contactDays(): RawBuilder<unknown> {
  return sql`
    (select distinct happened_on as day from candidate_note
      where candidate_id = candidate.id and not not_reached order by day desc limit 2)
    union
    (select distinct (mentoring_session.starts_at at time zone ${sql.lit(TIME_ZONE)})::date as day
      from session_attendance join mentoring_session on mentoring_session.id = session_attendance.session_id
      where session_attendance.candidate_id = candidate.id and mentoring_session.status = 'held'
        and session_attendance.attendance in ('present', 'late') order by day desc limit 2)
    union
    (select distinct (meeting.starts_at at time zone ${sql.lit(TIME_ZONE)})::date as day
      from meeting_candidate join meeting on meeting.id = meeting_candidate.meeting_id
      where meeting_candidate.candidate_id = candidate.id and meeting.status = 'held'
        and meeting_candidate.attendance = 'present' order by day desc limit 2)`
}

/** How contacts with one person keep to what was agreed; all null when nothing is known. */
export function findPace(db: Db, candidateId: string): Promise<PaceRow> {
  return db
    .selectFrom('candidate')
    .innerJoinLateral(paceOfCandidate().as('pace_of'), (join) => join.onTrue())
    .select([
      'pace_of.minDays',
      'pace_of.maxDays',
      'pace_of.lastOn',
      'pace_of.notBefore',
      'pace_of.atLatest',
      'pace_of.pace',
    ])
    .where('candidate.id', '=', candidateId)
    .executeTakeFirstOrThrow()
}

const MOST = 50

/** The agreements with one person, newest first. */
export function listCadences(db: Db, candidateId: string) {
  return db
    .selectFrom('cadence')
    .leftJoin('user_account as agreer', 'agreer.id', 'cadence.agreed_by')
    .select([
      'cadence.id',
      'cadence.min_days as minDays',
      'cadence.max_days as maxDays',
      'cadence.valid_from as validFrom',
      'cadence.valid_until as validUntil',
      'cadence.ended_at as endedAt',
      'agreer.name as agreerName',
    ])
    .where('cadence.candidate_id', '=', candidateId)
    .orderBy('cadence.id', 'desc')
    .limit(MOST)
    .execute()
}

/** Agrees a new cadence; it takes the place of the one before. */
export async function agreeCadence(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  agreement: CadenceAgreement,
): Promise<void> {
  await endAgreement(trx, candidateId)
  await trx
    .insertInto('cadence')
    .values({
      candidate_id: candidateId,
      min_days: agreement.minDays,
      max_days: agreement.maxDays,
      valid_from: agreement.validFrom,
      valid_until: agreement.validUntil ?? null,
      agreed_by: viewer.userId,
    })
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'cadence_agreed',
    subject: ['candidate', candidateId],
    candidateId,
    detail: { min: agreement.minDays, max: agreement.maxDays },
  })
}

/** Ends the agreement in force; false when there is none. */
export async function endCadence(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
): Promise<boolean> {
  if (!(await endAgreement(trx, candidateId))) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'cadence_ended',
    subject: ['candidate', candidateId],
    candidateId,
  })
  return true
}

async function endAgreement(trx: Trx, candidateId: string): Promise<boolean> {
  const ended = await trx
    .updateTable('cadence')
    .set({ ended_at: new Date() })
    .where('candidate_id', '=', candidateId)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return ended.length > 0
}
