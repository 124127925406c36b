import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'

/** Companies this person must never be shown to, such as a former employer; why is for coaches. */
export async function listBlockedCompanies(db: Db, viewer: Pick<Viewer, 'roles'>, candidateId: string) {
  const blocked = await db
    .selectFrom('blocked_company')
    .innerJoin('company', 'company.id', 'blocked_company.company_id')
    .select(['company.id', 'company.name', 'blocked_company.reason'])
    .where('blocked_company.candidate_id', '=', candidateId)
    .orderBy('company.name')
    .execute()
  if (may(viewer, 'candidates.write')) return blocked
  return blocked.map((company) => ({ ...company, reason: null }))
}

/**
 * SQL over `blocked_company` and `company`: whether the block reaches the company. A person who blocks one company of a
 * group means the group: the parent, its daughters and their sisters.
 */
export function reachesCompany() {
  return sql<boolean>`(
    blocked_company.company_id = company.id
    or (
      select coalesce(blocked.parent_business_id, blocked.business_id)
      from company as blocked
      where blocked.id = blocked_company.company_id
    ) = coalesce(company.parent_business_id, company.business_id)
  )`
}

/** Keeps a person from being shown to a company and its group, whatever was consented to. */
export async function blockCompany(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  block: { companyId: string; reason: string | null },
): Promise<void> {
  await trx
    .insertInto('blocked_company')
    .values({
      candidate_id: candidateId,
      company_id: block.companyId,
      reason: block.reason,
      created_by: viewer.userId,
    })
    .onConflict((conflict) =>
      conflict.columns(['candidate_id', 'company_id']).doUpdateSet({ reason: block.reason }),
    )
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_blocked',
    subject: ['candidate', candidateId],
    candidateId,
  })
}

/** Lets the company be shown the person again, once a consent says so. */
export async function unblockCompany(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  companyId: string,
): Promise<void> {
  await trx
    .deleteFrom('blocked_company')
    .where('candidate_id', '=', candidateId)
    .where('company_id', '=', companyId)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_unblocked',
    subject: ['candidate', candidateId],
    candidateId,
  })
}
