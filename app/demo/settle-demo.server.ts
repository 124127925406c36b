import { orderCalls } from '~/campaigns/call-order.server'
import { countCompanyFits } from '~/needs/company-fit-counts.server'
import type { Db } from '~/platform/db.server'

/** What the house works out by itself after a change, worked out at once for the demonstration's first visitor. */
export async function settleDemo(db: Db): Promise<void> {
  await countCompanyFits(db)
  const running = await db.selectFrom('campaign').select('id').where('status', '=', 'running').execute()
  for (const campaign of running) await db.transaction().execute((trx) => orderCalls(trx, campaign))
}
