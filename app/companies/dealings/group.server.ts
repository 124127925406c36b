import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import type { GroupForm } from './dealing-forms'

/** The business ID of the parent of a company's group, and the version of the company. */
export function findParent(db: Db, companyId: string) {
  return db
    .selectFrom('company')
    .select(['parent_business_id as parentBusinessId', 'business_id as businessId', 'version'])
    .where('id', '=', companyId)
    .executeTakeFirst()
}

/** Says whose group a company belongs to; false when somebody changed the company after the form was opened. */
export async function setParent(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  companyId: string,
  form: GroupForm,
): Promise<boolean> {
  const changed = await trx
    .updateTable('company')
    .set((eb) => ({ parent_business_id: form.parentBusinessId ?? null, version: eb('version', '+', 1) }))
    .where('id', '=', companyId)
    .where('version', '=', form.version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_group_set',
    subject: ['company', companyId],
    companyId,
  })
  return true
}
