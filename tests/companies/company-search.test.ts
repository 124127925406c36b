import { beforeEach, expect, test } from 'vitest'
import { readCompanyList } from '~/companies/company-filter'
import { listCompanies } from '~/companies/company-list.server'
import { listFilterChoices } from '~/companies/filter-choices.server'
import { db } from '~/platform/db.server'
import { as, type SignedIn } from '../support/as'
import { makeSourceList } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeCandidate, makeCompany, makeContact, makeNeed, makeRound, makeUser } from '../support/factories'

let liaison: SignedIn

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
})

function find(address: string) {
  const list = readCompanyList(`http://x/companies?${address}`)
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

test('several values of a filter are met by any of them, several filters by all', async () => {
  await makeCompany({ name: 'Kaarna Oy', municipality: 'Espoo', size_band: '1-4', industry_code: '62010' })
  await makeCompany({ name: 'Havu Oy', municipality: 'Pori', size_band: '5-9', industry_code: '63110' })
  await makeCompany({ name: 'Muu Oy', municipality: 'Turku', size_band: '5-9', industry_code: '25620' })
  expect(await namesOf('municipality=Espoo&municipality=Pori')).toEqual(['Havu Oy', 'Kaarna Oy'])
  expect(await namesOf('industry=62, 63')).toEqual(['Havu Oy', 'Kaarna Oy'])
  expect(await namesOf('region=uusimaa&region=satakunta&size=5-9&size=10-49')).toEqual(['Havu Oy'])
  expect(await namesOf('municipality=')).toHaveLength(3)
  expect(await namesOf('municipality=&size=huge')).toEqual([])
})

test('language, legal form, postcode, source list and owner narrow', async () => {
  const owner = await makeUser('liaison')
  const bark = await makeCompany({
    name: 'Bark Ab',
    language: 'sv',
    form: 'ky',
    postcode: '02150',
    owner_id: owner,
  })
  await makeCompany({ name: 'Muu Oy', form: 'oy', postcode: '33100', owner_id: liaison.viewer.userId })
  const list = await makeSourceList([bark])
  for (const filter of [
    'language=sv',
    'form=ky&form=tmi',
    'postcode=021',
    'postcode=00, 02',
    `list=${list}`,
    `owner=${owner}`,
  ])
    expect(await namesOf(filter), filter).toEqual(['Bark Ab'])
  for (const filter of ['list=x', "owner='"]) expect(await namesOf(filter), filter).toEqual([])
})

test('those who own companies can be chosen, also when they have left', async () => {
  const left = await makeUser('liaison', { name: 'Lauri Lähtenyt', closed_at: new Date() })
  await makeUser('liaison', { name: 'Ilman yrityksiä' })
  await makeCompany({ owner_id: left })
  const { owner } = await listFilterChoices(db)
  expect(owner).toEqual([{ value: left, label: 'Lauri Lähtenyt' }])
})

test('a number or an address is known when a person there has one, until they leave', async () => {
  const kaarna = await makeCompany({ name: 'Kaarna Oy' })
  await makeCompany({ name: 'Havu Oy', phone: '+358401234567', email: 'info@havu.example' })
  expect([await namesOf('phone=yes'), await namesOf('email=no')]).toEqual([['Havu Oy'], ['Kaarna Oy']])
  const contactId = await makeContact(kaarna, { phone: '+358407654321', email: 'k@kaarna.example' })
  expect(await namesOf('phone=no')).toEqual([])
  expect(await namesOf('email=yes')).toEqual(['Havu Oy', 'Kaarna Oy'])
  await db.updateTable('contact').set({ left_at: new Date() }).where('id', '=', contactId).execute()
  expect(await namesOf('email=no')).toEqual(['Kaarna Oy'])
})

test('a group is a parent and those below it', async () => {
  await makeCompany({ name: 'Emo Oy', business_id: '0538134-0' })
  await makeCompany({ name: 'Tytär Oy', parent_business_id: '0538134-0' })
  await makeCompany({ name: 'Yksin Oy', business_id: '0112038-9' })
  expect(await namesOf('group=yes')).toEqual(['Emo Oy', 'Tytär Oy'])
  expect(await namesOf('group=no')).toEqual(['Yksin Oy'])
})

test('who was contacted within months, by any project, is told from who was not', async () => {
  const monthsAgo = (months: number) => new Date(Date.now() - months * 30.5 * 24 * 3_600_000)
  await makeCompany({ name: 'Eilen Oy', last_contact_at: monthsAgo(0.1) })
  await makeCompany({ name: 'Talvella Oy', last_contact_at: monthsAgo(5) })
  await makeCompany({ name: 'Ei koskaan Oy' })
  expect(await namesOf('reached=3')).toEqual(['Eilen Oy'])
  expect(await namesOf('reached=6')).toEqual(['Eilen Oy', 'Talvella Oy'])
  expect(await namesOf('quiet=3')).toEqual(['Ei koskaan Oy', 'Talvella Oy'])
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
  await makeCompany({
    name: 'Kaarna Oy',
    size_band: '5-9',
    growth: 'growing',
    last_contact_at: new Date('2024-01-15'),
  })
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

test('a company that nobody has contacted yet is not quiet for long', async () => {
  await makeCompany({ name: 'Kaarna Oy', size_band: '5-9' })
  expect((await find('')).rows).toMatchObject([{ points: 10, reasons: [{ rule: 'small' }] }])
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
