import { beforeEach, expect, test } from 'vitest'
import { companyListShape } from '~/companies/company-filter'
import { listCompanies } from '~/companies/company-list.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { as, type SignedIn } from '../support/as'
import { makeSourceList } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeCandidate, makeCompany, makeNeed, makeRound } from '../support/factories'

let liaison: SignedIn

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
})

function find(address: string) {
  const list = readListParams(`http://x/companies?${address}`, companyListShape)
  return listCompanies(db, liaison.viewer, list)
}

const namesOf = async (address: string) => (await find(address)).rows.map(({ name }) => name)

test.each([
  ['devops', { description: 'Teemme DevOps-kehitystä.' }, 'description', 'DevOps'],
  ['fullstack', { web_text: 'Haemme Fullstack-osaajaa Espooseen' }, 'web_text', 'Fullstack'],
  ['ohjelmistorobotiikka', { industry: 'Ohjelmistorobotiikka' }, 'industry', 'Ohjelmistorobotiikka'],
  ['Power BI', { web_text: 'Raportit PowerBI:llä' }, 'web_text', 'PowerBI'],
  ['pilviteknologia', { description: 'pilviteknologiaa ja muuta' }, 'description', 'pilviteknologia'],
  ['helpdesk', { funded: 'Helpdesk-hanke 2025' }, 'funded', 'Helpdesk'],
])('%s is found wherever it stands, and the place is shown', async (word, fields, field, words) => {
  await makeCompany({ name: 'Kaarna Oy', ...fields })
  await makeCompany({ name: 'Muu Oy', description: 'mobiili' })
  const { rows, nearly } = await find(`q=${encodeURIComponent(word)}`)
  expect(nearly).toBe(false)
  expect(rows).toMatchObject([{ name: 'Kaarna Oy', evidence: [{ field, words }] }])
})

test('every word has to be met, wherever each stands', async () => {
  await makeCompany({ name: 'Kaarna Oy', municipality: 'Espoo', description: 'pilvi' })
  await makeCompany({ name: 'Havu Oy', municipality: 'Espoo' })
  expect(await namesOf('q=espoo pilvi')).toEqual(['Kaarna Oy'])
})

test('a company is found by the search word it was listed with', async () => {
  const companyId = await makeCompany({ name: 'Kaarna Oy' })
  const listId = await makeSourceList([companyId])
  await db
    .updateTable('source_list_company')
    .set({ matched_keywords: ['devops'] })
    .where('source_list_id', '=', listId)
    .execute()
  expect((await find('q=DevOps')).rows).toMatchObject([
    { name: 'Kaarna Oy', evidence: [{ field: 'keyword' }] },
  ])
  expect(await namesOf('keyword=devops')).toEqual(['Kaarna Oy'])
})

test.each(['devops espoo', 'espoo pilviteknologia', 'powerbi', 'power bi', 'pilviteknolgia'])(
  '%s meets the search words of source lists too, several or mistyped',
  async (words) => {
    const companyId = await makeCompany({ name: 'Kaarna Oy', municipality: 'Espoo' })
    await makeCompany({ name: 'Havu Oy', municipality: 'Espoo' })
    const listId = await makeSourceList([companyId])
    await db
      .updateTable('source_list_company')
      .set({ matched_keywords: ['devops', 'power bi', 'pilviteknologia'] })
      .where('source_list_id', '=', listId)
      .execute()
    const { rows } = await find(`q=${encodeURIComponent(words)}`)
    expect(rows.map(({ name }) => name)).toEqual(['Kaarna Oy'])
    expect(rows[0]?.evidence).toContainEqual(expect.objectContaining({ field: 'keyword' }))
  },
)

test.each(['devpos', 'helpdesc', 'pilviteknolgia'])('the mistyped %s is still understood', async (word) => {
  await makeCompany({ name: 'Kaarna Oy', description: 'devops, helpdesk ja pilviteknologia' })
  await makeCompany({ name: 'Muu Oy', description: 'leipomo' })
  const { rows, nearly } = await find(`q=${word}`)
  expect(nearly).toBe(true)
  expect(rows).toMatchObject([{ name: 'Kaarna Oy', evidence: [{ field: 'description' }] }])
})

test('a region is its municipalities, in either of their languages', async () => {
  await makeCompany({ name: 'Kaarna Oy', municipality: 'ESPOO' })
  await makeCompany({ name: 'Bark Ab', municipality: 'Esbo' })
  await makeCompany({ name: 'Havu Oy', municipality: 'Tampere' })
  expect(await namesOf('region=uusimaa')).toEqual(['Bark Ab', 'Kaarna Oy'])
})

test('industry codes are met by their beginning, the old and the new apart', async () => {
  await makeCompany({ name: 'Vanha Oy', industry_code: '62010' })
  await makeCompany({ name: 'Uusi Oy', industry_code_2025: '62100' })
  expect(await namesOf('industry=62')).toEqual(['Vanha Oy'])
  expect(await namesOf('industry2025=621')).toEqual(['Uusi Oy'])
  expect(await namesOf('industry=%25')).toEqual([])
})

test('small, growing, funded companies without contact, needs or owner are each a filter', async () => {
  const kaarna = await makeCompany({
    name: 'Kaarna Oy',
    size_band: '5-9',
    growth: 'growing',
    funded: 'Business Finland',
    owner_id: liaison.viewer.userId,
  })
  await makeCompany({ name: 'Iso Oy', size_band: '250+', last_contact_at: new Date() })
  await makeNeed(kaarna)
  for (const filter of [
    'size=under_50',
    'growth=growing',
    'funded=yes',
    'quiet=ever',
    'quiet=6',
    'need=open',
    'owner=me',
  ])
    expect(await namesOf(filter), filter).toEqual(['Kaarna Oy'])
  for (const filter of ['size=250%2B', 'funded=no', 'need=none', 'owner=none'])
    expect(await namesOf(filter), filter).toEqual(['Iso Oy'])
})

test('who took part before, how far a company is, and how many of our people fit are filters', async () => {
  const kaarna = await makeCompany({ name: 'Kaarna Oy' })
  await makeCompany({ name: 'Muu Oy' })
  await db
    .insertInto('engagement')
    .values({ company_id: kaarna, round_id: await makeRound(), stage: 'joined', joined_at: new Date() })
    .execute()
  await db.insertInto('company_fit').values({ company_id: kaarna, candidates: 3, skills: [] }).execute()
  await makeCandidate()
  for (const filter of ['earlier=yes', 'stage=joined', 'fits=3'])
    expect(await namesOf(filter), filter).toEqual(['Kaarna Oy'])
  expect(await namesOf('fits=10')).toEqual([])
})

test('each company says why to call it, weightiest first', async () => {
  await makeCompany({ name: 'Kaarna Oy', size_band: '5-9', growth: 'growing' })
  const { rows } = await find('')
  expect(rows).toMatchObject([
    {
      points: 35,
      reasons: [
        { rule: 'growing', points: 15, count: 1 },
        { rule: 'quiet', points: 10, count: 1 },
        { rule: 'small', points: 10, count: 1 },
      ],
    },
  ])
})

test('a company reached lately and often sinks', async () => {
  const companyId = await makeCompany({ name: 'Kaarna Oy', last_contact_at: new Date() })
  for (const subject_id of [companyId, liaison.viewer.userId])
    await db
      .insertInto('company_contact_event')
      .values({ company_id: companyId, channel: 'call', subject_type: 'call', subject_id })
      .execute()
  expect((await find('')).rows).toMatchObject([
    {
      points: -40,
      reasons: [
        { rule: 'recent', points: -30 },
        { rule: 'often', points: -10, count: 2 },
      ],
    },
  ])
})
