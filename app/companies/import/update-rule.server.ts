import { type RawBuilder, sql } from 'kysely'
import { updatableColumns } from './company-field'

/** How a file meets what is known: in these columns it wins, in the others it only fills what is empty. */
export type UpdateRule = { overwritten: readonly string[] }

/** SQL: what the row's values change in a known company, by column: before and after. */
export function changes(row: string, company: string, { overwritten }: UpdateRule): RawBuilder<unknown> {
  const pairs = updatableColumns.map((column) => {
    const given = sql.ref(`${row}.${column}`)
    const known = sql.ref(`${company}.${column}`)
    const differs = overwritten.includes(column === 'growth_source' ? 'growth' : column)
      ? sql`${known} is distinct from ${given}`
      : column === 'growth_source'
        ? sql`${known} is null and ${isNotOfAnother(row, company)}`
        : sql`${known} is null`
    return sql`${sql.lit(column)}, case when ${given} is not null and ${differs}
      then jsonb_build_array(${known}, ${given}) end`
  })
  return sql`jsonb_strip_nulls(jsonb_build_object(${sql.join(pairs)}))`
}

/** SQL: the row's growth is not another one than is known, so that the row's source speaks of what is kept. */
const isNotOfAnother = (row: string, company: string) =>
  sql`coalesce(${sql.ref(`${company}.growth`)} = ${sql.ref(`${row}.growth`)}, true)`

/** SQL: the company of a business ID, or the one that lives on where a company of that ID was merged away; else null. */
export function holderOf(businessId: string): RawBuilder<string | null> {
  return sql<string | null>`coalesce(
    (select holder.id from company as holder where holder.business_id = ${sql.ref(businessId)}),
    (
      select merge.kept_id from company_merge as merge
      where merge.removed_business_id = ${sql.ref(businessId)} and merge.undone_at is null
      order by merge.id desc limit 1
    )
  )`
}
