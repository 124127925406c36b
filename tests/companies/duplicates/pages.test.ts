import { beforeEach, expect, test } from 'vitest'
import { findDuplicates } from '~/companies/duplicates/duplicate-search.server'
import { loader as companyPage } from '~/companies/routes/company'
import { loader as mergePage } from '~/companies/routes/company-merge'
import { action as chooseOther } from '~/companies/routes/company-merge-choice'
import { action as undo } from '~/companies/routes/company-merge-undo'
import { action as dismiss } from '~/companies/routes/duplicate-dismissal'
import { action as merge, loader as pairPage } from '~/companies/routes/duplicate-pair'
import { action as reopen } from '~/companies/routes/duplicate-reopening'
import { loader as list } from '~/companies/routes/duplicates'
import { action as known } from '~/companies/routes/known-companies'
import { action as add } from '~/companies/routes/new-company'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../../support/as'
import { clearDatabase } from '../../support/database'
import { makeCompany, makeContact } from '../../support/factories'
import { replyOf, statusOf } from '../../support/reply'

let liaison: SignedIn

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
})

const written = { name: 'Kaarna Oy', language: 'fi', category: 'other', municipality: 'Espoo' }
const addAs = (fields: object = {}) =>
  replyOf(() => add(argsOf(liaison.post('/companies/new', { ...written, ...fields }))))
const openPairs = async () => (await list(argsOf(liaison.request('/companies/duplicates')))).page.rows

async function pairOfCompanies() {
  await addAs()
  await addAs({ name: 'Kaarna Ab', isNew: 'on' })
  await findDuplicates()
  const [pair] = await openPairs()
  if (!pair) throw new Error('no pair was found')
  return { firstId: pair.firstId, secondId: pair.secondId }
}

test('whoever adds a company like a known one is asked first, and may go on', async () => {
  expect((await addAs()).status).toBe(303)
  expect(await addAs({ name: 'Oy KAARNA Ab' })).toMatchObject({
    status: 409,
    data: { known: [{ name: 'Kaarna Oy', reasons: ['same_name', 'place'] }] },
  })
  expect((await addAs({ name: 'Oy KAARNA Ab', isNew: 'on' })).status).toBe(303)
})

test('known companies appear while one types, from what has been typed so far', async () => {
  await makeCompany({ name: 'Kaarnan Leipomo Oy', phone: '+358401234567' })
  const suggest = async (fields: object) => {
    const response = await known(argsOf(liaison.post('/companies/known', { ...fields })))
    return ((await response.json()) as { known: { name: string; reasons: string[] }[] }).known
  }
  expect(await suggest({ name: 'Ka' })).toEqual([])
  expect(await suggest({ name: 'Kaarna leipomo' })).toMatchObject([{ reasons: ['similar_name'] }])
  expect(await suggest({ name: 'Jokin', phone: '040 123 4567' })).toMatchObject([{ reasons: ['phone'] }])
  expect(await suggest({ name: 'Jokin', phone: 'ei num' })).toEqual([])
})

test('a pair is compared, merged with what was chosen, and the old address leads on', async () => {
  const ids = await pairOfCompanies()
  await makeContact(ids.secondId)
  const page = await pairPage(argsOf(liaison.request('/'), ids))
  expect(page).toMatchObject({
    pair: { reasons: ['same_name', 'place'] },
    belongings: [{ what: 'contact', count: 1 }],
  })

  const fields = { name: 'removed', keptVersion: 1, removedVersion: 1 }
  const reply = await replyOf(() => merge(argsOf(liaison.post('/', fields), ids)))
  expect(reply.status).toBe(303)
  expect(await openPairs()).toEqual([])
  const { company, contacts } = await companyPage(argsOf(liaison.request('/'), { companyId: ids.firstId }))
  expect([company.name, contacts.length]).toEqual(['Kaarna Ab', 1])

  const moved = await replyOf(() => companyPage(argsOf(liaison.request('/'), { companyId: ids.secondId })))
  expect([moved.status, moved.location]).toEqual([302, `/companies/${ids.firstId}`])
})

test('a merge is undone from its own page, which says that all went back', async () => {
  const ids = await pairOfCompanies()
  await replyOf(() => merge(argsOf(liaison.post('/', { keptVersion: 1, removedVersion: 1 }), ids)))
  const { id: mergeId } = await db.selectFrom('company_merge').select('id').executeTakeFirstOrThrow()
  const linked = async () => [
    (await companyPage(argsOf(liaison.request('/'), { companyId: ids.firstId }))).merges,
    (await list(argsOf(liaison.request('/companies/duplicates')))).merges,
  ]
  const line = { id: mergeId, keptId: ids.firstId, removedName: 'Kaarna Ab' }
  expect(await linked()).toMatchObject([[line], [line]])
  expect(await statusOf(() => undo(argsOf(liaison.post('/'), { mergeId })))).toBe(303)
  expect(await linked()).toEqual([[], []])
  const page = await mergePage(argsOf(liaison.request('/'), { mergeId }))
  expect(page.merge.leftAlone).toEqual({ fields: [], rows: 0 })
  expect(await statusOf(() => undo(argsOf(liaison.post('/'), { mergeId })))).toBe(409)
  await companyPage(argsOf(liaison.request('/'), { companyId: ids.secondId }))
})

test('two people who decide on the same pair do not both merge it', async () => {
  const ids = await pairOfCompanies()
  const send = (removedVersion: number) =>
    statusOf(() => merge(argsOf(liaison.post('/', { keptVersion: 1, removedVersion }), ids)))
  expect(await send(2)).toBe(409)
  expect(await send(1)).toBe(303)
  expect(await send(1)).toBe(404)
})

test('"not the same" takes a pair from the list, and can be taken back', async () => {
  const ids = await pairOfCompanies()
  expect(await statusOf(() => dismiss(argsOf(liaison.post('/'), ids)))).toBe(303)
  expect(await openPairs()).toEqual([])
  expect(await statusOf(() => reopen(argsOf(liaison.post('/'), ids)))).toBe(303)
  expect(await openPairs()).toHaveLength(1)
})

test('any two companies can be compared, but none with itself', async () => {
  const companyId = await makeCompany({ name: 'Kaarna Oy' })
  const otherId = await makeCompany({ name: 'Virta Oy' })
  const choose = (company: string) =>
    replyOf(() => chooseOther(argsOf(liaison.post('/', { company }), { companyId })))
  expect((await choose('Virta Oy')).location).toBe(`/companies/duplicates/${companyId}/${otherId}`)
  expect((await choose('Kaarna Oy')).status).toBe(422)
  expect(
    await statusOf(() => pairPage(argsOf(liaison.request('/'), { firstId: companyId, secondId: companyId }))),
  ).toBe(404)
})

test.each(['coordinator', 'project_manager'] as const)(
  'a %s reads the pairs and decides nothing',
  async (role) => {
    const ids = await pairOfCompanies()
    const reader = await as(role)
    expect((await list(argsOf(reader.request('/companies/duplicates')))).mayWrite).toBe(false)
    expect(
      await statusOf(() => merge(argsOf(reader.post('/', { keptVersion: 1, removedVersion: 1 }), ids))),
    ).toBe(403)
    expect(await statusOf(() => dismiss(argsOf(reader.post('/'), ids)))).toBe(403)
  },
)
