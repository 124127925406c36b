import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { dismissPair, listDuplicatePairs, reopenPair } from '~/companies/duplicates/duplicate-pairs.server'
import { findDuplicates, lookForDuplicatesLater } from '~/companies/duplicates/duplicate-search.server'
import {
  findProbableDuplicates,
  type WrittenCompany,
} from '~/companies/duplicates/probable-duplicates.server'
import { db } from '~/platform/db.server'
import { as, type SignedIn } from '../../support/as'
import { clearDatabase } from '../../support/database'
import { makeCompany } from '../../support/factories'

let liaison: SignedIn

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
})

async function reasonsFor(written: Omit<WrittenCompany, 'ref'>): Promise<string[]> {
  const found = await findProbableDuplicates(db, [{ ref: 'written', ...written }])
  return found[0]?.reasons ?? []
}

async function search(companyIds: string[]): Promise<void> {
  await db.transaction().execute((trx) => lookForDuplicatesLater(trx, companyIds))
  await findDuplicates()
}

async function openPairs(state?: 'dismissed') {
  const filters: Record<string, string> = state ? { state } : {}
  const list = {
    search: '',
    sort: 'strength',
    direction: 'desc',
    page: 1,
    pageSize: 25,
    filters,
  } as const
  const { rows, total } = await listDuplicatePairs(db, liaison.viewer, list)
  expect(total).toBe(rows.length)
  return rows.map(({ firstName, secondName, reasons }) => ({
    names: [firstName, secondName].sort(),
    reasons,
  }))
}

test.each([
  ['the company form', 'Oy Kaarna Ab'],
  ['capitals and punctuation', 'KAARNA, OY.'],
  ['another form', 'Tmi Kaarna'],
])('the same name is met in spite of %s', async (_what, name) => {
  await makeCompany({ name: 'Kaarna Oy', municipality: 'Espoo' })
  expect(await reasonsFor({ name, municipality: 'ESBO' })).toEqual(['same_name', 'place'])
})

test('word order, dots of letters and an abbreviated association do not hide a name', async () => {
  await makeCompany({ name: 'Äänekosken Sähkö Oy', municipality: 'Äänekoski' })
  await makeCompany({ name: 'Jyväskylän yrittäjät r.y.', municipality: 'Jyväskylä' })
  expect(await reasonsFor({ name: 'Sahko Aanekosken', municipality: 'Äänekoski' })).toEqual([
    'same_name',
    'place',
  ])
  expect(await reasonsFor({ name: 'Jyväskylän Yrittäjät ry' })).toEqual(['same_name'])
})

test('a name much alike counts in the same place only', async () => {
  await makeCompany({ name: 'Hentula Metallityö Oy', municipality: 'Pori' })
  expect(await reasonsFor({ name: 'Hentulan metallityö', municipality: 'Björneborg' })).toEqual([
    'similar_name',
    'place',
  ])
  expect(await reasonsFor({ name: 'Hentulan metallityö', municipality: 'Oulu' })).toEqual([])
})

test('the same number or web domain is enough, free mail and hosts of many are none', async () => {
  await makeCompany({
    name: 'Kaarna Oy',
    phone: '+358401234567',
    website: 'https://www.kaarna.example/yhteys',
  })
  await makeCompany({ name: 'Virta Oy', email: 'virta@gmail.com', website: 'https://facebook.com/virta' })
  expect(await reasonsFor({ name: 'Toinen', phone: '+358401234567' })).toEqual(['phone'])
  expect(await reasonsFor({ name: 'Toinen', email: 'info@kaarna.example' })).toEqual(['domain'])
  expect(await reasonsFor({ name: 'Toinen', email: 'toinen@gmail.com' })).toEqual([])
  expect(await reasonsFor({ name: 'Toinen', website: 'https://facebook.com/toinen' })).toEqual([])
})

test('a number that many share is nobody’s', async () => {
  for (let n = 0; n < 6; n++) await makeCompany({ name: `Ketju ${n}00`, phone: '+358401234567' })
  expect(await reasonsFor({ name: 'Toinen', phone: '+358401234567' })).toEqual([])
})

test('two business IDs are two companies, unless the name and something else agree', async () => {
  await makeCompany({
    name: 'Kaarna Oy',
    business_id: '0538134-0',
    municipality: 'Espoo',
    phone: '+358401234567',
  })
  const other = { businessId: '1234567-1' }
  expect(await reasonsFor({ name: 'Kaarnan Oy', municipality: 'Espoo', ...other })).toEqual([])
  expect(await reasonsFor({ name: 'Toinen Oy', phone: '+358401234567', ...other })).toEqual([])
  expect(await reasonsFor({ name: 'Kaarna Oy', municipality: 'Oulu', ...other })).toEqual([])
  expect(await reasonsFor({ name: 'Kaarna Ky', municipality: 'Espoo', ...other })).toEqual([
    'same_name',
    'place',
  ])
  expect(await reasonsFor({ name: 'Toinen', businessId: '0538134-0' })).toEqual(['business_id'])
})

test('pairs are found once each, by the search that follows a change, and go when the likeness goes', async () => {
  const first = await makeCompany({ name: 'Kaarna Oy', municipality: 'Espoo' })
  const second = await makeCompany({ name: 'Ab Kaarna', municipality: 'Esbo' })
  await makeCompany({ name: 'Virta Oy', municipality: 'Espoo' })
  await search([first, second])
  expect(await openPairs()).toEqual([{ names: ['Ab Kaarna', 'Kaarna Oy'], reasons: ['same_name', 'place'] }])

  await db.updateTable('company').set({ name: 'Pihka Oy' }).where('id', '=', second).execute()
  await search([second])
  expect(await openPairs()).toEqual([])
})

test('a pair found to be two is never suggested again, unless somebody takes that back', async () => {
  const pair: [string, string] = [
    await makeCompany({ name: 'Kaarna Oy' }),
    await makeCompany({ name: 'Kaarna Ky' }),
  ]
  await search(pair)
  await db.transaction().execute((trx) => dismissPair(trx, liaison.viewer, pair))
  await db.updateTable('company').set({ phone: '+358401234567' }).execute()
  await search(pair)
  expect(await openPairs()).toEqual([])
  expect(await openPairs('dismissed')).toHaveLength(1)

  await db.transaction().execute((trx) => reopenPair(trx, pair))
  expect(await openPairs()).toHaveLength(1)
})

test('among 20,000 companies every way of finding goes through an index', async () => {
  await sql`
    insert into company (name, municipality, phone, website, business_id)
    select 'Yritys' || md5(n::text) || ' Oy', 'Kunta' || n % 50, '+35840' || lpad(n::text, 7, '0'),
      'https://y' || n || '.example', lpad(n::text, 7, '0') || '-1'
    from generate_series(1, 20000) as n
  `.execute(db)
  await sql`analyze company`.execute(db)
  const { probableDuplicatesOf } = await import('~/companies/duplicates/probable-duplicates.server')
  const rows = sql`
    select '1' as ref, null::uuid as company_id, null as business_id, company_name_key('Kaarna Oy') as name_key,
      place_key('Espoo') as place_key, '+358401234567' as phone, 'kaarna.example' as web_domain
  `
  const plan = await sql<Record<string, string>>`explain ${probableDuplicatesOf(rows)}`.execute(db)
  const lines = plan.rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(lines).not.toMatch(/Seq Scan on company /)
  for (const index of ['name_key', 'phone', 'web_domain', 'name_blocks'])
    expect(lines).toContain(`company_${index}_idx`)
})
