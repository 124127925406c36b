import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { changeAtVersion } from '~/platform/versions.server'
import type { CandidacyEnd } from './candidate'

/**
 * Ends the person's time here, with the goal as it stood, how it came true, and to whom the person was handed back;
 * the record stays until it is disposed of. False when somebody else changed the person since `version`.
 */
export async function endCandidacy(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  end: CandidacyEnd,
): Promise<boolean> {
  const endedAt = new Date()
  const ended = { ended_at: endedAt, end_reason: end.reason }
  if (!(await setEnd(trx, viewer, candidateId, end.version, ended))) return false
  const handedBack = end.handBack === 'handed_back'
  await trx
    .insertInto('candidacy_end')
    .values({
      candidate_id: candidateId,
      reason: end.reason,
      goal: sql<string | null>`(select goal from candidate where id = ${candidateId})`,
      goal_outcome: end.goalOutcome,
      comparison: end.comparison ?? null,
      handed_back_to: (handedBack && end.handedBackTo) || null,
      handed_back_on: (handedBack && end.handedBackOn) || null,
      ended_by: viewer.userId,
      ended_at: endedAt,
    })
    .execute()
  return true
}

/** Opens a candidacy that had ended; how it ended stays in its history. */
export async function reopenCandidacy(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  version: number,
): Promise<boolean> {
  if (!(await setEnd(trx, viewer, candidateId, version, { ended_at: null, end_reason: null }))) return false
  await trx
    .updateTable('candidacy_end')
    .set({ reopened_at: new Date(), reopened_by: viewer.userId })
    .where('candidate_id', '=', candidateId)
    .where('reopened_at', 'is', null)
    .execute()
  return true
}

const MOST = 20

/** How the person's candidacy has ended, the newest first; for coordinators, whom the caller has asked for. */
export function listCandidacyEnds(db: Db, candidateId: string) {
  return db
    .selectFrom('candidacy_end')
    .leftJoin('user_account as ender', 'ender.id', 'candidacy_end.ended_by')
    .select([
      'candidacy_end.id',
      'candidacy_end.reason',
      'candidacy_end.goal',
      'candidacy_end.goal_outcome as goalOutcome',
      'candidacy_end.comparison',
      'candidacy_end.handed_back_to as handedBackTo',
      'candidacy_end.handed_back_on as handedBackOn',
      'candidacy_end.ended_at as endedAt',
      'candidacy_end.reopened_at as reopenedAt',
      'ender.name as enderName',
    ])
    .where('candidacy_end.candidate_id', '=', candidateId)
    .orderBy('candidacy_end.id', 'desc')
    .limit(MOST)
    .execute()
}

export type PastEnd = Awaited<ReturnType<typeof listCandidacyEnds>>[number]

async function setEnd(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  version: number,
  end: { ended_at: Date | null; end_reason: string | null },
): Promise<boolean> {
  const changed = await changeAtVersion(trx, 'candidate', { id: candidateId, version }, end)
  if (!changed) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: end.ended_at ? 'candidacy_ended' : 'candidacy_reopened',
    subject: ['candidate', candidateId],
    candidateId,
  })
  return true
}
