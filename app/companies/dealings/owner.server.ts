import type { Db } from '~/platform/db.server'

/** The account of whoever looks after a company, or null. */
export async function findOwnerId(db: Db, companyId: string): Promise<string | null> {
  const company = await db
    .selectFrom('company')
    .select('owner_id as ownerId')
    .where('id', '=', companyId)
    .executeTakeFirst()
  return company?.ownerId ?? null
}
