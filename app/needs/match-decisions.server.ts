import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'

export type MatchDecision = 'put_forward' | 'left_out'
type About = { needId: string; companyId: string; candidateId: string }

/** What people have decided about who is put forward for a need and who is left out, in force, by candidate. */
export async function decisionsFor(db: Db, needId: string) {
  const rows = await db
    .selectFrom('match_decision')
    .leftJoin('user_account as decider', 'decider.id', 'match_decision.decided_by')
    .select([
      'match_decision.candidate_id as candidateId',
      'match_decision.decision',
      'match_decision.reason',
      'match_decision.decided_at as decidedAt',
      'decider.name as deciderName',
    ])
    .$narrowType<{ decision: MatchDecision }>()
    .where('match_decision.need_id', '=', needId)
    .where('match_decision.undone_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.candidateId, row]))
}

/** Everything that people have decided about one person, the newest first; for the person's own copy of the data. */
export function listDecisionsAbout(db: Db, candidateId: string) {
  return db
    .selectFrom('match_decision')
    .innerJoin('need', 'need.id', 'match_decision.need_id')
    .select([
      'need.title as needTitle',
      'match_decision.decision',
      'match_decision.reason',
      'match_decision.decided_at as decidedAt',
      'match_decision.undone_at as undoneAt',
    ])
    .where('match_decision.candidate_id', '=', candidateId)
    .orderBy('match_decision.id', 'desc')
    .execute()
}

/** Writes down a decision; it replaces the earlier one about the same person and need. */
export async function decideMatch(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  about: About,
  { decision, reason }: { decision: MatchDecision; reason: string | null },
): Promise<void> {
  await endDecision(trx, viewer, about)
  const added = await trx
    .insertInto('match_decision')
    .values({
      need_id: about.needId,
      candidate_id: about.candidateId,
      decision,
      reason,
      decided_by: viewer.userId,
    })
    // Somebody else may have decided in the same moment; the first holds.
    .onConflict((conflict) =>
      conflict.columns(['need_id', 'candidate_id']).where('undone_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!added) return
  await recordDecision(trx, viewer, about, decision === 'left_out' ? 'match_left_out' : 'match_put_forward')
}

/** Takes the decision in force back. False when there is none. */
export async function undoDecision(trx: Trx, viewer: Pick<Viewer, 'userId'>, about: About): Promise<boolean> {
  if (!(await endDecision(trx, viewer, about))) return false
  await recordDecision(trx, viewer, about, 'match_decision_undone')
  return true
}

async function endDecision(trx: Trx, viewer: Pick<Viewer, 'userId'>, about: About): Promise<boolean> {
  const ended = await trx
    .updateTable('match_decision')
    .set({ undone_at: new Date(), undone_by: viewer.userId })
    .where('need_id', '=', about.needId)
    .where('candidate_id', '=', about.candidateId)
    .where('undone_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

function recordDecision(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  { needId, companyId, candidateId }: About,
  action: 'match_left_out' | 'match_put_forward' | 'match_decision_undone',
) {
  return recordActivity(trx, {
    actorId: viewer.userId,
    action,
    subject: ['need', needId],
    companyId,
    candidateId,
  })
}

/** Empties what was written about an erased person. */
export async function forgetDecisionReasons(trx: Trx, candidateId: string): Promise<void> {
  await trx
    .updateTable('match_decision')
    .set({ reason: null })
    .where('candidate_id', '=', candidateId)
    .execute()
}
