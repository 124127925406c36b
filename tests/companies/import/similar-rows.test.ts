import { beforeEach, expect, test } from 'vitest'
import { commitImport, undoImport } from '~/companies/import/import.server'
import { runImport } from '~/companies/import/import-run.server'
import { loader as importPage } from '~/companies/routes/import'
import { action as decide } from '~/companies/routes/import-row-decision'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../../support/as'
import { clearDatabase } from '../../support/database'
import { makeCompany } from '../../support/factories'
import { replyOf } from '../../support/reply'
import { importTable } from '../import-table'

let liaison: SignedIn
let known: string

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
  known = await makeCompany({ name: 'Virran Sähkö', municipality: 'Äänekoski' })
})

const table =
  'Y-tunnus;Nimi;Kaupunki;Katuosoite;Yhteyshenkilö\n' +
  '0538134-0;SÄHKÖ VIRRAN OY;ÄÄNEKOSKI;Katu 1;Aino Aalto\n0112038-9;Valo Oy;Rauma;;\n'

async function checked(decision?: 'new' | 'known' | 'skip') {
  const { importId } = await importTable(liaison, table, { commit: false })
  if (decision) {
    const request = liaison.post('/', { decision })
    const reply = await replyOf(() => decide(argsOf(request, { importId, line: '2' })))
    expect(reply.status).toBe(303)
  }
  return importId
}

async function preview(importId: string) {
  const { found, page } = await importPage(argsOf(liaison.request('/?similar=yes'), { importId }))
  return { counts: found.counts, rows: page.rows }
}

async function commit(importId: string) {
  await db.transaction().execute((trx) => commitImport(trx, liaison.viewer.userId, importId))
  return (await runImport(importId))?.counts
}

const companies = () =>
  db.selectFrom('company').select(['id', 'business_id', 'name', 'street']).orderBy('created_at').execute()

test('a new row that is probably a known company is named with the reasons', async () => {
  const { counts, rows } = await preview(await checked())
  expect(counts).toMatchObject({ new: 2, similar: 1 })
  expect(rows).toMatchObject([{ line: 2, similarId: known, similarReasons: ['same_name', 'place'] }])
})

test('undecided, or decided to be another, it becomes a company of its own', async () => {
  expect(await commit(await checked('new'))).toMatchObject({ new: 2 })
  expect(await companies()).toHaveLength(3)
})

test('decided to be passed over, it does not come in', async () => {
  const importId = await checked('skip')
  expect((await preview(importId)).counts).toMatchObject({ new: 1, skipped: 1, contacts: 0 })
  expect(await commit(importId)).toMatchObject({ new: 1, skipped: 1 })
  expect((await companies()).map(({ name }) => name)).toEqual(['Virran Sähkö', 'Valo Oy'])
})

test('decided to be the known one, it completes it, its business ID too, and all of that is undone', async () => {
  const importId = await checked('known')
  expect((await preview(importId)).counts).toMatchObject({
    updated: 1,
    fields: { business_id: 1, street: 1 },
  })
  await commit(importId)
  expect((await companies())[0]).toEqual({
    id: known,
    business_id: '0538134-0',
    name: 'Virran Sähkö',
    street: 'Katu 1',
  })
  expect(await db.selectFrom('contact').select(['company_id', 'name']).execute()).toEqual([
    { company_id: known, name: 'Aino Aalto' },
  ])

  await db.transaction().execute((trx) => undoImport(trx, liaison.viewer, importId))
  await runImport(importId)
  expect(await companies()).toEqual([{ id: known, business_id: null, name: 'Virran Sähkö', street: null }])
  expect(await db.selectFrom('contact').select('name').execute()).toEqual([])
})
