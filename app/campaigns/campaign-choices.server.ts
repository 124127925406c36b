import { isInUse } from '~/companies/source-lists.server'
import type { Db } from '~/platform/db.server'

/** Source lists and rounds a new campaign can begin from. */
export async function campaignChoices(db: Db) {
  const [sourceLists, rounds] = await Promise.all([
    db
      .selectFrom('source_list')
      .select((eb) => [
        'source_list.id',
        'source_list.name',
        'source_list.round_id as roundId',
        eb
          .selectFrom('source_list_company')
          .select((listed) => listed.fn.countAll<number>().as('n'))
          .whereRef('source_list_company.source_list_id', '=', 'source_list.id')
          .as('companies'),
      ])
      .where(isInUse)
      .orderBy('source_list.id', 'desc')
      .limit(200)
      .execute(),
    db
      .selectFrom('employer_round')
      .select(['employer_round.id', 'employer_round.name'])
      .where('employer_round.closed_at', 'is', null)
      .orderBy('employer_round.id', 'desc')
      .limit(200)
      .execute(),
  ])
  return { sourceLists, rounds }
}
