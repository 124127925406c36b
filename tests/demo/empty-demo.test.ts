import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { hasNoAccounts } from '~/auth/accounts.server'
import { boot } from '~/boot.server'
import { emptyDemo } from '~/demo/empty-demo.server'
import { loadDemo } from '~/demo/load-demo.server'
import { fileStore } from '~/files/file-store.server'
import { plusDays } from '~/platform/dates'
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

test('without the setting nothing is loaded at the first start', async () => {
  expect(await boot.loadDemoIfFirstRun()).toEqual({ loaded: false, accounts: [] })
  expect(await filledTables()).toEqual([])
})

test('a database with anything in it is never filled, and one that is no demonstration is never emptied', async () => {
  await makeCompany()
  expect(await loadDemo(db)).toBe(false)
  await makeUser('administrator')
  expect(await loadDemo(db)).toBe(false)
  expect(await emptyDemo(db)).toBeNull()
  expect(await emptyDemo(db, { dryRun: true })).toBeNull()
  expect(await filledTables()).toEqual(['company', 'user_account'])
  await db.deleteFrom('company').execute()
  await db.deleteFrom('user_account').execute()
})

test('emptying leaves what a new installation has, and no files', { timeout: 60_000 }, async () => {
  await db.transaction().execute((trx) => syncVocabulary(trx))
  await loadDemo(db)
  const [file] = await db.selectFrom('stored_file').select('id').execute()
  const counted = await emptyDemo(db, { dryRun: true })
  expect(counted).toContainEqual({ table: 'company', rows: 290 })
  expect(await hasNoAccounts(db)).toBe(false)

  expect(await emptyDemo(db)).toEqual(counted)
  expect(await filledTables()).toEqual(['setting'])
  expect(await db.selectFrom('setting').select('key').execute()).toEqual([{ key: 'skill_vocabulary' }])
  expect(await db.transaction().execute((trx) => syncVocabulary(trx))).toBe('unchanged')
  expect(await db.selectFrom('consent_text').select('id').execute()).not.toEqual([])
  expect(await fileStore().get(file?.id ?? '')).toBeNull()
  expect(await emptyDemo(db)).toBeNull()
})

/** Rows that tell a later thing as earlier, by what is out of order. */
async function outOfOrder(now: Date): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select 'presentation ' || presentation.id as what from presentation
      join consent on consent.id = presentation.consent_id
      left join presentation_view as opened on opened.presentation_id = presentation.id
      where consent.recorded_at > sent_at or opened.at < sent_at or answered_at < opened.at
        or ended_at < coalesce(answered_at, sent_at) or withdrawn_at > ended_at
    union all
    select 'need ' || need.id from presentation join need on need.id = presentation.need_id
      where need.created_at > presentation.sent_at
    union all
    select 'placement ' || placement_id from (
      select placement_id, from_status, lag(to_status) over (partition by placement_id order by at, id) as before
      from placement_event
    ) as step where from_status is distinct from before
    union all
    select 'call ' || task_id from call where outcome in ('no_answer', 'busy', 'callback') and exists (
      select from call as earlier
      where earlier.task_id = call.task_id and earlier.id <> call.id
        and earlier.outcome in ('interested', 'joins_now') and earlier.ended_at <= call.ended_at
    )
    union all
    select 'callback ' || call.id from call where callback_at <= ended_at
    union all
    select 'activity ' || action from activity where at > ${now}
    union all
    select 'nobody to meet tomorrow' where not exists (
      select from meeting where status = 'planned' and starts_at between ${now} and ${now}::timestamptz + interval '4 days'
    )
  `.execute(db)
  return rows.map(({ what }) => what)
}

test('the story runs in order on whichever weekday it is loaded', { timeout: 120_000 }, async () => {
  await db.transaction().execute((trx) => syncVocabulary(trx))
  for (let day = 0; day < 7; day += 1) {
    const now = new Date(`${plusDays('2026-11-02', day)}T06:30:00Z`)
    expect(await loadDemo(db, now)).toBe(true)
    expect(await outOfOrder(now), now.toISOString()).toEqual([])
    await emptyDemo(db)
  }
})
