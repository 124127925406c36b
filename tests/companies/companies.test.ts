import { beforeEach, expect, test } from 'vitest'
import { readCompanyList } from '~/companies/company-filter'
import { listCompanies, listMunicipalities } from '~/companies/company-list.server'
import { loader as companiesPage } from '~/companies/routes/companies'
import { loader as companyPage } from '~/companies/routes/company'
import { action as leave } from '~/companies/routes/contact-leaving'
import { action as edit } from '~/companies/routes/edit-company'
import { action as add } from '~/companies/routes/new-company'
import { action as addContact } from '~/companies/routes/new-contact'
import { db } from '~/platform/db.server'
import { as, type SignedIn } from '../support/as'
import { clearDatabase } from '../support/database'
import { makeCandidate, makeCompany, makeContact } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

let liaison: SignedIn
const context = {} as never

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
})

async function namesAt(address: string) {
  const list = readCompanyList(`http://x/companies${address}`)
  const { rows, total } = await listCompanies(db, liaison.viewer, list)
  expect(total).toBe(rows.length)
  return rows.map(({ name }) => name)
}

test('companies are found by any part of the name, and by the business ID however written', async () => {
  await makeCompany({ name: 'Äänekosken Sähkö Oy', business_id: '0538134-0' })
  await makeCompany({ name: '100 % Ilo Oy' })
  expect(await namesAt('?q=SÄHKÖ')).toEqual(['Äänekosken Sähkö Oy'])
  expect(await namesAt('?q=FI05381340')).toEqual(['Äänekosken Sähkö Oy'])
  expect(await namesAt('?q=0%20%25')).toEqual(['100 % Ilo Oy'])
  expect(await namesAt('?q=%25%25')).toEqual([])
})

test('the list sorts as Finnish does, and filters by what the address says', async () => {
  await makeCompany({ name: 'Öljy Oy', municipality: 'Pori', category: 'ict' })
  await makeCompany({ name: 'Zeta Oy', municipality: 'Espoo' })
  await makeCompany({ name: 'Ääni Oy', municipality: 'Pori' })
  expect(await namesAt('')).toEqual(['Zeta Oy', 'Ääni Oy', 'Öljy Oy'])
  expect(await namesAt('?sort=municipality&dir=desc')).toEqual(['Öljy Oy', 'Ääni Oy', 'Zeta Oy'])
  expect(await namesAt('?municipality=Pori&category=ict')).toEqual(['Öljy Oy'])
  expect(await listMunicipalities(db)).toEqual(['Espoo', 'Pori'])
})

const filled = {
  name: 'Virta Oy',
  businessId: 'FI05381340',
  category: 'ict',
  language: 'fi',
  phone: '040 1234567',
}
const addAs = (who: SignedIn, fields: object = {}) =>
  replyOf(() => add({ request: who.post('/companies/new', { ...filled, ...fields }), params: {}, context }))

test('a company is added in the register’s spelling, and only once', async () => {
  expect((await addAs(liaison)).status).toBe(303)
  expect(await addAs(liaison, { name: 'Virta toisin' })).toMatchObject({
    status: 422,
    data: { form: { error: { businessId: ['companies:error.business_id_taken'] } } },
  })
  expect(await db.selectFrom('company').select(['business_id', 'phone']).execute()).toEqual([
    { business_id: '0538134-0', phone: '+358401234567' },
  ])
})

test('wrong values come back at their fields', async () => {
  const reply = await addAs(liaison, {
    businessId: '0538134-1',
    phone: 'ei ole',
    website: 'ei ole',
    postcode: '1',
  })
  expect(reply).toMatchObject({
    status: 422,
    data: {
      form: {
        error: {
          businessId: ['errors:business_id'],
          phone: ['errors:phone'],
          website: ['errors:url'],
          postcode: ['companies:error.postcode'],
        },
      },
    },
  })
})

test('two people editing the same company do not overwrite each other', async () => {
  const companyId = await makeCompany({ name: 'Virta Oy' })
  const save = (name: string) =>
    statusOf(() =>
      edit({
        request: liaison.post('/', { ...filled, name, businessId: '', version: 1 }),
        params: { companyId },
        context,
      }),
    )
  expect(await save('Ensimmäinen Oy')).toBe(303)
  expect(await save('Toinen Oy')).toBe(409)
  expect(await db.selectFrom('company').select('name').execute()).toEqual([{ name: 'Ensimmäinen Oy' }])
})

test('a business ID that becomes known and is another company’s leads to making the two one', async () => {
  const companyId = await makeCompany({ name: 'Virta' })
  const holder = await makeCompany({ name: 'Virta Oy', business_id: '0538134-0' })
  const request = liaison.post('/', { ...filled, version: 1 })
  expect(await replyOf(() => edit({ request, params: { companyId }, context }))).toMatchObject({
    status: 422,
    data: { holder: { id: holder, name: 'Virta Oy' } },
  })
})

test('a contact who leaves stays in the history, through their own company only', async () => {
  const companyId = await makeCompany()
  const contactId = await makeContact(companyId)
  const leaveVia = (companyId: string) =>
    statusOf(() =>
      leave({ request: liaison.post('/', { version: 1 }), params: { companyId, contactId }, context }),
    )
  expect(await leaveVia(await makeCompany())).toBe(404)
  expect(await leaveVia(companyId)).toBe(303)
  const { contacts } = await companyPage({ request: liaison.request('/'), params: { companyId }, context })
  expect(contacts).toMatchObject([{ id: contactId, leftAt: expect.any(Date) }])
})

test('a contact from one’s own network is known by that person', async () => {
  const companyId = await makeCompany()
  const request = liaison.post('/', {
    name: 'Aino Aalto',
    email: 'AINO@virta.example',
    source: 'personal_network',
  })
  await replyOf(() => addContact({ request, params: { companyId }, context }))
  const known = await db
    .selectFrom('acquaintance')
    .innerJoin('contact', 'contact.id', 'acquaintance.contact_id')
    .select(['contact.email', 'acquaintance.user_id'])
    .execute()
  expect(known).toEqual([{ email: 'aino@virta.example', user_id: liaison.viewer.userId }])
})

test('the company page names candidates by number only, and to nobody but those who present them', async () => {
  const companyId = await makeCompany()
  const candidate = await makeCandidate({ name: 'Oona Testaaja' })
  await db
    .insertInto('placement')
    .values({
      candidate_id: candidate,
      company_id: companyId,
      form: 'work_trial',
      employer_of_record: 'Kaupunki',
      title: 'Testaaja',
      starts_on: '2026-03-01',
      ends_on: '2026-05-01',
    })
    .execute()
  const pageFor = async (who: SignedIn) =>
    JSON.stringify(await companyPage({ request: who.request('/'), params: { companyId }, context }))
  expect(await pageFor(liaison)).toMatch(/"candidateNumber":"K-\d+"/)
  expect(await pageFor(liaison)).not.toContain('Oona')
  expect(await pageFor(await as('administrator'))).toContain('"placements":null')
})

test.each(['caller', 'employer', 'mentor'] as const)('a %s sees no companies', async (role) => {
  const companyId = await makeCompany()
  const { request } = await as(role)
  expect(await statusOf(() => companiesPage({ request: request('/'), params: {}, context }))).toBe(403)
  expect(await statusOf(() => companyPage({ request: request('/'), params: { companyId }, context }))).toBe(
    403,
  )
})
