import { beforeEach, expect, test } from 'vitest'
import { readFilter } from '~/companies/company-filter'
import { filterInWords } from '~/companies/filter-words'
import { action as edit, loader as editPage } from '~/companies/routes/edit-segment'
import { action as save } from '~/companies/routes/new-segment'
import { action as toList, loader as toListPage } from '~/companies/routes/segment-list'
import { action as remove } from '~/companies/routes/segment-removal'
import { action as restore } from '~/companies/routes/segment-restoring'
import { loader as segmentsPage } from '~/companies/routes/segments'
import { db } from '~/platform/db.server'
import { translatorFor } from '~/texts/language.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeSourceList } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeCompany } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

let liaison: SignedIn
let colleague: SignedIn

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison', { name: 'Liisa Linja' })
  colleague = await as('liaison')
})

const saveAs = (who: SignedIn, fields: Record<string, string>) =>
  replyOf(() =>
    save(argsOf(who.post('/segments/new', { name: 'Pienet', filter: 'size=under_50', ...fields }))),
  )

async function segmentsOf(who: SignedIn) {
  const { page } = await segmentsPage(argsOf(who.request('/segments')))
  return page.rows
}

test('a segment is its maker’s own until it is shared, and counts what it leaves today', async () => {
  await makeCompany({ size_band: '5-9' })
  await makeCompany({ size_band: '250+' })
  expect((await saveAs(liaison, {})).status).toBe(303)
  expect(await segmentsOf(liaison)).toMatchObject([{ name: 'Pienet', companies: 1, filter: 'size=under_50' }])
  expect(await segmentsOf(colleague)).toEqual([])
  await saveAs(liaison, { name: 'Yhteinen', shared: 'on' })
  expect(await segmentsOf(colleague)).toMatchObject([{ name: 'Yhteinen', makerName: 'Liisa Linja' }])
})

test('a segment that narrows nothing is refused', async () => {
  for (const filter of ['', 'size=huge', 'page=4'])
    expect(await saveAs(liaison, { filter })).toMatchObject({
      status: 422,
      data: { form: { error: { filter: ['prospects:segment.nothing_narrowed'] } } },
    })
})

test('only its maker changes or removes a segment, and a removed one can be brought back', async () => {
  await saveAs(liaison, { shared: 'on' })
  const [segment] = await segmentsOf(liaison)
  const params = { segmentId: segment?.id ?? '' }
  const change = (who: SignedIn, version = 1) =>
    statusOf(() =>
      edit(argsOf(who.post('/', { name: 'Uusi nimi', filter: 'growth=growing', version }), params)),
    )
  expect(await statusOf(() => editPage(argsOf(colleague.request('/'), params)))).toBe(404)
  expect(await change(colleague)).toBe(404)
  expect(await change(liaison)).toBe(303)
  expect(await change(liaison)).toBe(409)
  expect(await segmentsOf(colleague)).toEqual([])

  expect(await statusOf(() => remove(argsOf(colleague.post('/'), params)))).toBe(404)
  expect(await statusOf(() => remove(argsOf(liaison.post('/'), params)))).toBe(303)
  expect(await segmentsOf(liaison)).toEqual([])
  expect(await statusOf(() => restore(argsOf(colleague.post('/'), params)))).toBe(404)
  expect(await statusOf(() => restore(argsOf(liaison.post('/'), params)))).toBe(303)
  expect(await segmentsOf(liaison)).toMatchObject([{ name: 'Uusi nimi', filter: 'growth=growing' }])
})

test('a source list of a segment keeps by what it was chosen, from which segment and who made it', async () => {
  const kaarna = await makeCompany({ size_band: '5-9', description: 'pilvi' })
  await makeCompany({ size_band: '5-9' })
  await saveAs(liaison, { filter: 'q=pilvi&size=under_50', shared: 'on' })
  const [segment] = await segmentsOf(colleague)
  const params = { segmentId: segment?.id ?? '' }
  const reply = await replyOf(() => toList(argsOf(colleague.post('/', { name: 'Pilvi' }), params)))
  expect(reply.status).toBe(303)

  const made = await db.selectFrom('source_list').selectAll().executeTakeFirstOrThrow()
  expect(made).toMatchObject({
    name: 'Pilvi',
    provider: 'own_crm',
    criteria: 'Pienet: ”pilvi” · Henkilöstö: alle 50',
    keywords: ['pilvi'],
    segment_id: segment?.id,
    created_by: colleague.viewer.userId,
  })
  expect(
    await db.selectFrom('source_list_company').select(['company_id', 'matched_keywords']).execute(),
  ).toEqual([{ company_id: kaarna, matched_keywords: ['pilvi'] }])
})

test('a segment names the lists and people that it means, and its parts stay apart', async () => {
  const list = await makeSourceList([await makeCompany({ municipality: 'Espoo' })])
  const filter = `municipality=Espoo&municipality=Pori&list=${list}&owner=none`
  await saveAs(liaison, { filter })
  const { page, names } = await segmentsPage(argsOf(liaison.request('/segments')))
  expect(page.rows).toMatchObject([{ companies: 1, filter }])
  expect(names).toEqual({ [list]: 'Vainu-haku, pilvi' })
  expect(filterInWords(translatorFor('fi'), readFilter(filter), names)).toBe(
    'Kunta: Espoo, Pori · Lähdelistalla: Vainu-haku, pilvi · Vastuuhenkilö: Ei kukaan',
  )
})

test('a segment that leaves no company makes no list', async () => {
  await saveAs(liaison, {})
  const [segment] = await segmentsOf(liaison)
  const params = { segmentId: segment?.id ?? '' }
  expect(await statusOf(() => toList(argsOf(liaison.post('/', { name: 'Tyhjä' }), params)))).toBe(409)
  expect(await db.selectFrom('source_list').select('id').execute()).toEqual([])
})

test('another’s private segment makes no list', async () => {
  await saveAs(liaison, {})
  const [segment] = await segmentsOf(liaison)
  const params = { segmentId: segment?.id ?? '' }
  expect(await statusOf(() => toListPage(argsOf(colleague.request('/'), params)))).toBe(404)
})
