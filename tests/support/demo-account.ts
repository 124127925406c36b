import type { Role } from '~/auth/permissions'
import { startSession } from '~/auth/session.server'
import { DEMO_ACCOUNTS } from '~/demo/demo-accounts'
import { db } from '~/platform/db.server'

/** The demonstration's account of a role, signed in. */
export async function demoAccount(role: Role) {
  const email = DEMO_ACCOUNTS.find((account) => account.role === role)?.email ?? ''
  const account = await db
    .selectFrom('user_account')
    .select(['id', 'contact_id as contactId'])
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  const cookie = (await startSession(account.id, null)).split(';')[0] ?? ''
  return { ...account, cookie, roles: [role] as const }
}
