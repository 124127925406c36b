import { createHash } from 'node:crypto'
import { startSession } from '~/auth/session.server'
import { migrateQueue } from '~/jobs/queue.server'
import { closeDb, db, openDatabase } from '~/platform/db.server'
import { databaseUrl } from '~/platform/env.server'
import { migrateToLatest } from '~/platform/migrations.server'
import { PostgresClient } from '~/platform/postgres-client.server'
import { startPostgres } from '../postgres.mjs'
import { createDatabase } from '../throwaway-databases'
import { type RowSource, rowSources } from './rows'

export type Size = { companies: number; calls: number }

/**
 * A database of this size in the bundled Postgres under `folder`: made and filled the first time and when the
 * generator has changed, brought up to date otherwise. `cookie` signs in a liaison.
 */
export async function openBenchDatabase(folder: string, size: Size, say: (line: string) => void) {
  const postgres = await startPostgres({
    dataDir: `${folder}/postgres`,
    settings: {
      shared_buffers: '512MB',
      maintenance_work_mem: '256MB',
      max_wal_size: '4GB',
      max_connections: 300,
    },
  })
  const name = `bench_${size.companies}_${size.calls}`
  process.env.DATABASE_URL = databaseOn(postgres.url, name)
  if (!(await isFilled(postgres.url, name)) || !(await isBroughtUpToDate())) {
    await onServer(postgres.url, `drop database if exists ${name} with (force)`)
    await createDatabase(postgres.url, name)
    await migrate()
    await migrateQueue(process.env.DATABASE_URL)
    for (const source of rowSources) await fill(source, size, say)
    await run('vacuum analyze')
    await run(`comment on database ${name} is '${fingerprint}'`)
  }
  const liaison = await db
    .selectFrom('user_account')
    .select('id')
    .where('email', '=', 'liaison@bench.example')
    .executeTakeFirstOrThrow()
  const cookie = (await startSession(liaison.id, null)).split(';')[0] ?? ''
  return {
    url: process.env.DATABASE_URL,
    cookie,
    async close() {
      await closeDb()
      await postgres.stop()
    },
  }
}

const fingerprint = createHash('sha256')
  .update(rowSources.map(({ sql }) => sql({ companies: 1, calls: 1 })).join())
  .digest('hex')

async function isFilled(url: string, name: string): Promise<boolean> {
  const rows = await onServer(
    url,
    `select shobj_description(oid, 'pg_database') = '${fingerprint}' as filled from pg_database where datname = '${name}'`,
  )
  return rows[0]?.filled === true
}

/** False when the migrations changed in a way that only an empty database can follow. */
async function isBroughtUpToDate(): Promise<boolean> {
  try {
    if ((await migrate()).length > 0) await run('vacuum analyze')
    return true
  } catch {
    return false
  }
}

async function migrate(): Promise<string[]> {
  const own = openDatabase(databaseUrl)
  return migrateToLatest(own).finally(() => own.destroy())
}

async function fill(source: RowSource, size: Size, say: (line: string) => void): Promise<void> {
  const began = Date.now()
  // The rows fit each other by how they are made; checking a million references takes most of the time.
  await run(`set synchronous_commit = off; set session_replication_role = replica; ${source.sql(size)}`)
  say(`${source.name} made in ${((Date.now() - began) / 1000).toFixed(0)} s`)
}

const run = (text: string) => onServer(process.env.DATABASE_URL ?? '', text)

async function onServer(url: string, text: string) {
  const client = new PostgresClient(url)
  try {
    return await client.query({ text, parameters: [], simple: true })
  } finally {
    await client.close()
  }
}

function databaseOn(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
