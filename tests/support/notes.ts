import { Kysely, sql } from 'kysely'
import { PostgresDialect } from '~/platform/postgres-dialect.server'

/** A table to try the database connection itself on. */
export type Notes = Kysely<{ note: { id: number; text: string } }>

let opened: Notes[] = []

/** Opens a database of few connections; `closeNotes` closes all that were opened. */
export function openNotes(url: string, { connections = 5, waitSeconds = 5 } = {}): Notes {
  const notes: Notes = new Kysely({
    dialect: new PostgresDialect({ url: () => url, connections, waitSeconds }),
  })
  opened.push(notes)
  return notes
}

export async function closeNotes(): Promise<void> {
  await Promise.all(opened.map((notes) => notes.destroy()))
  opened = []
}

export async function createNotes(notes: Notes): Promise<void> {
  await sql`create table note (id int primary key, text text not null)`.execute(notes)
}

export async function add(notes: Notes, id: number): Promise<void> {
  await notes
    .insertInto('note')
    .values({ id, text: `note ${id}` })
    .execute()
}

export async function ids(notes: Notes): Promise<number[]> {
  const rows = await notes.selectFrom('note').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** The server process behind the connection that happens to answer. */
export async function pid(notes: Notes): Promise<number> {
  const backend = sql<{ pid: number }>`(select pg_backend_pid() as pid)`.as('backend')
  const row = await notes.selectFrom(backend).select('pid').executeTakeFirstOrThrow()
  return row.pid
}
