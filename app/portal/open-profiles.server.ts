import { sql } from 'kysely'
import { type Db, db } from '~/platform/db.server'
import { watchTogether } from '~/platform/shared-watch.server'
import { isOpenNow, presentationsWithGrounds } from '~/presentations/standing.server'

const keyOf = (presentationId: string, userId: string) => `${presentationId} ${userId}`

/** Watches one profile for one employer: true while the account may see it, undefined from then on. */
export function watchProfile(
  presentationId: string,
  userId: string,
  tell: (open: true | undefined) => void,
): () => void {
  return watch(keyOf(presentationId, userId), tell)
}

const watch = watchTogether((keys) => openProfiles(db, keys))

/** Those of the profiles on screens that may still be seen by the account that looks at them. */
async function openProfiles(db: Db, keys: string[]): Promise<Map<string, true>> {
  const rows = await presentationsWithGrounds(db)
    .innerJoin('user_account', 'user_account.contact_id', 'presentation.contact_id')
    .select(['presentation.id', 'user_account.id as userId'])
    .where(
      'presentation.id',
      'in',
      keys.map((key) => key.split(' ')[0] ?? ''),
    )
    .where('user_account.closed_at', 'is', null)
    .where(sql<boolean>`'employer' = any(user_account.roles)`)
    .where(sql<boolean>`coalesce(user_account.expires_at > now(), true)`)
    .where(isOpenNow())
    .execute()
  return new Map(rows.map(({ id, userId }) => [keyOf(id, userId), true]))
}
