import { Kysely, type Transaction } from 'kysely'
import type { Database } from '../../db/types'
import { databaseUrl } from './env.server'
import { PostgresDialect } from './postgres-dialect.server'

/** Where a read may run: by itself, or inside somebody's transaction. */
export type Db = Kysely<Database>

/** What a write asks for that must be saved together with others. A plain `Db` is not one. */
export type Trx = Transaction<Database>

/**
 * The database of this process; it connects at the first query.
 * Inside a transaction use its `trx`: `db` there would take a second connection.
 */
export const db = openDatabase(databaseUrl)

/** Closes every connection. The process cannot query afterwards. */
export async function closeDb(): Promise<void> {
  await db.destroy()
}

/** A database of one's own choosing, for scripts and tests that work on several; end it with `destroy()`. */
export function openDatabase(url: () => string): Db {
  return new Kysely<Database>({ dialect: new PostgresDialect({ url, connections: 20, waitSeconds: 30 }) })
}
