import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Migration, Migrator, sql } from 'kysely'
import type { Db } from './db.server'

/** What has been run is kept apart from the tables of the house. */
const schema = 'migration'

/** Beside the project's `package.json`, where every command is run. */
const projectFolder = path.resolve('db/migrations')

/**
 * Runs every migration that has not been run, in the order of their names, each in a transaction of its own.
 * Two processes may do it at once: the second waits. Returns the names of those that this call ran.
 * Throws when a migration fails (earlier ones stay), or when one that was run has been changed since.
 */
export async function migrateToLatest(db: Db, folder = projectFolder): Promise<string[]> {
  const files = await readMigrations(folder)
  await refuseChangedMigrations(db, files)
  const migrator = migratorOf(db, files)
  const done: string[] = []
  while (true) {
    const { error, results = [] } = await migrator.migrateUp()
    if (error) throw error
    if (results.length === 0) return done
    done.push(...results.map(({ migrationName }) => migrationName))
  }
}

/** The names of the migrations that have not been run on this database, in order. */
export async function pendingMigrations(db: Db, folder = projectFolder): Promise<string[]> {
  const migrations = await migratorOf(db, await readMigrations(folder)).getMigrations()
  return migrations.filter(({ executedAt }) => !executedAt).map(({ name }) => name)
}

type MigrationFile = { name: string; text: string; hash: string }

async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql'))
  return Promise.all(
    names.map(async (name) => {
      const text = (await readFile(path.join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return {
        name: path.basename(name, '.sql'),
        text,
        hash: createHash('sha256').update(text).digest('hex'),
      }
    }),
  )
}

function migratorOf(db: Db, files: MigrationFile[]): Migrator {
  const migrations = Object.fromEntries(files.map((file) => [file.name, migrationOf(file)]))
  return new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: schema,
    migrationTableName: 'run',
    migrationLockTableName: 'run_lock',
  })
}

function migrationOf({ name, text, hash }: MigrationFile): Migration {
  return {
    async up(trx) {
      await sql
        .raw(text)
        .execute(trx)
        .catch((error) => {
          throw new Error(`Migration ${name}${lineOf(error, text)}: ${error.message}`, { cause: error })
        })
      await sql`create table if not exists ${sql.id(schema, 'content')} (name text primary key, sha256 text not null)`.execute(
        trx,
      )
      await sql`insert into ${sql.id(schema, 'content')} values (${name}, ${hash})`.execute(trx)
    },
  }
}

function lineOf(error: { position?: string }, text: string): string {
  return error.position ? `, line ${text.slice(0, Number(error.position)).split('\n').length}` : ''
}

async function refuseChangedMigrations(db: Db, files: MigrationFile[]): Promise<void> {
  const table = `${schema}.content`
  const { rows: known } = await sql<{
    found: boolean
  }>`select to_regclass(${table}) is not null as found`.execute(db)
  if (!known[0]?.found) return
  const { rows } = await sql<{
    name: string
    sha256: string
  }>`select name, sha256 from ${sql.table(table)}`.execute(db)
  const run = new Map(rows.map(({ name, sha256 }) => [name, sha256]))
  const changed = files.filter(({ name, hash }) => run.has(name) && run.get(name) !== hash)
  if (changed.length === 0) return
  throw new Error(
    `Already run on this database, and changed since: ${changed.map(({ name }) => name).join(', ')}. ` +
      'Take the change back and put it in a new migration, or begin with an empty database.',
  )
}
