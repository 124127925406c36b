import { beforeEach, expect, test } from 'vitest'
import { undoImport } from '~/companies/import/import.server'
import { runImport } from '~/companies/import/import-run.server'
import { loader as importPage } from '~/companies/routes/import'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../../support/as'
import { clearDatabase } from '../../support/database'
import { makeCompany, makeNeed } from '../../support/factories'
import { importTable } from '../import-table'

let liaison: SignedIn

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
})

async function undo(importId: string) {
  await db.transaction().execute((trx) => undoImport(trx, liaison.viewer, importId))
  return (await runImport(importId))?.counts.undone
}

const companies = () =>
  db
    .selectFrom('company')
    .select(['name', 'municipality', 'street', 'website', 'registered_on'])
    .orderBy('business_id')
    .execute()

async function leftAlone(importId: string) {
  const page = await importPage(argsOf(liaison.request(`/?left=yes`), { importId }))
  return page.page.rows.map(({ line, leftAlone }) => [line, leftAlone])
}

test('an undone import takes its companies, people and list away and puts back what it changed', async () => {
  await makeCompany({ business_id: '0538134-0', name: 'Virta Oy', municipality: 'Ulvila' })
  const before = await companies()
  const table =
    'Y-tunnus;Nimi;Rekisteröity;Kaupunki;Katuosoite;Yhteyshenkilö\n' +
    '0538134-0;Virta Oy;2.1.2020;Pori;Katu 1;Aino Aalto\n0112038-9;Valo Oy;;Pori;;Bo Ek\n'
  const { importId } = await importTable(liaison, table, { overwritten: ['municipality'] })
  expect(await companies()).toEqual([
    expect.objectContaining({ name: 'Valo Oy' }),
    expect.objectContaining({ municipality: 'Pori', street: 'Katu 1', registered_on: '2020-01-02' }),
  ])

  expect(await undo(importId)).toEqual({ removed: 1, restored: 1, leftAlone: 0 })
  expect(await companies()).toEqual(before)
  expect(await db.selectFrom('contact').select('name').execute()).toEqual([])
  expect(await db.selectFrom('source_list_company').select('company_id').execute()).toEqual([])
})

test('growth and funding come in by their own words, the source only with its growth, and go back', async () => {
  const known = { growth: 'steady', growth_source: null, funded: null }
  await makeCompany({ business_id: '0538134-0', name: 'Virta Oy', ...known })
  await makeCompany({ business_id: '0112038-9', name: 'Valo Oy', ...known })
  const facts = () =>
    db.selectFrom('company').select(['growth', 'growth_source', 'funded']).orderBy('name', 'desc').execute()
  const rows = '\n0538134-0;Virta Oy;+14 %;Seed 2025\n0112038-9;Valo Oy;1,5 %;ei\n'
  const kept = await importTable(liaison, `Business ID;Company name;Revenue growth %;Funding${rows}`)
  expect(await facts()).toEqual([
    { growth: 'steady', growth_source: null, funded: 'Seed 2025' },
    { growth: 'steady', growth_source: '+1,5 %', funded: null },
  ])
  await undo(kept.importId)
  expect(await facts()).toEqual([known, known])

  const { importId } = await importTable(
    liaison,
    `Y-tunnus;Nimi;Liikevaihdon kasvu-%;Viimeisin rahoituskierros${rows}`,
    { overwritten: ['growth'] },
  )
  expect((await facts())[0]).toEqual({ growth: 'growing', growth_source: '+14 %', funded: 'Seed 2025' })
  await undo(importId)
  expect(await facts()).toEqual([known, known])
})

test('a later edit of one value is kept while the other values go back, and is named', async () => {
  const id = await makeCompany({ business_id: '0538134-0', name: 'Virta Oy' })
  const { importId } = await importTable(
    liaison,
    'Y-tunnus;Nimi;Kaupunki;Katuosoite\n0538134-0;Virta Oy;Pori;Katu 1\n',
  )
  await db.updateTable('company').set({ municipality: 'Rauma' }).where('id', '=', id).execute()

  expect(await undo(importId)).toEqual({ removed: 0, restored: 1, leftAlone: 1 })
  expect(await companies()).toMatchObject([{ municipality: 'Rauma', street: null }])
  expect(await leftAlone(importId)).toEqual([[2, ['changed:municipality']]])
})

test('a company that has been worked with since is left alone with the reason', async () => {
  const { importId } = await importTable(
    liaison,
    'Y-tunnus;Nimi;Yhteyshenkilö\n0538134-0;Virta Oy;Aino Aalto\n0112038-9;Valo Oy;\n',
  )
  const virta = await db
    .selectFrom('company')
    .select('id')
    .where('name', '=', 'Virta Oy')
    .executeTakeFirstOrThrow()
  await makeNeed(virta.id)

  expect(await undo(importId)).toEqual({ removed: 1, restored: 0, leftAlone: 1 })
  expect(await companies()).toMatchObject([{ name: 'Virta Oy' }])
  expect(await db.selectFrom('contact').select('name').execute()).toEqual([{ name: 'Aino Aalto' }])
  expect(await leftAlone(importId)).toEqual([[2, ['used:need']]])
})

test('a person added to a known company goes, unless somebody has changed that person', async () => {
  await makeCompany({ business_id: '0538134-0', name: 'Virta Oy' })
  await makeCompany({ business_id: '0112038-9', name: 'Valo Oy' })
  const { importId } = await importTable(
    liaison,
    'Y-tunnus;Nimi;Yhteyshenkilö\n0538134-0;Virta Oy;Aino Aalto\n0112038-9;Valo Oy;Bo Ek\n',
  )
  await db.updateTable('contact').set({ version: 2 }).where('name', '=', 'Bo Ek').execute()
  expect(await undo(importId)).toMatchObject({ leftAlone: 1 })
  expect(await db.selectFrom('contact').select('name').execute()).toEqual([{ name: 'Bo Ek' }])
  expect(await leftAlone(importId)).toEqual([[3, ['used:contact']]])
})

test('a person whom somebody has been noted to know stays', async () => {
  await makeCompany({ business_id: '0538134-0', name: 'Virta Oy' })
  const { importId } = await importTable(
    liaison,
    'Y-tunnus;Nimi;Yhteyshenkilö\n0538134-0;Virta Oy;Aino Aalto\n0112038-9;Valo Oy;Bo Ek\n',
  )
  const people = await db.selectFrom('contact').select('id as contact_id').execute()
  await db
    .insertInto('acquaintance')
    .values(people.map((person) => ({ ...person, user_id: liaison.viewer.userId })))
    .execute()

  expect(await undo(importId)).toMatchObject({ removed: 0, leftAlone: 2 })
  expect(await db.selectFrom('acquaintance').select('contact_id').execute()).toHaveLength(2)
  expect(await leftAlone(importId)).toEqual([
    [2, ['used:contact']],
    [3, ['used:contact']],
  ])
})

test('an import is undone once', async () => {
  const { importId } = await importTable(liaison, 'Y-tunnus;Nimi\n0538134-0;Virta Oy\n')
  await undo(importId)
  const again = await db.transaction().execute((trx) => undoImport(trx, liaison.viewer, importId))
  expect(again).toBe(false)
})
