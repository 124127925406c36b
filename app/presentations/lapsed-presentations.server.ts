import { sql } from 'kysely'
import type { Db } from '~/platform/db.server'
import { presentationsWithGrounds, standing } from './standing.server'

/**
 * Job: writes down that presentations have ended whose consent, time or people no longer allow them, so that the
 * CV behind them can be removed. Nobody waits for it: the employer's pages look at the grounds themselves. Those
 * of an ended need stay as they are, for the need may open again.
 */
export async function settleLapsedPresentations(db: Db): Promise<void> {
  const lapsed = presentationsWithGrounds(db)
    .select(['presentation.id', standing().as('standing')])
    .where('presentation.status', 'in', ['sent', 'viewed', 'answered'])
    .where(sql<boolean>`(${standing()}) in ('revoked', 'expired')`)
  await db
    .with('lapsed', () => lapsed)
    .updateTable('presentation')
    .from('lapsed')
    .set({
      status: sql`case when lapsed.standing = 'revoked' then 'revoked' else 'closed' end`,
      ended_at: new Date(),
      version: sql`presentation.version + 1`,
    })
    .whereRef('presentation.id', '=', 'lapsed.id')
    .execute()
}
