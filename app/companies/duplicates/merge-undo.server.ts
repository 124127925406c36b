import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { visibleCompanies } from '../companies.server'
import type { LeftAlone } from './merge'
import { spreadLaterBans } from './merge-bans.server'
import { restorePairs } from './merge-pairs.server'
import { putBack, restoreRow, workOutAnew } from './merged-columns.server'
import type { Merge } from './merged-rows.server'

type Values = Record<string, unknown>
type Change = { before: unknown; after: unknown }

/** The company that a merged one lives on in, or undefined when it was not merged away. */
export async function mergedInto(db: Db, companyId: string): Promise<string | undefined> {
  const merge = await db
    .selectFrom('company_merge')
    .select('kept_id as keptId')
    .where('removed_id', '=', companyId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return merge?.keptId
}

/** One merge of a company that the viewer may see, or undefined. */
export async function findMerge(db: Db, viewer: Pick<Viewer, 'roles'>, mergeId: string) {
  const merge = await visibleMerges(db, viewer).where('company_merge.id', '=', mergeId).executeTakeFirst()
  return merge && { ...merge, leftAlone: merge.leftAlone as LeftAlone | null }
}

/** The merges into a company that are in force, the latest first. */
export function listMergesInto(db: Db, viewer: Pick<Viewer, 'roles'>, companyId: string) {
  return mergesInForce(db, viewer).where('company_merge.kept_id', '=', companyId).execute()
}

/** The latest merges in force. */
export function listLatestMerges(db: Db, viewer: Pick<Viewer, 'roles'>) {
  return mergesInForce(db, viewer).execute()
}

export type MergeLine = Awaited<ReturnType<typeof listLatestMerges>>[number]

function mergesInForce(db: Db, viewer: Pick<Viewer, 'roles'>) {
  return visibleMerges(db, viewer)
    .where('company_merge.undone_at', 'is', null)
    .orderBy('company_merge.merged_at', 'desc')
    .orderBy('company_merge.id', 'desc')
    .limit(20)
}

function visibleMerges(db: Db, viewer: Pick<Viewer, 'roles'>) {
  return visibleCompanies(db, viewer)
    .innerJoin('company_merge', 'company_merge.kept_id', 'company.id')
    .leftJoin('user_account as merger', 'merger.id', 'company_merge.merged_by')
    .leftJoin('user_account as undoer', 'undoer.id', 'company_merge.undone_by')
    .select([
      'company_merge.id',
      'company_merge.kept_id as keptId',
      'company.name as keptName',
      'company_merge.removed_id as removedId',
      'company_merge.removed_name as removedName',
      'company_merge.merged_at as mergedAt',
      'merger.name as mergerName',
      'company_merge.undone_at as undoneAt',
      'undoer.name as undoerName',
      'company_merge.left_alone as leftAlone',
    ])
}

/**
 * Makes two companies of one again: every row goes back to where it was, except what somebody has changed since, which
 * stays as it is and is counted. What was written after the merge stays with the company that stayed; a wish not to be
 * contacted holds for both. RuleError when a later merge stands in the way or the business ID has been taken.
 */
export async function undoMerge(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  mergeId: string,
): Promise<LeftAlone> {
  const merge = await trx
    .selectFrom('company_merge')
    .select([
      'id',
      'kept_id as keptId',
      'removed_id as removedId',
      'merged_at as mergedAt',
      'undone_at as undoneAt',
      'changes',
      'removed',
    ])
    .where('id', '=', mergeId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (merge.undoneAt) throw new RuleError('duplicates:rule.undone_already')
  await refuseBeforeLaterMerge(trx, mergeId)
  await sql`select from company where id = ${merge.keptId} for update`.execute(trx)

  const fields = await putFieldsBack(trx, merge.keptId, merge.changes as Record<string, Change>)
  await restoreCompany(trx, merge.removed as Values)
  const rows = await putRowsBack(trx, merge)
  await restorePairs(trx, mergeId)
  await spreadLaterBans(trx, merge)

  const leftAlone: LeftAlone = { fields, rows }
  await trx
    .updateTable('company_merge')
    .set({ undone_at: new Date(), undone_by: viewer.userId, left_alone: leftAlone })
    .where('id', '=', mergeId)
    .execute()
  for (const companyId of [merge.keptId, merge.removedId])
    await recordActivity(trx, {
      actorId: viewer.userId,
      action: 'merge_undone',
      subject: ['company_merge', mergeId],
      companyId,
    })
  await workOutAnew(trx, [merge.keptId, merge.removedId])
  return leftAlone
}

/** The rows this merge moved have gone on to a third company; they come back in the order they went. */
async function refuseBeforeLaterMerge(trx: Trx, mergeId: string): Promise<void> {
  const later = await trx
    .selectFrom('company_merge_row')
    .innerJoin('company_merge', 'company_merge.id', 'company_merge_row.merge_id')
    .select('company_merge.id')
    .where('company_merge_row.table_name', '=', 'company_merge')
    .where(sql`company_merge_row.key ->> 'id'`, '=', mergeId)
    .where('company_merge.undone_at', 'is', null)
    .executeTakeFirst()
  if (later) throw new RuleError('duplicates:rule.undo_later_first')
}

async function putFieldsBack(trx: Trx, keptId: string, changes: Record<string, Change>): Promise<string[]> {
  const columns = Object.entries(changes)
  if (columns.length === 0) return []
  const leftAlone = await putBack(
    trx,
    'company',
    { id: keptId },
    {
      before: Object.fromEntries(columns.map(([column, { before }]) => [column, before])),
      after: Object.fromEntries(columns.map(([column, { after }]) => [column, after])),
    },
  )
  await sql`update company set version = version + 1 where id = ${keptId}`.execute(trx)
  return leftAlone
}

async function restoreCompany(trx: Trx, removed: Values): Promise<void> {
  const businessId = removed.business_id
  if (typeof businessId === 'string') {
    const taken = await trx
      .selectFrom('company')
      .select('id')
      .where('business_id', '=', businessId)
      .executeTakeFirst()
    if (taken) throw new RuleError('duplicates:rule.business_id_taken', { businessId })
  }
  await restoreRow(trx, 'company', removed)
}

/** Returns how many rows were left where they are. */
async function putRowsBack(trx: Trx, merge: Merge): Promise<number> {
  const { rows } = await sql<{
    table: string
    kind: 'changed' | 'removed' | 'added'
    key: Values
    before: Values
    after: Values
  }>`
    select table_name as "table", kind, key, before, after from company_merge_row
    where merge_id = ${merge.id} and kind <> 'moved' and table_name <> 'duplicate_pair'
    order by position
  `.execute(trx)
  for (const row of rows.filter(({ kind }) => kind === 'removed'))
    await restoreRow(trx, row.table, row.before)

  let leftAlone = 0
  for (const { table, key, before, after } of rows.filter(({ kind }) => kind === 'changed')) {
    const left = await putBack(trx, table, 'id' in key ? key : { ...key, company_id: merge.keptId }, {
      before,
      after,
    })
    if (left.length > 0) leftAlone += 1
  }
  for (const { key } of rows.filter(({ kind }) => kind === 'added')) {
    const removed = await trx
      .deleteFrom('suppression')
      .where('id', '=', String(key.id))
      .where('lifted_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!removed) leftAlone += 1
  }
  return leftAlone + (await moveRowsBack(trx, merge.id))
}

async function moveRowsBack(trx: Trx, mergeId: string): Promise<number> {
  const { rows: groups } = await sql<{ table: string; column: string; key: string[]; count: number }>`
    select "table", "column", array(select jsonb_object_keys(min(key::text)::jsonb)) as key, count(*)::int as count
    from (
      select table_name as "table", key, (select name from jsonb_object_keys(after) as name) as "column"
      from company_merge_row where merge_id = ${mergeId} and kind = 'moved'
    ) as moved
    group by "table", "column"
  `.execute(trx)
  let leftAlone = 0
  for (const { table, column, key, count } of groups) {
    const same = key.map((name) => sql`to_jsonb(target.${sql.ref(name)}) = moved.key -> ${sql.lit(name)}`)
    const back = await sql`
      update ${sql.table(table)} as target set ${sql.ref(column)} = (moved.before ->> ${sql.lit(column)})::uuid
      from company_merge_row as moved
      where moved.merge_id = ${mergeId} and moved.kind = 'moved' and moved.table_name = ${table}
        and target.${sql.ref(column)} = (moved.after ->> ${sql.lit(column)})::uuid and ${sql.join(same, sql` and `)}
    `.execute(trx)
    leftAlone += count - Number(back.numAffectedRows ?? 0)
  }
  return leftAlone
}
