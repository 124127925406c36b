import { sql } from 'kysely'
import type { Db } from '~/platform/db.server'
import { type CallOutcome, positiveOutcomes, reachedOutcomes } from './call-outcome'

/**
 * SQL over `call_task`: the distinct companies of a campaign with any attempt, those where somebody answered, and those
 * that were interested. Calls that were undone do not count; a company withdrawn from the list does.
 */
export const calledCompanies = [
  sql<number>`count(*) filter (where call_task.outcomes <> '{}')`.as('called'),
  companiesWith(reachedOutcomes).as('reached'),
  companiesWith(positiveOutcomes).as('positive'),
] as const

function companiesWith(outcomes: readonly CallOutcome[]) {
  return sql<number>`count(*) filter (where call_task.outcomes && ${[...outcomes]}::text[])`
}

/** The distinct companies of each campaign by what came of their calls. */
export function countCompaniesByOutcome(db: Db, campaignIds: string[]) {
  return db
    .selectFrom('call_task')
    .innerJoinLateral(
      sql<{ outcome: CallOutcome }>`unnest(call_task.outcomes)`.as<'made'>(sql`made (outcome)`),
      (join) => join.onTrue(),
    )
    .select((eb) => [
      'call_task.campaign_id as campaignId',
      'made.outcome',
      eb.fn.countAll<number>().as('companies'),
    ])
    .where('call_task.campaign_id', 'in', campaignIds)
    .groupBy(['call_task.campaign_id', 'made.outcome'])
    .execute()
}
