import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import {
  type Answers,
  AnswersShape,
  type AssessmentForm,
  type Instrument,
  ResultShape,
  resultOf,
  type Wave,
} from './assessment'

const MOST = 60

/**
 * What one person has assessed, newest first. Only the person and coordinators read it, which the caller has asked
 * for; matching and presentations never do.
 */
export async function listSelfAssessments(
  db: Db,
  candidateId: string,
  { most = MOST }: { most?: number | null } = {},
) {
  const rows = await db
    .selectFrom('self_assessment')
    .leftJoin('user_account as recorder', 'recorder.id', 'self_assessment.recorded_by')
    .select([
      'self_assessment.id',
      'self_assessment.instrument',
      'self_assessment.form_version as formVersion',
      'self_assessment.wave',
      'self_assessment.answers',
      'self_assessment.result',
      'self_assessment.how',
      'self_assessment.done_on as doneOn',
      'recorder.name as recorderName',
    ])
    .$narrowType<{ instrument: Instrument; wave: Wave; how: 'own_page' | 'with_coach' }>()
    .where('self_assessment.candidate_id', '=', candidateId)
    .orderBy('self_assessment.id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    ...row,
    answers: AnswersShape.parse(row.answers),
    result: ResultShape.parse(row.result),
  }))
}

export type SelfAssessment = Awaited<ReturnType<typeof listSelfAssessments>>[number]

/** Keeps the answers with their result; gives the id. */
export async function addSelfAssessment(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  form: AssessmentForm,
  filled: { wave: Wave; answers: Answers; how: 'own_page' | 'with_coach' },
): Promise<string> {
  const { id } = await trx
    .insertInto('self_assessment')
    .values({
      candidate_id: candidateId,
      instrument: form.instrument,
      form_version: form.version,
      wave: filled.wave,
      answers: sql<object>`${filled.answers}::jsonb`,
      result: sql<object>`${resultOf(form.content, filled.answers)}::jsonb`,
      how: filled.how,
      done_on: today(),
      recorded_by: viewer.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tell(trx, viewer, candidateId, 'self_assessment_done')
  return id
}

/** Deletes the answers and the result; false when they are not there. */
export async function removeSelfAssessment(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  assessmentId: string,
): Promise<boolean> {
  const removed = await trx
    .deleteFrom('self_assessment')
    .where('id', '=', assessmentId)
    .where('candidate_id', '=', candidateId)
    .returning('id')
    .executeTakeFirst()
  if (!removed) return false
  await tell(trx, viewer, candidateId, 'self_assessment_removed')
  return true
}

/** The timeline, which liaisons read too, tells neither the form nor a result. */
async function tell(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  action: 'self_assessment_done' | 'self_assessment_removed',
): Promise<void> {
  await recordActivity(trx, {
    actorId: viewer.userId,
    action,
    subject: ['candidate', candidateId],
    candidateId,
  })
}
