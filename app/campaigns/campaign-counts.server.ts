import type { Db } from '~/platform/db.server'
import type { Campaign } from './campaigns.server'
import { calledCompanies, countCompaniesByOutcome } from './outcome-counts.server'

/**
 * How the companies of a campaign stand: under decision, then as calls. `called` are the distinct companies with
 * any attempt, `reached` those where somebody answered: reports show both.
 */
export async function countCampaign(db: Db, campaign: Pick<Campaign, 'id'>) {
  const [decisions, counted, calls, byOutcome] = await Promise.all([
    db
      .selectFrom('campaign_company')
      .select((eb) => [
        eb.fn.countAll<number>().as('all'),
        eb.fn.countAll<number>().filterWhere('decision', '=', 'include').as('included'),
        eb.fn.countAll<number>().filterWhere('decision', '=', 'exclude').as('excluded'),
        eb.fn.countAll<number>().filterWhere('decision', 'is', null).as('undecided'),
      ])
      .where('campaign_id', '=', campaign.id)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('call_task')
      .select((eb) => [
        eb.fn.countAll<number>().as('all'),
        eb.fn.countAll<number>().filterWhere('status', '=', 'queued').as('queued'),
        eb.fn.countAll<number>().filterWhere('status', '=', 'callback').as('callback'),
        eb.fn.countAll<number>().filterWhere('status', '=', 'done').as('done'),
        ...calledCompanies,
      ])
      .where('campaign_id', '=', campaign.id)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('call')
      .select((eb) => ['outcome', eb.fn.countAll<number>().as('calls')])
      .where('campaign_id', '=', campaign.id)
      .where('outcome', 'is not', null)
      .where('undone_at', 'is', null)
      .groupBy('outcome')
      .execute(),
    countCompaniesByOutcome(db, [campaign.id]),
  ])
  const { called, reached, positive, ...tasks } = counted
  const companiesOf = new Map<string, number>(byOutcome.map((row) => [row.outcome, row.companies]))
  return {
    decisions,
    tasks,
    outcomes: calls.map((row) => ({ ...row, companies: companiesOf.get(row.outcome ?? '') ?? 0 })),
    companies: { called, reached, positive },
  }
}
