import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '~/platform/db.server'

/** Failures within the window after which a further try is refused unread. */
const LIMIT = { minutes: 15, perAddress: 8, perOrigin: 40 }

export type SignInAttempt = { email: string; origin: string }

/**
 * Whether this e-mail address, or the network it is tried from, has failed too often lately. Only hashes are kept:
 * the table tells nobody who tried from where.
 */
export async function isSignInBlocked(db: Db, attempt: SignInAttempt): Promise<boolean> {
  const { address, origin } = keysOf(attempt)
  const counts = await db
    .selectFrom('sign_in_failure')
    .select(({ fn }) => ['key_hash', fn.countAll<number>().as('failures')])
    .where('key_hash', 'in', [address, origin])
    .where('at', '>', windowStart())
    .groupBy('key_hash')
    .execute()
  return counts.some(
    ({ key_hash, failures }) => failures >= (key_hash.equals(address) ? LIMIT.perAddress : LIMIT.perOrigin),
  )
}

export async function countSignInFailure(db: Db, attempt: SignInAttempt): Promise<void> {
  const { address, origin } = keysOf(attempt)
  await db
    .insertInto('sign_in_failure')
    .values([{ key_hash: address }, { key_hash: origin }])
    .execute()
}

/** After the right password the address starts afresh; the network's count stays. */
export async function forgetSignInFailures(db: Db, attempt: SignInAttempt): Promise<void> {
  await db.deleteFrom('sign_in_failure').where('key_hash', '=', keysOf(attempt).address).execute()
}

export async function forgetOldSignInFailures(db: Db): Promise<void> {
  await db.deleteFrom('sign_in_failure').where('at', '<=', windowStart()).execute()
}

function windowStart() {
  return sql<Date>`now() - make_interval(mins => ${LIMIT.minutes})`
}

function keysOf({ email, origin }: SignInAttempt): { address: Buffer; origin: Buffer } {
  return { address: hashed(`address:${email}`), origin: hashed(`origin:${origin}`) }
}

function hashed(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
