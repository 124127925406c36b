import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '~/platform/db.server'
import type { CompanyReference } from './company-references.server'

/** One merge under way: every row it touches is written down under its id. */
export type Merge = { id: string; keptId: string; removedId: string }

type RowKind = 'moved' | 'changed' | 'removed' | 'added'

/** Makes one row of two where a company may have only one, then gives the rest of a table to the company that stays. */
export async function takeOverRows(trx: Trx, merge: Merge, reference: CompanyReference): Promise<void> {
  if (reference.oneFor) {
    if (reference.combine) await combineRows(trx, merge, reference, reference.combine)
    for (const child of reference.children ?? []) await moveChildren(trx, merge, reference, child)
    await removeRows(trx, merge, reference)
  }
  await moveRows(trx, merge, reference)
}

async function moveRows(trx: Trx, merge: Merge, reference: CompanyReference): Promise<void> {
  const { table, key } = reference
  const column = columnOf(reference)
  await logged(
    trx,
    merge,
    table,
    'moved',
    sql`
      update ${sql.table(table)} set ${sql.ref(column)} = ${merge.keptId}
      where ${sql.ref(column)} = ${merge.removedId}
      returning ${keyOf(key, table)} as key, ${objectOf({ [column]: sql`${merge.removedId}::uuid` })} as before,
        ${objectOf({ [column]: sql`${merge.keptId}::uuid` })} as after
    `,
  )
}

async function combineRows(
  trx: Trx,
  merge: Merge,
  reference: CompanyReference,
  combine: Record<string, RawBuilder<unknown>>,
): Promise<void> {
  const { table, key } = reference
  const columns = Object.keys(combine)
  await logged(
    trx,
    merge,
    table,
    'changed',
    sql`
      update ${sql.table(table)} as target
      set ${sql.join(columns.map((column) => sql`${sql.ref(column)} = wanted.${sql.ref(column)}`))}
      from (
        select kept.*, ${objectOf(fromRow(columns, 'kept'))} as merge_before, ${objectOf(combine)} as merge_after
        ${bothRows(merge, reference)}
      ) as two
      cross join lateral jsonb_populate_record(null::${sql.table(table)}, two.merge_after) as wanted
      where ${sameKey('target', 'two', key)} and target.${sql.ref(columnOf(reference))} = ${merge.keptId}
        and two.merge_before <> two.merge_after
      returning ${keyOf(key, 'target')} as key, two.merge_before as before, two.merge_after as after
    `,
  )
}

async function moveChildren(
  trx: Trx,
  merge: Merge,
  reference: CompanyReference,
  child: { table: string; column: string },
): Promise<void> {
  await logged(
    trx,
    merge,
    child.table,
    'moved',
    sql`
      update ${sql.table(child.table)} as child set ${sql.ref(child.column)} = two.kept_row
      from (select kept.id as kept_row, gone.id as gone_row ${bothRows(merge, reference)}) as two
      where child.${sql.ref(child.column)} = two.gone_row
      returning jsonb_build_object('id', child.id) as key,
        ${objectOf({ [child.column]: sql`two.gone_row` })} as before,
        ${objectOf({ [child.column]: sql`two.kept_row` })} as after
    `,
  )
}

async function removeRows(trx: Trx, merge: Merge, reference: CompanyReference): Promise<void> {
  const { table, key } = reference
  const column = sql.ref(columnOf(reference))
  await logged(
    trx,
    merge,
    table,
    'removed',
    sql`
      delete from ${sql.table(table)} as target
      using (select gone.* ${bothRows(merge, reference)}) as two
      where ${sameKey('target', 'two', key)} and target.${column} = ${merge.removedId}
      returning ${keyOf(key, 'target')} as key, to_jsonb(target) as before, '{}'::jsonb as after
    `,
  )
}

/** The pairs of rows, `kept` and `gone`, of which only one may stay. */
function bothRows(merge: Merge, { table, column = 'company_id', oneFor = [], oneWhen }: CompanyReference) {
  const same = oneFor.map((name) => sql`kept.${sql.ref(name)} is not distinct from gone.${sql.ref(name)}`)
  return sql`
    from ${sql.table(table)} as kept
    join ${sql.table(table)} as gone on ${sql.join(same, sql` and `)}
    where kept.${sql.ref(column)} = ${merge.keptId} and gone.${sql.ref(column)} = ${merge.removedId}
      and ${oneWhen ?? sql`true`}
  `
}

/** Runs a statement that returns `key, before, after` of each row it touched, and writes them down. */
export async function logged(
  trx: Trx,
  merge: Pick<Merge, 'id'>,
  table: string,
  kind: RowKind,
  statement: RawBuilder<unknown>,
): Promise<void> {
  await sql`
    with touched as (${statement})
    insert into company_merge_row (merge_id, position, table_name, kind, key, before, after)
    select ${merge.id}::uuid,
      (select coalesce(max(position), 0) from company_merge_row where merge_id = ${merge.id}) + row_number() over (),
      ${table}, ${kind}, key, before, after
    from touched
  `.execute(trx)
}

function columnOf({ column = 'company_id' }: CompanyReference): string {
  return column
}

function objectOf(values: Record<string, RawBuilder<unknown>>) {
  const parts = Object.entries(values).flatMap(([name, value]) => [sql.lit(name), value])
  return sql`jsonb_build_object(${sql.join(parts)})`
}

function fromRow(columns: readonly string[], row: string): Record<string, RawBuilder<unknown>> {
  return Object.fromEntries(columns.map((column) => [column, sql.ref(`${row}.${column}`)]))
}

function keyOf(key: readonly string[], row: string) {
  return objectOf(fromRow(key, row))
}

function sameKey(one: string, other: string, key: readonly string[]) {
  return sql.join(
    key.map((column) => sql`${sql.ref(`${one}.${column}`)} = ${sql.ref(`${other}.${column}`)}`),
    sql` and `,
  )
}
