import { sql } from 'kysely'
import { fileStore } from '~/files/file-store.server'
import type { Db, Trx } from '~/platform/db.server'
import { isDemo } from './demo.server'

/** What a new installation has too: the words of the trades and the wordings people agree to. */
const KEPT = ['skill', 'skill_word', 'skill_edge', 'consent_text']
const KEPT_SETTING = 'skill_vocabulary'

type Emptied = { table: string; rows: number }[]

/**
 * Takes away everything in a demonstration database, also what people have added to it, and its files: the next
 * visitor sets up the first administrator. Returns what was there, by table. With `dryRun` nothing is taken away.
 * Null, with nothing done, when the database is not a demonstration.
 */
export async function emptyDemo(db: Db, { dryRun = false } = {}): Promise<Emptied | null> {
  const result = await db.transaction().execute(async (trx) => {
    await sql`lock table setting in exclusive mode`.execute(trx)
    if (!(await isDemo(trx))) return null
    const tables = await tablesToEmpty(trx)
    const emptied = await countRows(trx, tables)
    if (dryRun) return { emptied, fileIds: [] }
    const files = await trx.selectFrom('stored_file').select('id').execute()
    await truncate(trx, tables)
    return { emptied, fileIds: files.map(({ id }) => id) }
  })
  if (!result) return null
  // The bytes go after the rows are gone for good.
  for (const id of result.fileIds) await fileStore().remove(id)
  return result.emptied
}

async function tablesToEmpty(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename <> all(${KEPT}::text[])
    order by tablename
  `.execute(trx)
  return rows.map(({ name }) => name)
}

async function countRows(trx: Trx, tables: readonly string[]): Promise<Emptied> {
  const counted: Emptied = []
  for (const table of tables) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
      trx,
    )
    const count = rows[0]?.count ?? 0
    if (count > 0) counted.push({ table, rows: count })
  }
  return counted
}

async function truncate(trx: Trx, tables: readonly string[]): Promise<void> {
  const kept = await trx
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('key', '=', KEPT_SETTING)
    .executeTakeFirst()
  await sql`truncate ${sql.join(tables.map((table) => sql.table(table)))}`.execute(trx)
  for (const table of ['skill_edge', 'skill_word', 'skill'] as const) {
    await trx.deleteFrom(table).where('origin', '=', 'own').execute()
  }
  await sql`alter sequence candidate_number_seq restart`.execute(trx)
  if (kept)
    await trx
      .insertInto('setting')
      .values({ key: kept.key, value: kept.value as object })
      .execute()
}
