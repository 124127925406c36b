import { type ActivityAction, recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { instantOf } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import type { Attendance, SessionDetails } from './mentoring'
import { visibleProgrammes } from './programmes.server'

/** Sessions of programmes this viewer may see, newest first. */
export async function listSessions(db: Db, programmeId: string) {
  return db
    .selectFrom('mentoring_session')
    .select([
      'mentoring_session.id',
      'mentoring_session.kind',
      'mentoring_session.mode',
      'mentoring_session.topic',
      'mentoring_session.starts_at as startsAt',
      'mentoring_session.planned_minutes as plannedMinutes',
      'mentoring_session.held_minutes as heldMinutes',
      'mentoring_session.status',
      'mentoring_session.cancel_reason as cancelReason',
    ])
    .select((eb) => [
      eb
        .selectFrom('session_attendance')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('session_attendance.session_id', '=', 'mentoring_session.id')
        .where('session_attendance.attendance', 'in', ['present', 'late'])
        .as('attended'),
    ])
    .where('mentoring_session.programme_id', '=', programmeId)
    .orderBy('mentoring_session.starts_at', 'desc')
    .limit(200)
    .execute()
}

export type SessionRow = Awaited<ReturnType<typeof listSessions>>[number]

/** Events, hours and participations kept apart: a session of an hour with five people is 1, 1 and 5. */
export async function countMentoring(db: Db, programmeId: string) {
  const [sessions, attendance] = await Promise.all([
    db
      .selectFrom('mentoring_session')
      .select((eb) => [
        eb.fn.countAll<number>().as('events'),
        eb.fn.coalesce(eb.fn.sum<number>('held_minutes'), eb.lit(0)).as('minutes'),
      ])
      .where('programme_id', '=', programmeId)
      .where('status', '=', 'held')
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('session_attendance')
      .innerJoin('mentoring_session', 'mentoring_session.id', 'session_attendance.session_id')
      .select((eb) => [
        eb.fn.countAll<number>().as('participations'),
        eb.fn.count<number>('session_attendance.candidate_id').distinct().as('persons'),
      ])
      .where('mentoring_session.programme_id', '=', programmeId)
      .where('mentoring_session.status', '=', 'held')
      .where('session_attendance.attendance', 'in', ['present', 'late'])
      .executeTakeFirstOrThrow(),
  ])
  return { ...sessions, minutes: Number(sessions.minutes), ...attendance }
}

/** A session whose programme the viewer may see, with everyone's attendance. */
export async function findSession(db: Db, viewer: Pick<Viewer, 'roles' | 'contactId'>, sessionId: string) {
  const session = await visibleProgrammes(db, viewer)
    .innerJoin('mentoring_session', 'mentoring_session.programme_id', 'mentoring_programme.id')
    .select([
      'mentoring_session.id',
      'mentoring_session.kind',
      'mentoring_session.mode',
      'mentoring_session.topic',
      'mentoring_session.starts_at as startsAt',
      'mentoring_session.planned_minutes as plannedMinutes',
      'mentoring_session.held_minutes as heldMinutes',
      'mentoring_session.status',
      'mentoring_session.version',
      'mentoring_programme.id as programmeId',
      'mentoring_programme.name as programmeName',
    ])
    .where('mentoring_session.id', '=', sessionId)
    .executeTakeFirst()
  if (!session) return undefined
  const [candidates, mentors] = await Promise.all([
    db
      .selectFrom('session_attendance')
      .select(['candidate_id as id', 'attendance'])
      .where('session_id', '=', sessionId)
      .execute(),
    db
      .selectFrom('session_mentor')
      .select(['mentor_id as id', 'attendance'])
      .where('session_id', '=', sessionId)
      .execute(),
  ])
  return {
    ...session,
    attendance: new Map([...candidates, ...mentors].map((row) => [row.id, row.attendance])),
  }
}

/** Plans a session of a programme; its id. */
export async function planSession(
  trx: Trx,
  viewer: Viewer,
  programmeId: string,
  details: SessionDetails,
): Promise<string> {
  const { id } = await trx
    .insertInto('mentoring_session')
    .values({
      programme_id: programmeId,
      kind: details.kind,
      mode: details.mode,
      topic: details.topic ?? null,
      starts_at: instantOf(details.startsAt),
      planned_minutes: details.plannedMinutes,
      created_by: viewer.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(trx, viewer, 'session_planned', programmeId)
  return id
}

type Attended = { id: string; attendance: Attendance }[]

/**
 * Marks the session held with its minutes and who was there; may be corrected later. False on a newer version, or
 * when it was cancelled.
 */
export async function reportSession(
  trx: Trx,
  viewer: Viewer,
  session: { id: string; programmeId: string },
  report: { heldMinutes: number; candidates: Attended; mentors: Attended; version: number },
): Promise<boolean> {
  if (
    !(await setStatus(trx, viewer, session.id, report.version, ['planned', 'held'], {
      status: 'held',
      held_minutes: report.heldMinutes,
      cancel_reason: null,
    }))
  )
    return false
  await trx.deleteFrom('session_attendance').where('session_id', '=', session.id).execute()
  await trx.deleteFrom('session_mentor').where('session_id', '=', session.id).execute()
  // Only this programme's people count, whatever ids the form sent.
  const members = await trx
    .selectFrom('programme_participant')
    .select('candidate_id as id')
    .where('programme_id', '=', session.programmeId)
    .execute()
  const mentors = await trx
    .selectFrom('mentor')
    .select('id')
    .where('programme_id', '=', session.programmeId)
    .execute()
  const ofProgramme = new Set([...members, ...mentors].map(({ id }) => id))
  const candidates = report.candidates.filter(({ id }) => ofProgramme.has(id))
  const present = report.mentors.filter(({ id }) => ofProgramme.has(id))
  if (candidates.length > 0) {
    await trx
      .insertInto('session_attendance')
      .values(
        candidates.map(({ id, attendance }) => ({
          session_id: session.id,
          candidate_id: id,
          attendance,
          reported_by: viewer.userId,
        })),
      )
      .execute()
  }
  if (present.length > 0) {
    await trx
      .insertInto('session_mentor')
      .values(present.map(({ id, attendance }) => ({ session_id: session.id, mentor_id: id, attendance })))
      .execute()
  }
  await record(trx, viewer, 'session_held', session.programmeId)
  return true
}

/** Cancels a planned session. False when it was changed since `version` or is not planned. */
export async function cancelSession(
  trx: Trx,
  viewer: Viewer,
  session: { id: string; programmeId: string },
  form: { reason: string; version: number },
): Promise<boolean> {
  const cancelled = { status: 'cancelled', cancel_reason: form.reason, held_minutes: null }
  if (!(await setStatus(trx, viewer, session.id, form.version, ['planned'], cancelled))) return false
  await record(trx, viewer, 'session_cancelled', session.programmeId)
  return true
}

async function setStatus(
  trx: Trx,
  viewer: Viewer,
  sessionId: string,
  version: number,
  from: string[],
  columns: { status: string; held_minutes: number | null; cancel_reason: string | null },
): Promise<boolean> {
  const changed = await trx
    .updateTable('mentoring_session')
    .set({ ...columns, status_at: new Date(), status_by: viewer.userId, version: version + 1 })
    .where('id', '=', sessionId)
    .where('version', '=', version)
    .where('status', 'in', from)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

async function record(trx: Trx, viewer: Viewer, action: ActivityAction, programmeId: string): Promise<void> {
  await recordActivity(trx, { actorId: viewer.userId, action, subject: ['mentoring_programme', programmeId] })
}
