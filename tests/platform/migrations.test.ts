import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type Db, openDatabase } from '~/platform/db.server'
import { migrateToLatest, pendingMigrations } from '~/platform/migrations.server'
import { createDatabase, dropDatabase } from '../../scripts/throwaway-databases'

const name = `migrations_${process.pid}`
let folder: string
let db: Db

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'silta-migrations-'))
  const url = await createDatabase(inject('serverUrl'), name)
  db = openDatabase(() => url)
})

afterEach(async () => {
  await db.destroy()
  await dropDatabase(inject('serverUrl'), name)
  await rm(folder, { recursive: true })
})

const file = (name: string, text: string) => writeFile(path.join(folder, name), text)

async function tables(): Promise<unknown[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename
  `.execute(db)
  return rows.map((row) => row.name)
}

test('migrations run once, in the order of their names', async () => {
  await file('0002_second.sql', 'alter table first add column later text; create table second (id int);')
  await file('0001_first.sql', 'create table first (id int);')
  expect(await pendingMigrations(db, folder)).toEqual(['0001_first', '0002_second'])
  expect(await migrateToLatest(db, folder)).toEqual(['0001_first', '0002_second'])
  expect(await pendingMigrations(db, folder)).toEqual([])
  expect(await migrateToLatest(db, folder)).toEqual([])
  expect(await tables()).toEqual(['first', 'second'])
})

test('a migration that fails leaves nothing of itself, keeps the earlier ones, and says where it failed', async () => {
  await file('0001_good.sql', 'create table good (id int);')
  await file('0002_bad.sql', 'create table half (id int);\ncreate table bad (\n  id nonsense\n);')
  await expect(migrateToLatest(db, folder)).rejects.toThrow('Migration 0002_bad, line 3: type "nonsense"')
  expect(await tables()).toEqual(['good'])
  expect(await pendingMigrations(db, folder)).toEqual(['0002_bad'])
})

test('a migration that was changed after it was run is refused', async () => {
  await file('0001_first.sql', 'create table first (id int);')
  await migrateToLatest(db, folder)
  await file('0001_first.sql', 'create table first (id bigint);')
  await expect(migrateToLatest(db, folder)).rejects.toThrow('changed since: 0001_first')
})

test('line endings of another system are not a change', async () => {
  await file('0001_first.sql', 'create table first (\n  id int\n);\n')
  await migrateToLatest(db, folder)
  await file('0001_first.sql', 'create table first (\r\n  id int\r\n);\r\n')
  expect(await migrateToLatest(db, folder)).toEqual([])
})

test('two processes may migrate at once, and each migration runs once', async () => {
  await file('0001_slow.sql', 'select pg_sleep(0.2); create table slow (id int);')
  await file('0002_next.sql', 'create table next (id int);')
  const done = await Promise.all([migrateToLatest(db, folder), migrateToLatest(db, folder)])
  expect(done.flat().sort()).toEqual(['0001_slow', '0002_next'])
})
