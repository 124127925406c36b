import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import type { Db } from '~/platform/db.server'

/** Tries are counted over this time. */
const WINDOW = { minutes: 15 }

/** What is tried, by whom it is counted, and how often that may fail within the window. */
type TryLimit = { key: string; most: number }

/** A sign-in counts against the address that is tried and against the network it is tried from. */
export const signInLimits = (email: string, clientAddress: string): [TryLimit, TryLimit] => [
  { key: `sign-in to ${email}`, most: 8 },
  { key: `sign-in from ${networkOf(clientAddress)}`, most: 40 },
]

/** How often a forgotten password may be asked for in the window, for one address and from one network. */
export const resetLimits = (email: string, clientAddress: string): [TryLimit, TryLimit] => [
  { key: `reset of ${email}`, most: 3 },
  { key: `reset from ${networkOf(clientAddress)}`, most: 20 },
]

/**
 * Counts one try before it is made, so that many at once are counted too, and says whether it is one too many.
 * Only hashes are kept: the table tells nobody who tried what from where.
 */
export async function countTry(db: Db, limits: readonly TryLimit[]): Promise<{ tooMany: boolean }> {
  const keys = limits.map(({ key }) => hashed(key))
  await db
    .insertInto('sign_in_failure')
    .values(keys.map((key_hash) => ({ key_hash })))
    .execute()
  const counts = await db
    .selectFrom('sign_in_failure')
    .select(({ fn }) => ['key_hash', fn.countAll<number>().as('tries')])
    .where('key_hash', 'in', keys)
    .where('at', '>', windowStart())
    .groupBy('key_hash')
    .execute()
  const triesOf = (key: string) => counts.find(({ key_hash }) => key_hash.equals(hashed(key)))?.tries ?? 0
  return { tooMany: limits.some(({ key, most }) => triesOf(key) > most) }
}

/** A try that turned out right: the first limit starts afresh, the others lose this one try. */
export async function forgetTries(
  db: Db,
  [first, ...others]: readonly [TryLimit, ...TryLimit[]],
): Promise<void> {
  await db.deleteFrom('sign_in_failure').where('key_hash', '=', hashed(first.key)).execute()
  for (const { key } of others) {
    await sql`
      delete from sign_in_failure where ctid = (
        select ctid from sign_in_failure where key_hash = ${hashed(key)} order by at desc limit 1
      )
    `.execute(db)
  }
}

/** Job: takes away the tries that count no more. */
export async function forgetOldTries(db: Db): Promise<void> {
  await db.deleteFrom('sign_in_failure').where('at', '<=', windowStart()).execute()
}

function windowStart() {
  return sql<Date>`now() - make_interval(mins => ${WINDOW.minutes})`
}

/** One connection has billions of IPv6 addresses; its first half names the connection. */
function networkOf(clientAddress: string): string {
  if (!isIPv6(clientAddress)) return clientAddress
  const [head = '', tail] = clientAddress.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  const whole = [...groups, ...Array(Math.max(missing, 0)).fill('0'), ...(tail ?? '').split(':')]
  return whole.slice(0, 4).join(':')
}

function hashed(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
