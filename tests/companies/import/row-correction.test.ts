import { beforeEach, expect, test } from 'vitest'
import { chooseColumns } from '~/companies/import/import.server'
import { runImport } from '~/companies/import/import-run.server'
import { loader as importPage } from '~/companies/routes/import'
import { action as correct } from '~/companies/routes/import-row'
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

async function preview(importId: string, search = '') {
  const { found, page } = await importPage(argsOf(liaison.request(`/${search}`), { importId }))
  return { counts: found.counts, rows: page.rows.map(({ line, result }) => [line, result]) }
}

function correctCells(importId: string, line: number, cells: Record<string, string>, who = liaison) {
  return replyOf(() =>
    correct(argsOf(who.post('/', { ...cells, back: '?result=refused' }), { importId, line: String(line) })),
  )
}

const table = 'Y-tunnus;Nimi;Kaupunki\n0538134-1;Virta Oy;Pori\n0112038-9;Valo Oy;Rauma\n0112038-9;Valo;\n'

test('a corrected cell has its row checked again, and the counts with it', async () => {
  await makeCompany({ business_id: '0538134-0', name: 'Virta Oy' })
  const { importId } = await importTable(liaison, table, { commit: false })
  expect((await preview(importId)).rows).toEqual([
    [2, 'refused'],
    [3, 'new'],
    [4, 'duplicate'],
  ])
  const reply = await correctCells(importId, 2, { 'cell-0': '0538134-0' })
  expect(reply.location).toBe(`/companies/imports/${importId}?result=refused`)
  const after = await preview(importId)
  expect(after.rows[0]).toEqual([2, 'updated'])
  expect(after.counts).toMatchObject({ refused: 0, updated: 1, fields: { municipality: 1 } })
  expect((await preview(importId, '?changed=municipality')).rows).toEqual([[2, 'updated']])
})

test('a row that repeats another takes its place when that one is corrected to another company', async () => {
  const { importId } = await importTable(liaison, table, { commit: false })
  await correctCells(importId, 3, { 'cell-0': '0538134-0' })
  expect((await preview(importId)).rows).toEqual([
    [2, 'refused'],
    [3, 'new'],
    [4, 'new'],
  ])
  await correctCells(importId, 3, { 'cell-0': '0112038-9' })
  expect((await preview(importId)).rows).toEqual([
    [2, 'refused'],
    [3, 'new'],
    [4, 'duplicate'],
  ])
})

test('corrections outlive another choice of columns', async () => {
  const { importId, file, mapping } = await importTable(liaison, table, { commit: false })
  await correctCells(importId, 2, { 'cell-0': '0538134-0' })
  const { municipality: _, ...narrower } = mapping
  await db
    .transaction()
    .execute((trx) => chooseColumns(trx, importId, { mapping: narrower, overwritten: [] }))
  await runImport(importId, { file })
  expect((await preview(importId)).rows[0]).toEqual([2, 'new'])
})

test('nobody corrects a row of a committed import, or one that is not theirs to import', async () => {
  const { importId } = await importTable(liaison, table)
  expect((await correctCells(importId, 2, { 'cell-0': '0538134-0' })).status).toBe(404)
  expect((await correctCells(importId, 2, {}, await as('coordinator'))).status).toBe(403)
})
