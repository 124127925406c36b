import { sql } from 'kysely'
import type { Db } from './db.server'
import { COUNT_LIMIT, type ListParams, type Page } from './list-params'

/** What a page asks of a query in its order, whatever tables it reads. */
type Ordered<Row> = {
  limit(rows: number): Ordered<Row>
  offset(rows: number): Ordered<Row>
  execute(): Promise<Row[]>
}
type Limitable = { limit(rows: number): unknown }

/**
 * One page of a list. `rows` and `matching` are built on the same conditions: `rows` with its columns and its order,
 * `matching` with the id alone, so that counting reads no more than it must.
 */
export async function readListPage<Row>(
  db: Db,
  { page, pageSize }: Pick<ListParams, 'page' | 'pageSize'>,
  { rows, matching }: { rows: Ordered<Row>; matching: Limitable },
): Promise<Page<Row>> {
  const [found, count] = await Promise.all([
    rows
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    countUpTo(db, matching),
  ])
  return { rows: found, ...count }
}

/** How many rows match, counted no further than `COUNT_LIMIT`; `capped` where there are more. */
export async function countUpTo(
  db: Db,
  matching: Limitable,
): Promise<Pick<Page<unknown>, 'total' | 'capped'>> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${matching.limit(COUNT_LIMIT + 1)} as counted
  `.execute(db)
  const total = rows[0]?.total ?? 0
  return { total: Math.min(total, COUNT_LIMIT), capped: total > COUNT_LIMIT }
}
