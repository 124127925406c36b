import { sql } from 'kysely'
import type { Trx } from '~/platform/db.server'
import { lookForDuplicatesLater } from './duplicate-search.server'

/** The columns of a table that are written, not worked out by the database, in their order. */
export async function writableColumns(trx: Trx, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum
  `.execute(trx)
  return rows.map(({ name }) => name)
}

/** Writes a row again that was kept as JSON; a column made since gets its default. */
export async function restoreRow(trx: Trx, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = (await writableColumns(trx, table)).filter((column) => column in row)
  const names = sql.join(columns.map((column) => sql.ref(column)))
  await sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::text::jsonb)
  `.execute(trx)
}

type Values = Record<string, unknown>

/**
 * Puts columns of one row back to what they were before a merge, except those that somebody has changed since.
 * Returns the columns left alone; all of them when the row is gone. `key` names the row.
 */
export async function putBack(
  trx: Trx,
  table: string,
  key: Values,
  { before, after }: { before: Values; after: Values },
): Promise<string[]> {
  const where = sql.join(
    Object.entries(key).map(
      ([column, value]) => sql`to_jsonb(target.${sql.ref(column)}) = ${JSON.stringify(value)}::text::jsonb`,
    ),
    sql` and `,
  )
  const { rows } = await sql<{ row: Values }>`
    select to_jsonb(target) as row from ${sql.table(table)} as target where ${where} for update
  `.execute(trx)
  const now = rows[0]?.row
  const columns = Object.keys(after)
  if (!now) return columns
  const untouched = columns.filter((column) => JSON.stringify(now[column]) === JSON.stringify(after[column]))
  if (untouched.length > 0) {
    await sql`
      update ${sql.table(table)} as target
      set ${sql.join(untouched.map((column) => sql`${sql.ref(column)} = wanted.${sql.ref(column)}`))}
      from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(before)}::text::jsonb) as wanted
      where ${where}
    `.execute(trx)
  }
  return columns.filter((column) => !untouched.includes(column))
}

/** Has everything that is worked out from a company done again: its likeness to others, and whom it could use. */
export async function workOutAnew(trx: Trx, companyIds: string[]): Promise<void> {
  await trx
    .insertInto('company_fit_work')
    .values(companyIds.map((company_id) => ({ company_id })))
    .execute()
  await lookForDuplicatesLater(trx, companyIds)
}
