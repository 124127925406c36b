import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { hasNoAccounts } from '~/auth/accounts.server'
import { emptyDemo } from '~/demo/empty-demo.server'
import { loadDemo } from '~/demo/load-demo.server'
import { fileStore } from '~/files/file-store.server'
import { db } from '~/platform/db.server'
import { syncVocabulary } from '~/skills/skills.server'
import { makeCompany, makeUser } from '../support/factories'

/** The tables that hold anything, without those of every new installation. */
async function filledTables(): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename not like 'skill%' and tablename <> 'consent_text'
  `.execute(db)
  const filled: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0) filled.push(name)
  }
  return filled.sort()
}

test('a database with an account is never filled, and one that is no demonstration is never emptied', async () => {
  await makeUser('administrator')
  await makeCompany()
  expect(await loadDemo(db)).toBe(false)
  expect(await emptyDemo(db)).toBeNull()
  expect(await emptyDemo(db, { dryRun: true })).toBeNull()
  expect(await filledTables()).toEqual(['company', 'user_account'])
  await sql`truncate company, user_account cascade`.execute(db)
})

test('emptying leaves what a new installation has, and no files', { timeout: 60_000 }, async () => {
  await db.transaction().execute((trx) => syncVocabulary(trx))
  await loadDemo(db)
  const [file] = await db.selectFrom('stored_file').select('id').execute()
  const counted = await emptyDemo(db, { dryRun: true })
  expect(counted).toContainEqual({ table: 'company', rows: 288 })
  expect(await hasNoAccounts(db)).toBe(false)

  expect(await emptyDemo(db)).toEqual(counted)
  expect(await filledTables()).toEqual(['setting'])
  expect(await db.selectFrom('setting').select('key').execute()).toEqual([{ key: 'skill_vocabulary' }])
  expect(await db.transaction().execute((trx) => syncVocabulary(trx))).toBe('unchanged')
  expect(await db.selectFrom('consent_text').select('id').execute()).not.toEqual([])
  expect(await fileStore().get(file?.id ?? '')).toBeNull()
  expect(await emptyDemo(db)).toBeNull()
})
