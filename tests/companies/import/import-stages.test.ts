import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { cancelImport, chooseColumns, commitImport, resumeImports } from '~/companies/import/import.server'
import { type InTransaction, runImport } from '~/companies/import/import-run.server'
import { db } from '~/platform/db.server'
import { as, type SignedIn } from '../../support/as'
import { clearDatabase } from '../../support/database'
import { businessIds } from '../business-ids'
import { importTable } from '../import-table'

let liaison: SignedIn
/** Two whole portions and a part of one. */
const rows = 10_500
const ids = businessIds(rows)
const table = `Y-tunnus;Nimi;Yhteyshenkilö\n${ids.map((id, at) => `${id};Yritys ${at} Oy;Henkilö ${at}`).join('\n')}\n`

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
})

const write: InTransaction = (work) => db.transaction().execute(work)

/** A worker that dies in its `nth` transaction, after all its statements and before the commit. */
function dyingAt(nth: number): InTransaction {
  let begun = 0
  return (work) =>
    db.transaction().execute(async (trx) => {
      begun += 1
      const result = await work(trx)
      if (begun === nth) throw new Error('killed')
      return result
    })
}

async function statusOf(importId: string) {
  return db
    .selectFrom('company_import')
    .select(['status', 'rows_done', 'last_line'])
    .where('id', '=', importId)
    .executeTakeFirstOrThrow()
}

const counted = async (of: 'company' | 'contact' | 'source_list_company' | 'company_import_row') =>
  (
    await db
      .selectFrom(of)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

test('a worker killed in the middle of the commit is followed by one that loses no row and doubles none', async () => {
  const { importId } = await importTable(liaison, table, { commit: false })
  await write((trx) => commitImport(trx, liaison.viewer.userId, importId))
  await expect(runImport(importId, { inTransaction: dyingAt(4) })).rejects.toThrow('killed')
  expect(await statusOf(importId)).toMatchObject({ status: 'committing', rows_done: 5_000 })
  expect(await counted('company')).toBe(5_000)

  const done = await runImport(importId)
  expect(done?.counts).toMatchObject({ rows, new: rows, contacts: rows })
  expect(await statusOf(importId)).toMatchObject({ status: 'committed', rows_done: rows })
  expect(await counted('company')).toBe(rows)
  expect(await counted('contact')).toBe(rows)
  expect(await counted('source_list_company')).toBe(rows)
})

test('a worker killed in the middle of the check is followed in the same way', async () => {
  const { importId, file, mapping } = await importTable(liaison, table, { commit: false })
  await write((trx) => chooseColumns(trx, importId, { mapping, overwritten: [] }))
  await expect(runImport(importId, { file, inTransaction: dyingAt(4) })).rejects.toThrow('killed')
  expect(await counted('company_import_row')).toBe(5_000)
  expect((await runImport(importId, { file }))?.counts).toMatchObject({ rows, new: rows })
})

test('two workers at one import do nothing twice', async () => {
  const { importId } = await importTable(liaison, table, { commit: false })
  await write((trx) => commitImport(trx, liaison.viewer.userId, importId))
  await Promise.all([runImport(importId), runImport(importId)])
  expect(await counted('company')).toBe(rows)
  expect(await statusOf(importId)).toMatchObject({ status: 'committed', rows_done: rows })
})

test('an import given up in the middle of its commit leaves nothing behind', async () => {
  const { importId } = await importTable(liaison, table, { commit: false })
  await write((trx) => commitImport(trx, liaison.viewer.userId, importId))
  await expect(runImport(importId, { inTransaction: dyingAt(6) })).rejects.toThrow('killed')
  expect(await counted('company')).toBe(10_000)

  expect(await write((trx) => cancelImport(trx, liaison.viewer, importId))).toBe(true)
  const undone = await runImport(importId)
  expect(undone).toMatchObject({ status: 'undone', counts: { undone: { removed: 10_000, leftAlone: 0 } } })
  expect(await counted('company')).toBe(0)
  expect(await counted('contact')).toBe(0)
})

test('an import whose worker went away is given to the next one, a busy one is not', async () => {
  const { importId } = await importTable(liaison, 'Y-tunnus;Nimi\n0538134-0;Virta Oy\n', { commit: false })
  await write((trx) => commitImport(trx, liaison.viewer.userId, importId))
  const waiting = async () => {
    const { rows } =
      await sql`select from graphile_worker.jobs where key = ${`run_import:${importId}`}`.execute(db)
    return rows.length
  }
  const forgetJobs = () => sql`delete from graphile_worker._private_jobs`.execute(db)

  await forgetJobs()
  await resumeImports(db)
  expect(await waiting()).toBe(0)
  await db
    .updateTable('company_import')
    .set({ progress_at: new Date(Date.now() - 5 * 60_000) })
    .execute()
  await resumeImports(db)
  expect(await waiting()).toBe(1)
})

test('a company that appears between the check and the commit is met as a known one', async () => {
  const { importId } = await importTable(liaison, 'Y-tunnus;Nimi;Kaupunki\n0538134-0;Virta Oy;Pori\n', {
    commit: false,
  })
  await db.insertInto('company').values({ business_id: '0538134-0', name: 'Virta' }).execute()
  await write((trx) => commitImport(trx, liaison.viewer.userId, importId))
  expect((await runImport(importId))?.counts).toMatchObject({ new: 0, updated: 1 })
  expect(await db.selectFrom('company').select(['name', 'municipality']).execute()).toEqual([
    { name: 'Virta', municipality: 'Pori' },
  ])
})
