import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { as, type SignedIn } from '../../support/as'
import { clearDatabase } from '../../support/database'
import { makeCompany, makeContact, makeRound } from '../../support/factories'
import { importTable } from '../import-table'

let liaison: SignedIn

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
})

function companies() {
  return db
    .selectFrom('company')
    .select(['business_id', 'name', 'municipality', 'website', 'version'])
    .orderBy('business_id')
    .execute()
}

test('good rows come in, bad rows are kept with their line and reason', async () => {
  const { counts, importId } = await importTable(
    liaison,
    'Y-tunnus;Nimi;Kaupunki\n0538134-0;Virta Oy;PORI\n0538134-1;Virhe Oy;PORI\n0538134-0;;PORI\n0112038-9;Valo Oy;\n',
  )
  expect(counts).toMatchObject({ rows: 4, new: 2, refused: 2 })
  expect(await companies()).toMatchObject([
    { business_id: '0112038-9', name: 'Valo Oy', municipality: null },
    { business_id: '0538134-0', name: 'Virta Oy', municipality: 'Pori' },
  ])
  const refused = await db
    .selectFrom('company_import_row')
    .select(['line', 'problems'])
    .where('import_id', '=', importId)
    .where('result', '=', 'refused')
    .orderBy('line')
    .execute()
  expect(refused).toEqual([
    { line: 3, problems: ['business_id_check_digit'] },
    { line: 4, problems: ['name_missing'] },
  ])
})

test('a company already known is completed, never doubled or overwritten', async () => {
  await makeCompany({ business_id: '0538134-0', name: 'Virta Oy', municipality: 'Ulvila' })
  const table = 'Y-tunnus;Nimi;Kaupunki;URL\nFI05381340;VIRTA OY AB;PORI;virta.example\n'
  expect((await importTable(liaison, table)).counts).toMatchObject({ new: 0, updated: 1 })
  expect((await importTable(liaison, table)).counts).toMatchObject({ updated: 0, known: 1 })
  expect(await companies()).toEqual([
    {
      business_id: '0538134-0',
      name: 'Virta Oy',
      municipality: 'Ulvila',
      website: 'https://virta.example',
      version: 2,
    },
  ])
})

test('a business ID that a merge took away leads to the company that lives on, until the merge is undone', async () => {
  const kept = await makeCompany({ business_id: '0112038-9', name: 'Valo Oy' })
  await db
    .insertInto('company_merge')
    .values({
      kept_id: kept,
      removed_id: randomUUID(),
      removed: {},
      removed_name: 'Virta Oy',
      removed_business_id: '0538134-0',
    })
    .execute()
  const table = 'Y-tunnus;Nimi;Kaupunki;Yhteyshenkilö\n0538134-0;Virta Oy;PORI;Aino Aalto\n'
  expect((await importTable(liaison, table)).counts).toMatchObject({ new: 0, updated: 1 })
  expect(await companies()).toMatchObject([
    { business_id: '0112038-9', name: 'Valo Oy', municipality: 'Pori' },
  ])
  expect(await db.selectFrom('contact').select('company_id').execute()).toEqual([{ company_id: kept }])

  await db.updateTable('company_merge').set({ undone_at: new Date() }).execute()
  expect((await importTable(liaison, table)).counts).toMatchObject({ new: 1, updated: 0 })
})

test('a second row about the same company adds its person only', async () => {
  const id = await makeCompany({ business_id: '0538134-0' })
  await makeContact(id, { name: 'Aino Aalto', email: 'aino@virta.example' })
  const { counts } = await importTable(
    liaison,
    'Y-tunnus;Nimi;Yhteyshenkilö;Sähköposti\n' +
      '0538134-0;Virta;Aino Aalto-Ek;AINO@virta.example\n' +
      '538134-0;Virta Oy;Bo Ek;bo@virta.example\n' +
      '0538134-0;Virta Oy;Bo Ek;\n',
  )
  expect(counts).toMatchObject({ known: 1, duplicate: 2, contacts: 1 })
  const people = await db.selectFrom('contact').select(['name', 'email']).orderBy('id').execute()
  expect(people).toEqual([
    { name: 'Aino Aalto', email: 'aino@virta.example' },
    { name: 'Bo Ek', email: 'bo@virta.example' },
  ])
})

test('the list remembers the source, the keywords that matched, and who was with us before', async () => {
  const id = await makeCompany({ business_id: '0112038-9', name: 'Valo Oy' })
  const round = await makeRound()
  await db
    .insertInto('engagement')
    .values({ round_id: round, company_id: id, stage: 'joined', joined_at: new Date() })
    .execute()
  const { sourceListId } = await importTable(
    liaison,
    'Y-tunnus;Nimi;Toimiala;Avainsanat\n0538134-0;Virta Oy;Pilvi ja DevOps;rpa\n0112038-9;Valo Oy;Helpdesk;\n',
    { keywords: ['devops', 'helpdesk'] },
  )
  const members = await db
    .selectFrom('source_list_company')
    .innerJoin('company', 'company.id', 'source_list_company.company_id')
    .select(['company.name', 'matched_keywords', 'earlier_project'])
    .where('source_list_id', '=', sourceListId)
    .orderBy('company.name')
    .execute()
  expect(members).toEqual([
    { name: 'Valo Oy', matched_keywords: ['helpdesk'], earlier_project: true },
    { name: 'Virta Oy', matched_keywords: ['rpa', 'devops'], earlier_project: false },
  ])
})

test('an import leaves its trace: file hash, who, and a line on each new company', async () => {
  const { importId } = await importTable(liaison, 'Y-tunnus;Nimi\n0538134-0;Virta Oy\n')
  const kept = await db
    .selectFrom('company_import')
    .select(['file_sha256', 'status', 'committed_by', 'mapping'])
    .where('id', '=', importId)
    .executeTakeFirstOrThrow()
  expect(kept).toEqual({
    file_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    status: 'committed',
    committed_by: liaison.viewer.userId,
    mapping: { business_id: 0, name: 1 },
  })
  const lines = await db
    .selectFrom('activity')
    .innerJoin('company', 'company.id', 'activity.company_id')
    .select(['activity.action', 'activity.actor_id'])
    .execute()
  expect(lines).toEqual([{ action: 'company_imported', actor_id: liaison.viewer.userId }])
})
