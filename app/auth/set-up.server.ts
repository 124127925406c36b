import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Trx } from '~/platform/db.server'
import type { Language } from '~/texts/text-keys'
import { hasNoAccounts } from './accounts.server'
import { hashPassword } from './password.server'

type FirstAdministrator = { name: string; email: string; language: Language; password: string }

/** Makes the first account of an installation; null when somebody has one by now. */
export async function setUpFirstAdministrator(
  trx: Trx,
  { name, email, language, password }: FirstAdministrator,
): Promise<{ userId: string } | null> {
  // Two people setting up at once: the second waits here and then finds the first's account.
  await sql`lock table user_account in share row exclusive mode`.execute(trx)
  if (!(await hasNoAccounts(trx))) return null
  const { id } = await trx
    .insertInto('user_account')
    .values({
      name,
      email,
      language,
      roles: ['administrator'],
      password_hash: await hashPassword(password),
      accepted_at: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, { actorId: id, action: 'account_set_up', subject: ['user_account', id] })
  return { userId: id }
}
