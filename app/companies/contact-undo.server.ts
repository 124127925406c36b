import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Trx } from '~/platform/db.server'
import { changeAtVersion } from '~/platform/versions.server'
import { markContactLeft } from './contacts.server'

type Added = { id: string; companyId: string; version: number }

/**
 * Takes back a person who was added by mistake and is since unchanged: gone where nothing speaks of them, marked as
 * left where only what they were `invited` to does. False when somebody has changed them or goes on with them.
 */
export async function takeBackAddedContact(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  contact: Added,
  { invited }: { invited: boolean },
): Promise<boolean> {
  if (!(await isUnchanged(trx, contact))) return false
  if (!(await removeUnused(trx, contact))) return invited && markContactLeft(trx, viewer, contact)
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'contact_taken_back',
    subject: ['company', contact.companyId],
    companyId: contact.companyId,
  })
  return true
}

/** Takes an address back that was told by mistake. False when the person has been changed since. */
export async function takeBackAddress(trx: Trx, contact: Omit<Added, 'companyId'>): Promise<boolean> {
  return changeAtVersion(trx, 'contact', { id: contact.id, version: contact.version }, { email: null })
}

async function isUnchanged(trx: Trx, contact: Added): Promise<boolean> {
  const found = await trx
    .selectFrom('contact')
    .select('id')
    .where('id', '=', contact.id)
    .where('version', '=', contact.version)
    .forUpdate()
    .executeTakeFirst()
  return found !== undefined
}

/** The database knows every table that speaks of a person; whatever does keeps them. */
async function removeUnused(trx: Trx, contact: Added): Promise<boolean> {
  await sql`savepoint removing`.execute(trx)
  try {
    await trx.deleteFrom('contact').where('id', '=', contact.id).execute()
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '23503')) throw error
    await sql`rollback to savepoint removing`.execute(trx)
    return false
  }
}
