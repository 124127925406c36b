import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Trx } from '~/platform/db.server'

/** Ends the person's time here; the record stays until it is disposed of. */
export async function endCandidacy(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  form: { reason: string; version: number },
): Promise<boolean> {
  return setEnd(trx, viewer, candidateId, form.version, { ended_at: new Date(), end_reason: form.reason })
}

export async function reopenCandidacy(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  version: number,
): Promise<boolean> {
  return setEnd(trx, viewer, candidateId, version, { ended_at: null, end_reason: null })
}

async function setEnd(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  version: number,
  end: { ended_at: Date | null; end_reason: string | null },
): Promise<boolean> {
  const changed = await trx
    .updateTable('candidate')
    .set({ ...end, version: version + 1 })
    .where('id', '=', candidateId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: end.ended_at ? 'candidacy_ended' : 'candidacy_reopened',
    subject: ['candidate', candidateId],
    candidateId,
  })
  return true
}
