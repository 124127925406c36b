import { db } from '~/platform/db.server'
import { pagePart } from '../page-part'

/** The people who fit one need, among as many people as there are companies. */
export const match = {
  ...pagePart('match', async () => {
    const { id } = await db.selectFrom('need').select('id').limit(1).executeTakeFirstOrThrow()
    return `/needs/${id}/matches`
  }),
  blocks: 6,
  perBlock: 3,
}
