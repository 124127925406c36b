import { today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { reachesCompany } from './blocked-companies.server'
import { type ConsentState, consentState, type SharingTier } from './consent'

type AskedOf = { companyId: string; roundId: string | null; tier: SharingTier }

/**
 * Whether each of these people may be shown to a company now. One query for consents and one for blocks, however
 * many people; someone not in the answer does not exist.
 */
export async function consentStates(
  db: Db,
  asked: AskedOf & { candidateIds: string[] },
): Promise<Map<string, ConsentState>> {
  const stateOf = await consentsToward(db, asked.candidateIds, [asked.companyId])
  return new Map(asked.candidateIds.map((id) => [id, stateOf(id, asked)]))
}

/** The same for many companies at once, in two queries: asks for one person and one of the companies at a time. */
export async function consentsToward(
  db: Db,
  candidateIds: string[],
  companyIds: string[],
): Promise<(candidateId: string, asked: AskedOf) => ConsentState> {
  if (candidateIds.length === 0 || companyIds.length === 0) return () => ({ state: 'not_asked' })
  const [consents, blocks] = await Promise.all([
    db
      .selectFrom('consent')
      .select([
        'id',
        'candidate_id as candidateId',
        'tier',
        'company_id as companyId',
        'round_id as roundId',
        'answer',
        'expires_on as expiresOn',
        'withdrawn_at as withdrawnAt',
        'superseded_at as supersededAt',
      ])
      .where('candidate_id', 'in', candidateIds)
      .where('tier', 'in', ['T1', 'T2'])
      .where((where) => where.or([where('company_id', 'in', companyIds), where('company_id', 'is', null)]))
      .orderBy('recorded_at', 'desc')
      .orderBy('id', 'desc')
      .execute(),
    db
      .selectFrom('blocked_company')
      .innerJoin('company', (join) => join.on('company.id', 'in', companyIds))
      .select(['blocked_company.candidate_id as candidateId', 'company.id as companyId'])
      .where('blocked_company.candidate_id', 'in', candidateIds)
      .where(reachesCompany())
      .execute(),
  ])
  const consentsOf = new Map<string, typeof consents>()
  for (const consent of consents) {
    const own = consentsOf.get(consent.candidateId)
    if (own) own.push(consent)
    else consentsOf.set(consent.candidateId, [consent])
  }
  const blocked = new Set(blocks.map(({ candidateId, companyId }) => `${candidateId} ${companyId}`))
  const on = today()
  return (candidateId, asked) =>
    consentState(consentsOf.get(candidateId) ?? [], {
      ...asked,
      on,
      blocked: blocked.has(`${candidateId} ${asked.companyId}`),
    })
}
