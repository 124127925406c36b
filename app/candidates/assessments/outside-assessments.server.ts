import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import type { OutsideAssessment } from './assessment'

const MOST = 60

/** Which assessments the person has made or will make elsewhere, newest first. No answers are ever kept. */
export function listOutsideAssessments(
  db: Db,
  candidateId: string,
  { most = MOST }: { most?: number | null } = {},
) {
  return db
    .selectFrom('outside_assessment')
    .select(['id', 'instrument', 'wave', 'planned_on as plannedOn', 'done_on as doneOn'])
    .where('candidate_id', '=', candidateId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

export type OutsideRow = Awaited<ReturnType<typeof listOutsideAssessments>>[number]

/** Keeps that the person was assessed elsewhere, or will be: the day and the name, never a result. */
export async function addOutsideAssessment(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  given: OutsideAssessment,
): Promise<void> {
  await trx
    .insertInto('outside_assessment')
    .values({
      candidate_id: candidateId,
      instrument: given.instrument,
      wave: given.wave,
      planned_on: given.standing === 'planned' ? given.on : null,
      done_on: given.standing === 'done' ? given.on : null,
      recorded_by: viewer.userId,
    })
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'outside_assessment_noted',
    subject: ['candidate', candidateId],
    candidateId,
  })
}

/** Marks a planned one as made today; false when it is not there or made already. */
export async function markOutsideDone(trx: Trx, candidateId: string, outsideId: string): Promise<boolean> {
  const marked = await trx
    .updateTable('outside_assessment')
    .set({ done_on: today() })
    .where('id', '=', outsideId)
    .where('candidate_id', '=', candidateId)
    .where('done_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return marked !== undefined
}

/** Takes a line written by mistake away; false when it is not there. */
export async function removeOutsideAssessment(
  trx: Trx,
  candidateId: string,
  outsideId: string,
): Promise<boolean> {
  const removed = await trx
    .deleteFrom('outside_assessment')
    .where('id', '=', outsideId)
    .where('candidate_id', '=', candidateId)
    .returning('id')
    .executeTakeFirst()
  return removed !== undefined
}
