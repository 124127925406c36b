import type { Viewer } from '~/auth/viewer.server'
import type { Trx } from '~/platform/db.server'
import { endNeed } from './needs.server'

/**
 * Closes the needs that were written down from a call whose outcome is taken back. Returns how many stay, because
 * somebody has changed them or gone on with them since.
 */
export async function closeNeedsOfCall(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  callId: string,
  reason: string,
): Promise<number> {
  const needs = await trx
    .selectFrom('need')
    .select((eb) => [
      'need.id',
      'need.company_id as companyId',
      'need.round_id as roundId',
      'need.version',
      eb
        .or([
          eb('need.version', '>', 1),
          eb.exists(
            eb
              .selectFrom('presentation')
              .select('presentation.id')
              .whereRef('presentation.need_id', '=', 'need.id'),
          ),
          eb.exists(
            eb
              .selectFrom('match_decision')
              .select('match_decision.need_id')
              .whereRef('match_decision.need_id', '=', 'need.id'),
          ),
        ])
        .as('inUse'),
    ])
    .where('need.call_id', '=', callId)
    .where('need.status', '=', 'open')
    .execute()
  let left = 0
  for (const { inUse, version, ...need } of needs) {
    if (inUse) left += 1
    else await endNeed(trx, viewer, need, { outcome: 'closed', reason, version })
  }
  return left
}
