import { beforeEach, expect, test } from 'vitest'
import { listSourceListChoices } from '~/companies/bulk-changes.server'
import { runImport } from '~/companies/import/import-run.server'
import { loader as importPage } from '~/companies/routes/import'
import { loader as badRows } from '~/companies/routes/import-bad-rows'
import { loader as askToCancel, action as cancel } from '~/companies/routes/import-cancellation'
import { action as choose, loader as columnsPage } from '~/companies/routes/import-columns'
import { action as commit } from '~/companies/routes/import-commit'
import { action as upload } from '~/companies/routes/import-upload'
import { loader as listsPage } from '~/companies/routes/source-lists'
import { db } from '~/platform/db.server'
import { as, type SignedIn } from '../../support/as'
import { clearDatabase } from '../../support/database'
import { replyOf, statusOf } from '../../support/reply'

let liaison: SignedIn
const context = {} as never

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
})

const table =
  'Tunnus;Firma;Kaupunki\r\n0538134-0;"Virta ""Ilo"" Oy";Jyväskylä\r\n0538134-1;=Virhe;Äänekoski\r\n'
const latin1 = new File([Buffer.from(table, 'latin1')], 'Yritykset 2026.csv')

function uploadAs(who: SignedIn, file: File | undefined, fields: Record<string, string> = {}) {
  const request = who.post('/companies/imports/new', { name: 'Kevät', provider: 'vainu', ...fields, file })
  return replyOf(() => upload({ request, params: {}, context }))
}

async function uploaded(): Promise<string> {
  const { location } = await uploadAs(liaison, latin1)
  const importId = /imports\/([^/]+)\/columns/.exec(location ?? '')?.[1] ?? ''
  await runImport(importId)
  return importId
}

async function chooseColumns(importId: string, columns: string[]) {
  const fields = Object.fromEntries(columns.map((field, at) => [`columns[${at}]`, field]))
  const request = liaison.post(`/companies/imports/${importId}/columns`, fields)
  const reply = await replyOf(() => choose({ request, params: { importId }, context }))
  await runImport(importId)
  return reply
}

test('a file goes from upload through columns and preview to companies', async () => {
  const importId = await uploaded()
  const page = await columnsPage({ request: liaison.request('/'), params: { importId }, context })
  expect(page.found.encoding).toBe('windows-1252')
  expect(page.columns).toMatchObject([
    { heading: 'Tunnus', field: 'business_id', reason: 'heading', samples: ['0538134-0', '0538134-1'] },
    { heading: 'Firma', field: 'name', reason: 'heading' },
    { heading: 'Kaupunki', field: 'municipality', reason: 'heading' },
  ])

  expect((await chooseColumns(importId, ['business_id', 'name', ''])).status).toBe(303)
  const preview = await importPage({ request: liaison.request('/'), params: { importId }, context })
  expect(preview.found.counts).toMatchObject({ rows: 2, new: 1, refused: 1 })
  expect(preview.page.rows.map(({ line, result }) => [line, result])).toEqual([
    [2, 'new'],
    [3, 'refused'],
  ])
  expect(await db.selectFrom('company').select('id').execute()).toEqual([])

  const take = () => commit({ request: liaison.post('/'), params: { importId }, context })
  expect((await replyOf(take)).location).toBe(`/companies/imports/${importId}`)
  expect((await replyOf(take)).location).toBe(`/companies/imports/${importId}`)
  await runImport(importId)
  expect(await db.selectFrom('company').select(['name', 'municipality']).execute()).toEqual([
    { name: 'Virta "Ilo" Oy', municipality: null },
  ])
})

test('rows with problems are downloaded with line and reason, formulas made plain', async () => {
  const importId = await uploaded()
  await chooseColumns(importId, ['business_id', 'name', 'municipality'])
  const response = await badRows({ request: liaison.request('/'), params: { importId }, context })
  expect(await response.text()).toBe(
    "Rivi;Ongelmat;Tunnus;Firma;Kaupunki\r\n3;Y-tunnuksen tarkistusnumero ei täsmää.;0538134-1;'=Virhe;Äänekoski\r\n",
  )
})

test('a choice of columns without a name, or with two, is refused', async () => {
  const importId = await uploaded()
  expect((await chooseColumns(importId, ['business_id', '', ''])).status).toBe(422)
  expect((await chooseColumns(importId, ['business_id', 'name', 'name'])).status).toBe(422)
})

test('a file that is no table is refused at its field', async () => {
  const zip = new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])], 'yritykset.xlsx')
  const reply = await uploadAs(liaison, zip)
  expect(reply).toMatchObject({
    status: 422,
    data: { form: { error: { file: ['companies:file.spreadsheet'] } } },
  })
  expect((await uploadAs(liaison, undefined)).status).toBe(422)
})

test('giving a checked import up is asked about on its own page, and its list is offered only once it is taken in', async () => {
  const importId = await uploaded()
  const ask = () =>
    statusOf(() => askToCancel({ request: liaison.request('/'), params: { importId }, context }))
  const lists = async () => {
    const { page } = await listsPage({ request: liaison.request('/source-lists'), params: {}, context })
    const choices = await listSourceListChoices(db)
    expect(choices.map(({ name }) => name)).toEqual(page.rows.map(({ name }) => name))
    return page.total
  }
  expect(await ask()).toBe(302)
  await chooseColumns(importId, ['business_id', 'name', ''])
  expect(await ask()).toBe(200)
  expect(await lists()).toBe(0)
  await replyOf(() => commit({ request: liaison.post('/'), params: { importId }, context }))
  await runImport(importId)
  expect(await lists()).toBe(1)
  expect(await ask()).toBe(302)
})

test('an import given up cannot be committed', async () => {
  const importId = await uploaded()
  await chooseColumns(importId, ['business_id', 'name', ''])
  await replyOf(() => cancel({ request: liaison.post('/'), params: { importId }, context }))
  await replyOf(() => commit({ request: liaison.post('/'), params: { importId }, context }))
  expect(await db.selectFrom('company').select('id').execute()).toEqual([])
  expect(await listSourceListChoices(db)).toEqual([])
  expect(
    await statusOf(() => columnsPage({ request: liaison.request('/'), params: { importId }, context })),
  ).toBe(404)
})

test.each(['coordinator', 'caller', 'employer', 'mentor'] as const)('a %s cannot import', async (role) => {
  expect((await uploadAs(await as(role), latin1)).status).toBe(403)
})
