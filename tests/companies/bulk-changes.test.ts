import { beforeEach, expect, test } from 'vitest'
import { loader as ownActs } from '~/companies/routes/bulk-changes'
import { action as list, loader as listPage } from '~/companies/routes/bulk-list'
import { action as own } from '~/companies/routes/bulk-owner'
import { action as tag } from '~/companies/routes/bulk-tag'
import { action as undo } from '~/companies/routes/bulk-undo'
import { loader as companiesPage } from '~/companies/routes/companies'
import { action as renameTag } from '~/companies/routes/edit-tag'
import { action as saveSegmentAs } from '~/companies/routes/new-segment'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeSourceList } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeCompany, makeUser } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

let liaison: SignedIn
let kaarna: string
let havu: string

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
  kaarna = await makeCompany({ name: 'Kaarna Oy', municipality: 'Espoo' })
  havu = await makeCompany({ name: 'Havu Oy', municipality: 'Pori' })
})

const listed = () => db.selectFrom('source_list_company').select('company_id').orderBy('company_id').execute()
const owners = () => db.selectFrom('company').select(['name', 'owner_id']).orderBy('name').execute()
const linesOf = async (companyId: string) => {
  const lines = await db.selectFrom('activity').select('action').where('company_id', '=', companyId).execute()
  return lines.map(({ action }) => action)
}
const undoLast = async (who = liaison) => {
  const { id } = await db.selectFrom('bulk_change').select('id').executeTakeFirstOrThrow()
  return statusOf(() => undo(argsOf(who.post('/'), { bulkChangeId: id })))
}

test('chosen companies are put on a list, each with its line, and taken off again', async () => {
  const sourceListId = await makeSourceList([havu])
  const reply = await statusOf(() =>
    list(argsOf(liaison.post('/companies/bulk/list', { companyIds: [kaarna, havu], sourceListId }))),
  )
  expect(reply).toBe(303)
  expect(await listed()).toHaveLength(2)
  expect(await linesOf(kaarna)).toEqual(['company_listed'])
  expect(await linesOf(havu)).toEqual([])

  expect(await undoLast()).toBe(303)
  expect(await listed()).toEqual([{ company_id: havu }])
  expect(await linesOf(kaarna)).toEqual(['company_listed', 'bulk_change_undone'])
  expect(await undoLast()).toBe(409)
})

test('all that match the filter are meant, and no others', async () => {
  const sourceListId = await makeSourceList([])
  const url = '/companies/bulk/list?scope=all&filter=municipality%3DEspoo'
  const { choice } = await listPage(argsOf(liaison.request(url)))
  expect(choice.counted).toEqual({ count: 1, capped: false })
  await list(argsOf(liaison.post('/', { scope: 'all', filter: 'municipality=Espoo', sourceListId })))
  expect(await listed()).toEqual([{ company_id: kaarna }])
})

test('an owner is given and taken back, but not from a company that was given to another since', async () => {
  const [matti, liisa] = [await makeUser('liaison'), await makeUser('liaison')]
  await db.updateTable('company').set({ owner_id: liisa }).where('id', '=', havu).execute()
  await own(argsOf(liaison.post('/', { companyIds: [kaarna, havu], ownerId: matti })))
  expect(await owners()).toEqual([
    { name: 'Havu Oy', owner_id: matti },
    { name: 'Kaarna Oy', owner_id: matti },
  ])
  await db.updateTable('company').set({ owner_id: liaison.viewer.userId }).where('id', '=', kaarna).execute()
  expect(await undoLast()).toBe(303)
  expect(await owners()).toEqual([
    { name: 'Havu Oy', owner_id: liisa },
    { name: 'Kaarna Oy', owner_id: liaison.viewer.userId },
  ])
})

test('a tag is given to all that match and taken from some, and each is undone where it was new', async () => {
  const { id: tagId } = await db
    .insertInto('tag')
    .values({ name: 'Kesätyö' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('company_tag').values({ tag_id: tagId, company_id: havu }).execute()
  const tagged = async () => {
    const rows = await db.selectFrom('company_tag').select('company_id as id').execute()
    return rows.map(({ id }) => id).sort()
  }
  const { location } = await replyOf(() => tag(argsOf(liaison.post('/', { scope: 'all', tagId }))))
  expect(location).toBe('/companies?')
  expect(await tagged()).toEqual([kaarna, havu].sort())
  expect(await linesOf(kaarna)).toEqual(['company_tagged'])
  expect(await linesOf(havu)).toEqual([])
  expect(await undoLast()).toBe(303)
  expect(await tagged()).toEqual([havu])

  await db.deleteFrom('bulk_change').execute()
  await tag(argsOf(liaison.post('/', { companyIds: [kaarna, havu], tagId, change: 'remove' })))
  expect(await tagged()).toEqual([])
  expect(await undoLast()).toBe(303)
  expect(await tagged()).toEqual([havu])
})

test('the list is narrowed by a tag, and a segment follows when the tag gets another name', async () => {
  const { id: tagId } = await db
    .insertInto('tag')
    .values({ name: 'Kesätyö' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tag(argsOf(liaison.post('/', { companyIds: [kaarna], tagId })))
  await saveSegmentAs(argsOf(liaison.post('/', { name: 'Kesä', filter: 'tag=kes%C3%A4ty%C3%B6&size=1-4' })))
  const { page } = await companiesPage(argsOf(liaison.request('/companies?tag=Kes%C3%A4ty%C3%B6')))
  expect(page.rows.map(({ name }) => name)).toEqual(['Kaarna Oy'])

  await renameTag(argsOf(liaison.post('/', { name: 'Talvityö', tone: 'plain', version: 1 }), { tagId }))
  const { filter } = await db.selectFrom('segment').select('filter').executeTakeFirstOrThrow()
  expect(new URLSearchParams((filter as { address: string }).address).get('tag')).toBe('Talvityö')
})

test('one finds one’s own acts again, what they were, for how many, and whether they were undone', async () => {
  const sourceListId = await makeSourceList([])
  await list(argsOf(liaison.post('/', { companyIds: [kaarna, havu], sourceListId })))
  await own(argsOf(liaison.post('/', { companyIds: [kaarna], ownerId: liaison.viewer.userId })))
  await own(argsOf(liaison.post('/', { companyIds: [kaarna], ownerId: 'nobody' })))
  const acts = async (who = liaison) => (await ownActs(argsOf(who.request('/companies/bulk')))).page.rows
  const [none, given, listedOn] = await acts()
  expect(none).toMatchObject({ kind: 'owner', target: null, companies: 1, undoneAt: null })
  expect(given).toMatchObject({ kind: 'owner', target: liaison.viewer.name, companies: 1 })
  expect(listedOn).toMatchObject({ kind: 'listed', target: 'Vainu-haku, pilvi', companies: 2, sourceListId })
  const undone = await replyOf(() => undo(argsOf(liaison.post('/'), { bulkChangeId: listedOn?.id ?? '' })))
  expect(undone).toMatchObject({ status: 303, location: '/companies/bulk' })
  expect((await acts())[2]?.undoneAt).toBeInstanceOf(Date)
  expect(await acts(await as('liaison'))).toEqual([])
})

test.each(['owner=xyz', 'stage=bogus', 'list=notauuid', 'municipality=Espoo&size=huge', 'gone=owner'])(
  'a filter that is no more, %s, leaves no company and nothing to change',
  async (filter) => {
    const { page, list: read } = await companiesPage(argsOf(liaison.request(`/companies?${filter}`)))
    expect(page).toMatchObject({ rows: [], total: 0 })
    expect(read.filters.gone).toHaveLength(1)
    const all = { scope: 'all', filter, ownerId: liaison.viewer.userId }
    expect(await statusOf(() => own(argsOf(liaison.post('/', all))))).toBe(422)
    expect((await owners()).map((company) => company.owner_id)).toEqual([null, null])
  },
)

test('one known value of a filter is enough', async () => {
  const { page } = await companiesPage(argsOf(liaison.request('/companies?owner=xyz&owner=none&size=')))
  expect(page.total).toBe(2)
})

test('with nothing chosen the way to an act leads back to the list', async () => {
  const open = () => listPage(argsOf(liaison.request('/companies/bulk/list?filter=municipality%3DEspoo')))
  expect(await replyOf(open)).toMatchObject({ status: 303, location: '/companies?municipality=Espoo' })
})

test('nothing chosen is refused at the form', async () => {
  expect(await replyOf(() => own(argsOf(liaison.post('/', { ownerId: 'nobody' }))))).toMatchObject({
    status: 422,
    data: { form: { error: { companyIds: ['prospects:bulk.nothing_chosen'] } } },
  })
})

test('one’s own act only can be undone, and only by those who may change companies', async () => {
  await own(argsOf(liaison.post('/', { companyIds: [kaarna], ownerId: liaison.viewer.userId })))
  expect(await undoLast(await as('liaison'))).toBe(404)
  expect(await undoLast(await as('coordinator'))).toBe(403)
})
