import { recordActivity } from '~/activity/activity.server'
import type { Trx } from '~/platform/db.server'
import { hashPassword, isPassword } from './password.server'
import { endSessions } from './session.server'
import type { Viewer } from './viewer.server'

/** Changes the own password and signs out everywhere else. False when the current one is wrong. */
export async function changeOwnPassword(
  trx: Trx,
  viewer: Pick<Viewer, 'userId' | 'sessionId'>,
  { current, password }: { current: string; password: string },
): Promise<boolean> {
  const account = await trx
    .selectFrom('user_account')
    .select('password_hash as passwordHash')
    .where('id', '=', viewer.userId)
    .executeTakeFirstOrThrow()
  if (!(await isPassword(current, account.passwordHash))) return false
  await trx
    .updateTable('user_account')
    .set({ password_hash: await hashPassword(password) })
    .where('id', '=', viewer.userId)
    .execute()
  await endSessions(trx, viewer.userId, viewer.sessionId)
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'password_set',
    subject: ['user_account', viewer.userId],
  })
  return true
}
