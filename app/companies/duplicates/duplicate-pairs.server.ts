import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape, type Page } from '~/platform/list-params'
import { readBusinessId } from '../business-id'
import { findCompany, visibleCompanies } from '../companies.server'
import type { DuplicateReason } from './probable-duplicates.server'

export const duplicatePairsShape = {
  sorts: ['strength', 'found'],
  defaultDirection: 'desc',
  filters: { state: ['dismissed'] },
  pageSize: 25,
} as const satisfies ListShape<string>

/** A page of the pairs that wait for a decision, or of those found to be two companies; the best evidence first. */
export async function listDuplicatePairs(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  list: ListParams<'strength' | 'found'>,
): Promise<Page<DuplicatePairRow>> {
  const state = list.filters.state === 'dismissed' ? 'is not' : 'is'
  const decided = visiblePairs(db, viewer).where('duplicate_pair.dismissed_at', state, null)
  const matching = list.search ? decided.where(isEitherNamed(list.search)) : decided
  const sorted =
    list.sort === 'found'
      ? matching.orderBy('duplicate_pair.found_at', list.direction)
      : matching.orderBy('duplicate_pair.strength', list.direction)
  return readListPage(db, list, {
    rows: pairRows(sorted)
      .orderBy('duplicate_pair.first_id', list.direction)
      .orderBy('duplicate_pair.second_id', list.direction),
    matching: matching.select('duplicate_pair.first_id'),
  })
}

function visiblePairs(db: Db, viewer: Pick<Viewer, 'roles'>) {
  return visibleCompanies(db, viewer)
    .innerJoin('duplicate_pair', 'duplicate_pair.first_id', 'company.id')
    .innerJoin('company as second', 'second.id', 'duplicate_pair.second_id')
}

function isEitherNamed(words: string): RawBuilder<SqlBool> {
  const pattern = containsPattern(words)
  const businessId = readBusinessId(words)
  const id = businessId.ok ? businessId.businessId : null
  return sql<SqlBool>`(
    company.name_lower like ${pattern} or second.name_lower like ${pattern}
    or ${id} in (company.business_id, second.business_id)
  )`
}

function pairRows(pairs: ReturnType<typeof visiblePairs>) {
  return pairs
    .leftJoin('user_account as decider', 'decider.id', 'duplicate_pair.dismissed_by')
    .select([
      'company.id as firstId',
      'company.name as firstName',
      'company.business_id as firstBusinessId',
      'company.municipality as firstMunicipality',
      'second.id as secondId',
      'second.name as secondName',
      'second.business_id as secondBusinessId',
      'second.municipality as secondMunicipality',
      sql<DuplicateReason[]>`duplicate_pair.reasons`.as('reasons'),
      'duplicate_pair.found_at as foundAt',
      'duplicate_pair.dismissed_at as dismissedAt',
      'decider.name as deciderName',
    ])
}

export type DuplicatePairRow = Awaited<ReturnType<ReturnType<typeof pairRows>['execute']>>[number]

/** Why two companies are held for one, and who said that they are not; undefined when nobody suspects it. */
export function findPair(db: Db, companyIds: readonly [string, string]) {
  const [firstId, secondId] = inOrder(companyIds)
  return db
    .selectFrom('duplicate_pair')
    .leftJoin('user_account as decider', 'decider.id', 'duplicate_pair.dismissed_by')
    .select([
      sql<DuplicateReason[]>`duplicate_pair.reasons`.as('reasons'),
      'duplicate_pair.dismissed_at as dismissedAt',
      'decider.name as deciderName',
    ])
    .where('duplicate_pair.first_id', '=', firstId)
    .where('duplicate_pair.second_id', '=', secondId)
    .executeTakeFirst()
}

/** The two companies at an address; a 404 when either is not there. */
export async function findPairAt(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  params: Record<string, string | undefined>,
) {
  const ids = [idParam(params, 'firstId'), idParam(params, 'secondId')] as const
  const first = await findCompany(db, viewer, ids[0])
  const second = await findCompany(db, viewer, ids[1])
  if (!first || !second) throw notFound()
  return { ids, names: [first.name, second.name] }
}

/** Notes that two companies are two: the pair is not suggested again. False when it was noted already. */
export async function dismissPair(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  companyIds: readonly [string, string],
): Promise<boolean> {
  const [firstId, secondId] = inOrder(companyIds)
  const dismissed = await trx
    .updateTable('duplicate_pair')
    .set({ dismissed_at: new Date(), dismissed_by: viewer.userId })
    .where('first_id', '=', firstId)
    .where('second_id', '=', secondId)
    .where('dismissed_at', 'is', null)
    .returning('first_id')
    .executeTakeFirst()
  if (!dismissed) return false
  for (const companyId of companyIds)
    await recordActivity(trx, {
      actorId: viewer.userId,
      action: 'duplicate_dismissed',
      subject: ['company', companyId],
      companyId,
    })
  return true
}

/** Takes "not the same" back: the pair waits for a decision again. */
export async function reopenPair(trx: Trx, companyIds: readonly [string, string]): Promise<boolean> {
  const [firstId, secondId] = inOrder(companyIds)
  const reopened = await trx
    .updateTable('duplicate_pair')
    .set({ dismissed_at: null, dismissed_by: null })
    .where('first_id', '=', firstId)
    .where('second_id', '=', secondId)
    .where('dismissed_at', 'is not', null)
    .returning('first_id')
    .executeTakeFirst()
  return reopened !== undefined
}

/** A pair is stored once: the smaller identifier first. Text order of UUIDs is their order in the database. */
function inOrder([one, other]: readonly [string, string]): [string, string] {
  return one.toLowerCase() < other.toLowerCase() ? [one, other] : [other, one]
}
