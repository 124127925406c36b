import { type RawBuilder, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { changeAtVersion } from '~/platform/versions.server'
import { cooldown } from '../cooldown.server'
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
  const changed = await changeAtVersion(
    trx,
    'company',
    { id: companyId, version: form.version },
    { parent_business_id: form.parentBusinessId ?? null },
  )
  if (!changed) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_group_set',
    subject: ['company', companyId],
    companyId,
  })
  return true
}

/** SQL: `from own join sister`: a company's undertaking, and the other companies of it. */
export function withSisters(companyId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    from (
      select id, coalesce(parent_business_id, business_id) as undertaking from company where id = ${companyId}
    ) as own
    join company as sister
      on (sister.business_id = own.undertaking or sister.parent_business_id = own.undertaking) and sister.id <> own.id
  `
}

/** When another company of the same undertaking was last in touch with us, if so lately that this one might rest too. */
export async function findSisterContact(db: Db, companyId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(sister.last_contact_at) as at ${withSisters(sql`${companyId}::uuid`)}
    where sister.last_contact_at > now() - ${cooldown}
  `.execute(db)
  return rows[0]?.at ?? null
}
