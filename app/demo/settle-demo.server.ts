import { orderCalls } from '~/campaigns/call-order.server'
import { countCompanyFits } from '~/needs/company-fit-counts.server'
import { noteUnknownNeedWords } from '~/needs/need-words.server'
import type { Db } from '~/platform/db.server'

/** What the house works out by itself after a change, worked out at once for the demonstration's first visitor. */
export async function settleDemo(db: Db): Promise<void> {
  await countCompanyFits(db)
  await noteWordsOfNeeds(db)
  const running = await db.selectFrom('campaign').select('id').where('status', '=', 'running').execute()
  for (const campaign of running) await db.transaction().execute((trx) => orderCalls(trx, campaign))
}

async function noteWordsOfNeeds(db: Db): Promise<void> {
  const rows = await db
    .selectFrom('need_skill')
    .innerJoin('need', 'need.id', 'need_skill.need_id')
    .select(['need.id', 'need.title', 'need_skill.words', 'need_skill.skill_id as skillId'])
    .where('need_skill.skill_id', 'is', null)
    .execute()
  for (const need of rows) await db.transaction().execute((trx) => noteUnknownNeedWords(trx, need, [need]))
}
