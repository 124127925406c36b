import { type Expression, sql } from 'kysely'
import { type ActivityAction, recordActivityOfCompanies } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { BULK_LIMIT, type ChosenCompanies } from './bulk-change'
import { visibleCompanies } from './companies.server'
import { matchingCompanies } from './company-filter.server'
import { isInUse } from './source-lists.server'

type Who = Pick<Viewer, 'roles' | 'userId'>
type BulkKind = 'listed' | 'owner' | 'tagged' | 'untagged'

/** What was changed; null when nothing was, since the companies were so already. */
export type BulkChange = { id: string; companies: number } | null

/** The companies meant, by name, `BULK_LIMIT` of them at the most. */
function companiesMeant(db: Db, viewer: Who, chosen: ChosenCompanies) {
  const meant =
    chosen.scope === 'all'
      ? matchingCompanies(db, viewer, chosen.filter)
      : visibleCompanies(db, viewer).where('company.id', 'in', chosen.companyIds)
  return meant.orderBy(sql`company.name collate "fi-FI-x-icu"`).orderBy('company.id').limit(BULK_LIMIT)
}

/** How many companies are meant, and whether more match than one act may change. */
export async function countChosen(db: Db, viewer: Who, chosen: ChosenCompanies) {
  if (chosen.scope === 'chosen' && chosen.companyIds.length === 0) return { count: 0, capped: false }
  const meant = companiesMeant(db, viewer, chosen).clearOrderBy().clearLimit()
  const { count } = await db
    .selectFrom(
      meant
        .select('company.id')
        .limit(BULK_LIMIT + 1)
        .as('counted'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { count: Math.min(count, BULK_LIMIT), capped: count > BULK_LIMIT }
}

/** Puts companies on a source list; those on it already stay as they are. */
export async function listCompaniesInBulk(
  trx: Trx,
  viewer: Who,
  chosen: ChosenCompanies,
  sourceListId: string,
): Promise<BulkChange> {
  const added = await trx
    .insertInto('source_list_company')
    .columns(['source_list_id', 'company_id'])
    .expression(
      companiesMeant(trx, viewer, chosen).select([
        sql<string>`${sourceListId}::uuid`.as('source_list_id'),
        'company.id as company_id',
      ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('company_id as companyId')
    .execute()
  const ids = added.map(({ companyId }) => companyId)
  return keep(trx, viewer, { kind: 'listed', targetId: sourceListId, action: 'company_listed' }, ids)
}

/** Gives companies a tag, or takes it from them; those that have it already, or not at all, stay as they are. */
export async function tagInBulk(
  trx: Trx,
  viewer: Who,
  chosen: ChosenCompanies,
  tag: { id: string; change: 'add' | 'remove' },
): Promise<BulkChange> {
  const meant = companiesMeant(trx, viewer, chosen).select('company.id')
  const ids =
    tag.change === 'add' ? await addTag(trx, viewer, tag.id, meant) : await removeTag(trx, tag.id, meant)
  const kind = tag.change === 'add' ? 'tagged' : 'untagged'
  return keep(trx, viewer, { kind, targetId: tag.id, action: 'company_tagged' }, ids)
}

/** Says to which companies the tag was new. */
async function addTag(
  trx: Trx,
  viewer: Who,
  tagId: string | null,
  companies: Expression<unknown>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into company_tag (company_id, tag_id, added_by)
    select id, ${tagId}::uuid, ${viewer.userId}::uuid from (${companies}) as meant
    on conflict do nothing returning company_id as id
  `.execute(trx)
  return rows.map(({ id }) => id)
}

async function removeTag(trx: Trx, tagId: string | null, companies: Expression<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from company_tag where tag_id = ${tagId}::uuid and company_id in (select id from (${companies}) as meant)
    returning company_id as id
  `.execute(trx)
  return rows.map(({ id }) => id)
}

/** Makes somebody, or nobody, the owner of companies. */
export async function giveOwnerInBulk(
  trx: Trx,
  viewer: Who,
  chosen: ChosenCompanies,
  ownerId: string | null,
): Promise<BulkChange> {
  const before = await companiesMeant(trx, viewer, chosen)
    .select(['company.id', 'company.owner_id as ownerId'])
    .where('company.owner_id', 'is distinct from', ownerId)
    .forNoKeyUpdate()
    .execute()
  const ids = before.map(({ id }) => id)
  await setOwners(
    trx,
    ids,
    ids.map(() => ownerId),
  )
  return keep(
    trx,
    viewer,
    { kind: 'owner', targetId: ownerId, action: 'company_owner_changed' },
    ids,
    before.map((company) => company.ownerId),
  )
}

async function setOwners(trx: Trx, companyIds: string[], ownerIds: (string | null)[]): Promise<void> {
  await sql`
    update company set owner_id = given.owner_id, version = version + 1
    from unnest(${companyIds}::uuid[], ${ownerIds}::uuid[]) as given (company_id, owner_id)
    where company.id = given.company_id
  `.execute(trx)
}

/** Writes down what was changed, for the timelines and for undoing. */
async function keep(
  trx: Trx,
  viewer: Who,
  what: { kind: BulkKind; targetId: string | null; action: ActivityAction },
  companyIds: string[],
  beforeIds: (string | null)[] = companyIds.map(() => null),
): Promise<BulkChange> {
  if (companyIds.length === 0) return null
  const { id } = await trx
    .insertInto('bulk_change')
    .values({ kind: what.kind, target_id: what.targetId, made_by: viewer.userId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into bulk_change_company (bulk_change_id, company_id, before_id)
    select ${id}::uuid, company_id, before_id
    from unnest(${companyIds}::uuid[], ${beforeIds}::uuid[]) as given (company_id, before_id)
  `.execute(trx)
  const subject: [string, string] = ['bulk_change', id]
  await recordActivityOfCompanies(trx, { actorId: viewer.userId, action: what.action, subject }, companyIds)
  return { id, companies: companyIds.length }
}

/** One's own act that has not been undone, or undefined; held until the transaction ends. */
export function findBulkChange(db: Db, viewer: Who, bulkChangeId: string) {
  return db
    .selectFrom('bulk_change')
    .select([
      'bulk_change.id',
      'bulk_change.kind',
      'bulk_change.target_id as targetId',
      'bulk_change.undone_at as undoneAt',
    ])
    .where('bulk_change.id', '=', bulkChangeId)
    .where('bulk_change.made_by', '=', viewer.userId)
    .forUpdate()
    .executeTakeFirst()
}

/**
 * Takes an act back and says for how many companies. A company given yet another owner since, taken off the list, or
 * whose tag was changed by hand the same way, is left alone.
 */
export async function undoBulkChange(
  trx: Trx,
  viewer: Who,
  change: { id: string; kind: string; targetId: string | null },
): Promise<number> {
  const changed = trx
    .selectFrom('bulk_change_company')
    .select('company_id as id')
    .where('bulk_change_id', '=', change.id)
  const waysBack: Record<string, () => Promise<string[]>> = {
    listed: () => takeOffList(trx, change),
    owner: () => giveBackOwners(trx, change),
    tagged: () => removeTag(trx, change.targetId, changed),
    untagged: () => addTag(trx, viewer, change.targetId, changed),
  }
  const undone = (await waysBack[change.kind]?.()) ?? []
  await trx
    .updateTable('bulk_change')
    .set({ undone_at: new Date(), undone_by: viewer.userId })
    .where('id', '=', change.id)
    .execute()
  const entry = {
    actorId: viewer.userId,
    action: 'bulk_change_undone' as const,
    subject: ['bulk_change', change.id] as [string, string],
  }
  await recordActivityOfCompanies(trx, entry, undone)
  return undone.length
}

async function takeOffList(trx: Trx, change: { id: string; targetId: string | null }): Promise<string[]> {
  const taken = await trx
    .deleteFrom('source_list_company')
    .using('bulk_change_company')
    .whereRef('bulk_change_company.company_id', '=', 'source_list_company.company_id')
    .where('bulk_change_company.bulk_change_id', '=', change.id)
    .where('source_list_company.source_list_id', '=', change.targetId)
    .returning('source_list_company.company_id as companyId')
    .execute()
  return taken.map(({ companyId }) => companyId)
}

async function giveBackOwners(trx: Trx, change: { id: string; targetId: string | null }): Promise<string[]> {
  const before = await trx
    .selectFrom('bulk_change_company as changed')
    .innerJoin('company', 'company.id', 'changed.company_id')
    .select(['company.id', 'changed.before_id as ownerId'])
    .where('changed.bulk_change_id', '=', change.id)
    .where('company.owner_id', 'is not distinct from', change.targetId)
    .execute()
  await setOwners(
    trx,
    before.map(({ id }) => id),
    before.map(({ ownerId }) => ownerId),
  )
  return before.map(({ id }) => id)
}

/** Lists that companies can be put on, the newest first. */
export function listSourceListChoices(db: Db) {
  return db
    .selectFrom('source_list')
    .select(['source_list.id', 'source_list.name'])
    .where(isInUse)
    .orderBy('source_list.id', 'desc')
    .limit(200)
    .execute()
}

/** People of the house who can own a company. */
export function listOwnerChoices(db: Db) {
  return db
    .selectFrom('user_account')
    .select(['user_account.id', 'user_account.name'])
    .where('user_account.closed_at', 'is', null)
    .where(sql<boolean>`user_account.roles && array['liaison', 'coordinator', 'administrator']`)
    .orderBy(sql`user_account.name collate "fi-FI-x-icu"`)
    .limit(200)
    .execute()
}
