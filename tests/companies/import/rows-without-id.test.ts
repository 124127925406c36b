import { beforeEach, expect, test } from 'vitest'
import { commitImport, undoImport } from '~/companies/import/import.server'
import { runImport } from '~/companies/import/import-run.server'
import { municipalityOfKey } from '~/companies/region'
import { loader as importPage } from '~/companies/routes/import'
import { action as correct, loader as rowPage } from '~/companies/routes/import-row'
import { action as decide } from '~/companies/routes/import-row-decision'
import { isCompanySuppressed } from '~/companies/suppression-check.server'
import { suppressCompany } from '~/companies/suppressions.server'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../../support/as'
import { clearDatabase } from '../../support/database'
import { makeCompany } from '../../support/factories'
import { replyOf } from '../../support/reply'
import { importTable } from '../import-table'

let liaison: SignedIn

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
})

/** A table of companies as HubSpot exports them: it knows no business IDs. */
const hubspot = (...rows: string[]) =>
  ['Record ID,Company name,Company owner,Company Domain Name,Phone Number,City', ...rows].join('\n')

async function preview(importId: string, search = '') {
  const { found, page } = await importPage(argsOf(liaison.request(`/${search}`), { importId }))
  return { counts: found.counts, rows: page.rows.map(({ line, result }) => [line, result]), page }
}

const inPreview = (table: string) => importTable(liaison, table, { commit: false })

async function commit(importId: string) {
  await db.transaction().execute((trx) => commitImport(trx, liaison.viewer.userId, importId))
  return (await runImport(importId))?.counts
}

const decideLine = (importId: string, line: number, decision: string) =>
  replyOf(() => decide(argsOf(liaison.post('/', { decision }), { importId, line: String(line) })))

const companies = () =>
  db
    .selectFrom('company')
    .select(['name', 'business_id', 'municipality', 'web_domain', 'phone'])
    .orderBy('name')
    .execute()

test('an export of HubSpot comes in, its companies without a business ID', async () => {
  const { counts } = await importTable(
    liaison,
    hubspot('1,Virta Oy,Aino,virta.example,040 1234567,Pori', '2,Valo Oy,Aino,valo.example,,Rauma'),
  )
  expect(counts).toMatchObject({ rows: 2, new: 2, withoutId: 2, matched: 0, refused: 0 })
  expect(await companies()).toMatchObject([
    { name: 'Valo Oy', business_id: null, web_domain: 'valo.example' },
    { name: 'Virta Oy', business_id: null, phone: '+358401234567' },
  ])
})

test('a post town is its municipality: the company is known, in its region, and the row says which', async () => {
  await makeCompany({ name: 'Virta Oy', municipality: 'Nurmijärvi' })
  const { importId } = await inPreview(
    hubspot('1,Virta,Aino,virta.example,,KLAUKKALA', '2,Valo,Aino,,,KELLO', '3,Kaarna,Aino,,,Atlantis'),
  )
  const { counts, page } = await preview(importId)
  expect(counts).toMatchObject({ matched: 1, new: 2, problems: 0 })
  expect(page.rows.map(({ place, placeKey }) => [place, municipalityOfKey(placeKey ?? '')])).toEqual([
    ['Klaukkala', 'Nurmijärvi'],
    ['Kello', 'Oulu'],
    ['Atlantis', undefined],
  ])
  await commit(importId)
  const places = db.selectFrom('company').select(['municipality', 'place_key']).where('name', '=', 'Valo')
  expect(await places.execute()).toEqual([{ municipality: 'Kello', place_key: 'oulu' }])
})

test('the same name with the same domain, number or place is sure and completes the known company', async () => {
  await makeCompany({ name: 'Virta Oy', business_id: '0538134-0', website: 'https://www.virta.example' })
  await makeCompany({ name: 'Valo Oy', phone: '+358401234567' })
  await makeCompany({ name: 'Kaarna Oy', municipality: 'Esbo' })
  const table = hubspot(
    '1,Virta,Aino,virta.example,,Pori',
    '2,Valo,Aino,,040 1234567,Rauma',
    '3,OY KAARNA AB,Aino,kaarna.example,,Espoo',
  )
  const { importId, counts } = await importTable(liaison, table)
  expect(counts).toMatchObject({ new: 0, updated: 3, matched: 3, similar: 0 })
  expect(await companies()).toMatchObject([
    { name: 'Kaarna Oy', web_domain: 'kaarna.example' },
    { name: 'Valo Oy', municipality: 'Rauma' },
    { name: 'Virta Oy', municipality: 'Pori', business_id: '0538134-0' },
  ])
  expect((await importTable(liaison, table)).counts).toMatchObject({ known: 3, matched: 3 })

  await db.transaction().execute((trx) => undoImport(trx, liaison.viewer, importId))
  expect((await runImport(importId))?.counts.undone).toMatchObject({ restored: 3, removed: 0 })
  expect(await companies()).toMatchObject([
    { web_domain: null },
    { municipality: null },
    { municipality: null },
  ])
})

test('a number or a domain under another name is shared until a person says that it is the same company', async () => {
  await makeCompany({ name: 'Kahvila Kulma', municipality: 'Helsinki', phone: '+358401234567' })
  await makeCompany({ name: 'Virta Oy', website: 'https://virta.example' })
  const { importId } = await inPreview(
    hubspot(
      '1,Kahvila Nurkka,Aino,,040 123 4567,Helsinki',
      '2,Virta Group,Aino,virta.example,,',
      '3,Virta Groupin huolto,Aino,virta.example,,',
    ),
  )
  expect(await preview(importId)).toMatchObject({
    counts: { new: 3, similar: 3, matched: 0, duplicate: 0 },
    page: { rows: [{ similarReasons: ['place', 'phone'] }, {}, {}] },
  })
  expect(await commit(importId)).toMatchObject({ new: 3 })
})

test('several matches, a near name, or a number in another name and place wait for a decision', async () => {
  await makeCompany({ name: 'Virta Oy', website: 'https://virta.example' })
  await makeCompany({ name: 'Virta Ab', website: 'https://virta.example' })
  await makeCompany({ name: 'Kaarnan Konepaja Oy', municipality: 'Pori' })
  await makeCompany({ name: 'Tilitoimisto Tase Oy', municipality: 'Oulu', phone: '+358401234567' })
  const { importId } = await inPreview(
    hubspot(
      '1,Virta,Aino,virta.example,,Pori',
      '2,Kaarna Konepaja,Aino,,,Pori',
      '3,Rannan Leipä,Aino,,040 1234567,Hanko',
    ),
  )
  expect(await preview(importId, '?similar=yes')).toMatchObject({
    counts: { new: 3, similar: 3, matched: 0 },
    rows: [
      [2, 'new'],
      [3, 'new'],
      [4, 'new'],
    ],
  })
  expect((await decideLine(importId, 3, 'known')).status).toBe(303)
  expect((await decideLine(importId, 4, 'skip')).status).toBe(303)
  expect(await commit(importId)).toMatchObject({ new: 1, known: 1, skipped: 1 })
})

test('of several companies that a row may be, a person chooses one', async () => {
  await makeCompany({ name: 'Virta Oy', website: 'https://virta.example', municipality: 'Pori' })
  const second = await makeCompany({ name: 'Virta Palvelut Oy', website: 'https://virta.example' })
  const other = await makeCompany({ name: 'Valo Oy' })
  const { importId } = await inPreview(hubspot('1,Virta,Aino,virta.example,,Pori'))
  const at = { importId, line: '2' }
  const { others } = await rowPage(argsOf(liaison.request('/'), at))
  expect(others).toMatchObject([{ id: second, reasons: ['domain'] }])

  const choose = (known: string) =>
    replyOf(() => decide(argsOf(liaison.post('/', { decision: 'known', known }), at)))
  expect((await choose(other)).status).toBe(409)
  expect((await choose(second)).status).toBe(303)
  await commit(importId)
  expect(await companies()).toMatchObject([
    { name: 'Valo Oy', municipality: null },
    { name: 'Virta Oy' },
    { name: 'Virta Palvelut Oy', municipality: 'Pori' },
  ])
})

test('a sure match can be said to be another company', async () => {
  await makeCompany({ name: 'Virta Oy', website: 'https://virta.example' })
  const { importId } = await inPreview(hubspot('1,Virta Ab,Aino,virta.example,,Pori'))
  expect((await preview(importId)).rows).toEqual([[2, 'updated']])
  await decideLine(importId, 2, 'new')
  expect(await commit(importId)).toMatchObject({ new: 1, updated: 0, matched: 0 })
})

test('rows of the file that repeat each other are one company, and all their people come with it', async () => {
  const { counts, importId } = await importTable(
    liaison,
    'Nimi;Y-tunnus;URL;Kunta;Puhelin;Yhteyshenkilö\n' +
      'Virta;;virta.example;;;Aino Aalto\n' +
      'Valo Oy;;;Pori;;Bo Ek\n' +
      'Virta Oy;0538134-0;virta.example;Pori;;Cecilia Dal\n' +
      'VALO;;;Pori;040 1234567;Eeva Falk\n' +
      'Lumo;;virta.example;Pori;;\n',
  )
  expect(counts).toMatchObject({ new: 3, withoutId: 2, duplicate: 2, contacts: 4 })
  const people = await db
    .selectFrom('contact')
    .innerJoin('company', 'company.id', 'contact.company_id')
    .select(['company.name', 'contact.name as person'])
    .orderBy('contact.name')
    .execute()
  expect(people.map(({ name, person }) => [name, person])).toEqual([
    ['Virta Oy', 'Aino Aalto'],
    ['Valo Oy', 'Bo Ek'],
    ['Virta Oy', 'Cecilia Dal'],
    ['Valo Oy', 'Eeva Falk'],
  ])
  const { rows } = await preview(importId)
  expect(rows.map(([, result]) => result)).toEqual(['duplicate', 'new', 'new', 'duplicate', 'new'])

  await db.transaction().execute((trx) => undoImport(trx, liaison.viewer, importId))
  expect((await runImport(importId))?.counts.undone).toEqual({ removed: 3, restored: 0, leftAlone: 0 })
  expect(await companies()).toEqual([])
  expect(await db.selectFrom('contact').select('id').execute()).toEqual([])
})

test('a repeated row can be said to be a company of its own, and corrected to be one', async () => {
  const { importId } = await inPreview(
    hubspot('1,Virta,Aino,,,Pori', '2,Virta Oy,Bo,,,Pori', '3,Oy Virta,Bo,,,Pori'),
  )
  expect((await preview(importId)).counts).toMatchObject({ new: 1, duplicate: 2 })
  expect((await decideLine(importId, 3, 'new')).status).toBe(303)
  const cells = liaison.post('/', { 'cell-5': 'Rauma' })
  await replyOf(() => correct(argsOf(cells, { importId, line: '4' })))
  expect((await preview(importId)).counts).toMatchObject({ new: 3, duplicate: 0 })
  const { page } = await preview(importId)
  expect(page.rows.map(({ problems }) => problems)).toEqual([[], [], []])
})

test('when the business ID becomes known, the company that has none gets it', async () => {
  await importTable(liaison, hubspot('1,Virta,Aino,virta.example,,Pori', '2,Valo,Aino,,040 1234567,Rauma'))
  const { counts } = await importTable(
    liaison,
    'Y-tunnus;Nimi;URL;Puhelin\n0538134-0;Virta Oy;www.virta.example;\n0112038-9;Valo Oy;;040 1234567\n',
  )
  expect(counts).toMatchObject({ new: 0, updated: 2, matched: 2, fields: { business_id: 2 } })
  expect((await companies()).map(({ name, business_id }) => [name, business_id])).toEqual([
    ['Valo', '0112038-9'],
    ['Virta', '0538134-0'],
  ])
})

test('two business IDs never become one company', async () => {
  await makeCompany({ name: 'Virta', website: 'https://virta.example' })
  const { importId } = await inPreview(
    'Y-tunnus;Nimi;URL\n0538134-0;Virta Oy;virta.example\n0112038-9;Virta Palvelut Oy;virta.example\n',
  )
  expect(await preview(importId)).toMatchObject({
    counts: { updated: 1, new: 1, matched: 1, similar: 1 },
    rows: [
      [2, 'updated'],
      [3, 'new'],
    ],
  })
  await commit(importId)
  expect((await companies()).map(({ name, business_id }) => [name, business_id])).toEqual([
    ['Virta', '0538134-0'],
    ['Virta Palvelut Oy', '0112038-9'],
  ])
})

test('a company that comes between the check and the commit is met, one merged away leads on', async () => {
  const gone = await makeCompany({ name: 'Kaarna Oy', municipality: 'Pori' })
  const { importId } = await inPreview(hubspot('1,Virta,Aino,virta.example,,Pori', '2,Kaarna,Aino,,,Pori'))
  await makeCompany({ name: 'Virta Oy', website: 'https://virta.example' })
  const kept = await makeCompany({ name: 'Kaarna Group Oy' })
  await db
    .insertInto('company_merge')
    .values({ kept_id: kept, removed_id: gone, removed: {}, removed_name: 'Kaarna Oy' })
    .execute()
  await db.deleteFrom('company').where('id', '=', gone).execute()
  expect(await commit(importId)).toMatchObject({ new: 0, updated: 2 })
  expect((await companies()).map(({ name, municipality }) => [name, municipality])).toEqual([
    ['Kaarna Group Oy', 'Pori'],
    ['Virta Oy', 'Pori'],
  ])
})

test('nobody who asked to be left alone comes back without a business ID', async () => {
  const id = await makeCompany({
    name: 'Virta Oy',
    business_id: '0538134-0',
    municipality: 'Pori',
    phone: '+358401234567',
    email: 'info@virta.example',
  })
  await db
    .transaction()
    .execute((trx) => suppressCompany(trx, liaison.viewer, { id }, { channel: 'all', reason: 'asked' }))
  const table = hubspot(
    '1,VIRTA AB,Aino,,,Pori',
    '2,Toinen nimi,Aino,,040 1234567,',
    '3,Kolmas nimi,Aino,www.virta.example,,',
    '4,Valo Oy,Aino,,,Pori',
  )
  const known = await inPreview(table)
  expect((await preview(known.importId)).counts).toMatchObject({ suppressed: 3, duplicate: 0 })

  await db.updateTable('suppression').set({ company_id: null }).execute()
  await db.deleteFrom('activity').execute()
  await db.deleteFrom('company').execute()
  const { counts } = await importTable(liaison, table)
  expect(counts).toMatchObject({ new: 4, suppressed: 3 })
  const banned = await db
    .selectFrom('company')
    .select('name')
    .where(isCompanySuppressed('phone'))
    .orderBy('name')
    .execute()
  expect(banned.map(({ name }) => name)).toEqual(['Kolmas nimi', 'Toinen nimi', 'VIRTA Ab'])
})
