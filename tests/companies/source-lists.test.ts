import { beforeEach, expect, test } from 'vitest'
import { action as addToList } from '~/companies/routes/new-listed-company'
import { action as addList } from '~/companies/routes/new-source-list'
import { loader as listPage } from '~/companies/routes/source-list'
import { db } from '~/platform/db.server'
import { as, type SignedIn } from '../support/as'
import { clearDatabase } from '../support/database'
import { makeCompany } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

let liaison: SignedIn
const context = {} as never

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
})

async function makeList(): Promise<string> {
  const request = liaison.post('/source-lists/new', {
    name: 'Oma rekisteri',
    provider: 'own_crm',
    criteria: 'Mukana aiemmassa hankkeessa',
    keywords: 'DevOps, RPA; devops',
  })
  const { location } = await replyOf(() => addList({ request, params: {}, context }))
  return location?.split('/').at(-1) ?? ''
}

test('a list says where it came from and by what it was chosen', async () => {
  const sourceListId = await makeList()
  const { sourceList } = await listPage({ request: liaison.request('/'), params: { sourceListId }, context })
  expect(sourceList).toMatchObject({
    provider: 'own_crm',
    criteria: 'Mukana aiemmassa hankkeessa',
    keywords: ['devops', 'rpa'],
    authorName: liaison.viewer.name,
    companies: 0,
  })
})

test('a company is put on a list once, by its ID however written', async () => {
  await makeCompany({ name: 'Virta Oy', business_id: '0538134-0' })
  const sourceListId = await makeList()
  const put = (company: string) =>
    statusOf(() => addToList({ request: liaison.post('/', { company }), params: { sourceListId }, context }))
  expect(await put('FI05381340')).toBe(303)
  expect(await put('Virta Oy (0538134-0)')).toBe(422)
  expect(await put('Valo Oy')).toBe(422)
  const { page } = await listPage({ request: liaison.request('/?q=virt'), params: { sourceListId }, context })
  expect(page).toMatchObject({ total: 1, rows: [{ name: 'Virta Oy', earlierProject: false }] })
})

test('a project manager reads lists but makes none', async () => {
  const sourceListId = await makeList()
  const manager = await as('project_manager')
  const make = () =>
    addList({ request: manager.post('/', { name: 'x', provider: 'other' }), params: {}, context })
  expect(await statusOf(make)).toBe(403)
  const { mayImport } = await listPage({ request: manager.request('/'), params: { sourceListId }, context })
  expect(mayImport).toBe(false)
  expect(await db.selectFrom('source_list').select('id').execute()).toHaveLength(1)
})
