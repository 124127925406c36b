import { createHash, randomBytes } from 'node:crypto'
import type { Db, Trx } from '~/platform/db.server'

export type LinkPurpose = 'invitation' | 'reset'

const LIFETIME_MS = { invitation: 7 * 24 * 60 * 60 * 1000, reset: 60 * 60 * 1000 } satisfies Record<
  LinkPurpose,
  number
>

/** A new secret for an address in a mail; earlier ones of the same purpose stop working. Only its hash is kept. */
export async function makeAccountLink(trx: Trx, userId: string, purpose: LinkPurpose): Promise<string> {
  await trx.deleteFrom('account_link').where('user_id', '=', userId).where('purpose', '=', purpose).execute()
  const token = randomBytes(32).toString('base64url')
  await trx
    .insertInto('account_link')
    .values({
      token_hash: hashed(token),
      user_id: userId,
      purpose,
      expires_at: new Date(Date.now() + LIFETIME_MS[purpose]),
    })
    .execute()
  return token
}

/** Whose link this is, or undefined when it is unknown, used, too old, or of a closed account. Looking does not use it. */
export async function findAccountLink(db: Db, token: string, purpose: LinkPurpose) {
  return db
    .selectFrom('account_link')
    .innerJoin('user_account', 'user_account.id', 'account_link.user_id')
    .select(['user_account.id as userId', 'user_account.email', 'user_account.name'])
    .where('token_hash', '=', hashed(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('account_link.expires_at', '>', new Date())
    .where('user_account.closed_at', 'is', null)
    .executeTakeFirst()
}

/** Uses a link up; false when somebody was faster. */
export async function spendAccountLink(trx: Trx, token: string): Promise<boolean> {
  const used = await trx
    .updateTable('account_link')
    .set({ used_at: new Date() })
    .where('token_hash', '=', hashed(token))
    .where('used_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst()
  return used !== undefined
}

/** Job: takes away the links of invitations and passwords whose time is over. */
export async function forgetOldLinks(db: Db): Promise<void> {
  await db.deleteFrom('account_link').where('expires_at', '<=', new Date()).execute()
}

function hashed(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
