import { sql } from 'kysely'
import type { Db } from '~/platform/db.server'

/** What of a company is worth counting before it is given to another; each has its words, `duplicates:counts`. */
const counted = [
  'contact',
  'call',
  'engagement',
  'need',
  'meeting_company',
  'presentation',
  'placement',
  'source_list_company',
  'call_task',
  'suppression',
  'consent',
] as const

export type Belonging = { what: (typeof counted)[number]; count: number }

/** How many contacts, calls and so on a company has, in one statement; kinds it has none of are left out. */
export async function countBelongings(db: Db, companyId: string): Promise<Belonging[]> {
  const parts = counted.map(
    (table) =>
      sql`select ${sql.lit(table)} as what, count(*)::int as count from ${sql.table(table)} where company_id = ${companyId}`,
  )
  const { rows } = await sql<Belonging>`${sql.join(parts, sql` union all `)}`.execute(db)
  return rows.filter(({ count }) => count > 0)
}
