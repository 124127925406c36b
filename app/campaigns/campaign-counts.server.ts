import type { Db } from '~/platform/db.server'
import { positiveOutcomes, reachedOutcomes } from './call-outcome'
import type { Campaign } from './campaigns.server'

/**
 * How the companies of a campaign stand: under decision, then as calls. `called` are the distinct companies with
 * any attempt, `reached` those where somebody answered: reports show both.
 */
export async function countCampaign(db: Db, campaign: Pick<Campaign, 'id'>) {
  const [decisions, tasks, outcomes, companies] = await Promise.all([
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
      ])
      .where('campaign_id', '=', campaign.id)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('call')
      .select((eb) => [
        'outcome',
        eb.fn.countAll<number>().as('calls'),
        eb.fn.count<number>('company_id').distinct().as('companies'),
      ])
      .where('campaign_id', '=', campaign.id)
      .where('outcome', 'is not', null)
      .where('undone_at', 'is', null)
      .groupBy('outcome')
      .execute(),
    db
      .selectFrom('call')
      .select((eb) => {
        const count = eb.fn.count<number>('company_id').distinct()
        return [
          count.as('called'),
          count.filterWhere('outcome', 'in', reachedOutcomes).as('reached'),
          count.filterWhere('outcome', 'in', positiveOutcomes).as('positive'),
        ]
      })
      .where('campaign_id', '=', campaign.id)
      .where('outcome', 'is not', null)
      .where('undone_at', 'is', null)
      .executeTakeFirstOrThrow(),
  ])
  return { decisions, tasks, outcomes, companies }
}
