import { beforeAll, expect, test } from 'vitest'
import { loadDemo } from '~/demo/load-demo.server'
import { db } from '~/platform/db.server'
import { action as answer } from '~/portal/routes/answer'
import { loader as events } from '~/portal/routes/profile-events'
import { action as reasons } from '~/portal/routes/reasons'
import { argsOf, post, request } from '../support/as'
import { demoAccount } from '../support/demo-account'
import { statusOf } from '../support/reply'
import { bringVocabulary } from '../support/vocabulary'
import { open, routeAt, walk } from './walk'

let employer: Awaited<ReturnType<typeof demoAccount>>

beforeAll(async () => {
  await bringVocabulary()
  await loadDemo(db)
  employer = await demoAccount('employer')
}, 180_000)

const someoneElses = () =>
  db.selectFrom('presentation').select('id').where('contact_id', '!=', employer.contactId).execute()

test('4: somebody else’s presentation and one that never was are the same answer at every address', async () => {
  const others = await someoneElses()
  expect(others.length).toBeGreaterThan(5)
  for (const url of [
    '/portal/:presentationId',
    '/portal/:presentationId/answer',
    '/portal/:presentationId/reasons',
    '/portal/:presentationId/cv',
  ]) {
    const route = routeAt(url)
    const at = (id: string) => open(route, url.replace(':presentationId', id), employer.cookie)
    const { address: _, ...nothing } = await at(crypto.randomUUID())
    for (const { id } of others) {
      const { address, ...answered } = await at(id)
      expect(answered, address).toEqual(nothing)
      expect(answered.status, address).toBe(404)
    }
  }
})

test('4: nor can it be answered, explained or watched', async () => {
  for (const { id } of (await someoneElses()).slice(0, 5)) {
    const params = { presentationId: id }
    const sent = (fields: Record<string, string>) => argsOf(post('/', fields, employer.cookie), params)
    expect(await statusOf(() => answer(sent({ answer: 'interested' })))).toBe(404)
    expect(await statusOf(() => reasons(sent({ comment: 'Kuka?' })))).toBe(404)
    const watched = request('/', { headers: { Cookie: employer.cookie } })
    expect(await statusOf(() => events(argsOf(watched, params)))).toBe(404)
  }
})

test('4: no candidate’s address, search or suggestion answers an employer', async () => {
  const [candidate] = await db.selectFrom('candidate').select('id').limit(1).execute()
  for (const [url, address] of [
    ['/candidates', '/candidates?q=a'],
    ['/candidates/suggestions', '/candidates/suggestions?q=K-1'],
    ['/candidates/:candidateId', `/candidates/${candidate?.id}`],
    ['/search', '/search?q=K-1'],
    ['/companies/suggestions', '/companies/suggestions?q=oy'],
    ['/skills/suggestions', '/skills/suggestions?q=power'],
    ['/presentations', '/presentations'],
  ] as const) {
    expect((await open(routeAt(url), address, employer.cookie)).status, address).toBe(403)
  }
})

test('4: everything an employer can open names no candidate, by number or by name', async () => {
  const people = await db.selectFrom('candidate').select(['id', 'name', 'number']).execute()
  const signs = people.flatMap(({ id, name, number }) => [id, name, number])
  const answers = await walk(employer, 60)
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(5)
  const told = answers.filter(
    ({ address, text }) =>
      // A CV shared by name has the name in it: that is what was consented to.
      !address.endsWith('/cv') && signs.some((sign) => text.includes(sign)),
  )
  expect(told.map(({ address }) => address)).toEqual([])
}, 180_000)
