import type { Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'

/**
 * Empties what was written in words about an erased person at work. That there was a placement, of which form and
 * when, stays as evidence of the project. Refuses while a placement is under way, unless it may be.
 */
export async function forgetPlacementTexts(
  trx: Trx,
  candidateId: string,
  { mayBeUnderWay = false } = {},
): Promise<void> {
  const placements = await trx
    .selectFrom('placement')
    .select(['id', 'status'])
    .where('candidate_id', '=', candidateId)
    .forUpdate()
    .execute()
  if (
    !mayBeUnderWay &&
    placements.some(({ status }) => ['agreed', 'ready', 'running', 'paused'].includes(status))
  )
    throw new RuleError('requests:erasure.placement_open')
  await trx.updateTable('outcome').set({ evidence: null }).where('candidate_id', '=', candidateId).execute()
  if (placements.length === 0) return
  const ids = placements.map(({ id }) => id)
  await trx
    .updateTable('placement')
    .set({ tasks: null, insurance_ref: null, decision_ref: null, transfer_permit_ref: null })
    .where('id', 'in', ids)
    .execute()
  await trx.updateTable('check_in').set({ note: null }).where('placement_id', 'in', ids).execute()
  await trx
    .updateTable('placement_assessment')
    .set({ strengths: null, to_develop: null })
    .where('placement_id', 'in', ids)
    .execute()
  await trx.updateTable('placement_event').set({ reason: '–' }).where('placement_id', 'in', ids).execute()
}
