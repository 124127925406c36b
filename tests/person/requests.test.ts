import { beforeEach, expect, test } from 'vitest'
import { requestStanding } from '~/person/request'
import { action as askOwn } from '~/person/routes/own-request-new'
import { loader as ownRequests } from '~/person/routes/own-requests'
import { action as answer, loader as requestPage } from '~/person/routes/request'
import { action as extend } from '~/person/routes/request-extension'
import { action as record } from '~/person/routes/request-new'
import { loader as requests } from '~/person/routes/requests'
import { plusMonths, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { clearDatabase } from '../support/database'
import { makeCandidate } from '../support/factories'
import { statusOf } from '../support/reply'

let coach: SignedIn
let candidateId: string
let person: SignedIn

beforeEach(async () => {
  await clearDatabase()
  coach = await as('coordinator')
  candidateId = await makeCandidate({ coach_id: coach.viewer.userId })
  person = await as('person', { candidateId })
})

const only = async () => (await db.selectFrom('person_request').selectAll().executeTakeFirstOrThrow()).id

test('a request from the own page is answered within a month, on the coach’s and the administrator’s list', async () => {
  expect(await statusOf(() => askOwn(argsOf(person.post('/', { kind: 'correction' }))))).toBe(422)
  const words = 'Voin työskennellä myös Vantaalla.'
  expect(await statusOf(() => askOwn(argsOf(person.post('/', { kind: 'correction', words }))))).toBe(303)

  const due = plusMonths(today(), 1)
  const administrator = await as('administrator')
  for (const reader of [coach, administrator]) {
    const page = await requests(argsOf(reader.request('/requests')))
    expect(page.requests).toMatchObject([{ dueOn: due, standing: 'open' }])
  }
  const ofAdministrator = await requests(argsOf(administrator.request('/requests')))
  expect(JSON.stringify(ofAdministrator)).not.toContain('Oona')
  const other = await as('coordinator')
  expect((await requests(argsOf(other.request('/requests')))).requests).toEqual([])
  expect(
    await statusOf(async () => requestPage(argsOf(other.request('/'), { requestId: await only() }))),
  ).toBe(404)
})

test('the answer reaches the person, once', async () => {
  await askOwn(argsOf(person.post('/', { kind: 'copy' })))
  const requestId = await only()
  const fields = { outcome: 'done', answer: 'Voit ladata tiedot omalta sivultasi.' }
  expect(await statusOf(() => answer(argsOf(coach.post('/', fields), { requestId })))).toBe(303)
  const again = { ...fields, answer: 'Toinen vastaus' }
  expect(await statusOf(() => answer(argsOf(coach.post('/', again), { requestId })))).toBe(409)
  expect((await ownRequests(argsOf(person.request('/')))).requests).toMatchObject([fields])
})

test('more time is taken with a reason, and never past three months from the arrival', async () => {
  const receivedOn = today()
  await record(argsOf(coach.post('/', { kind: 'copy', how: 'letter', receivedOn }), { candidateId }))
  const requestId = await only()
  const until = (day: string) =>
    statusOf(() => extend(argsOf(coach.post('/', { until: day, reason: 'Paljon papereita' }), { requestId })))
  expect(await until(plusMonths(receivedOn, 4))).toBe(409)
  expect(await until(receivedOn)).toBe(409)
  expect(await until(plusMonths(receivedOn, 2))).toBe(303)
  expect((await requests(argsOf(coach.request('/')))).requests).toMatchObject([
    { standing: 'extended', dueOn: plusMonths(receivedOn, 2) },
  ])
})

test('a request is overdue the day after its last one', () => {
  const open = { answeredAt: null, dueOn: '2026-03-31', extendedUntil: null }
  expect(requestStanding(open, '2026-03-31')).toBe('open')
  expect(requestStanding(open, '2026-04-01')).toBe('overdue')
  expect(requestStanding({ ...open, extendedUntil: '2026-05-31' }, '2026-04-01')).toBe('extended')
  expect(requestStanding({ ...open, answeredAt: new Date() }, '2026-06-01')).toBe('answered')
})
