import { beforeAll, expect, test } from 'vitest'
import { action as withdraw } from '~/candidates/routes/consent-withdrawal'
import { action as withdrawOwn } from '~/person/routes/consent-withdrawal'
import { db } from '~/platform/db.server'
import { loader as cv } from '~/portal/routes/cv'
import { loader as profile } from '~/portal/routes/profile'
import { employerOf, makeScene, present, type Scene } from '../presentations/presenting-scene'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeCompany, makeConsent } from '../support/factories'
import { statusOf } from '../support/reply'
import { bringVocabulary } from '../support/vocabulary'

let liaison: SignedIn
let coordinator: SignedIn
beforeAll(async () => {
  await bringVocabulary()
  ;[liaison, coordinator] = [await as('liaison'), await as('coordinator')]
})

const sent = async (scene: Scene, fields: Record<string, string> = {}) =>
  (await present(liaison, scene, fields)).status
const shownNow = () =>
  db
    .selectFrom('presentation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()

test.each([
  ['nobody has asked', {}],
  ['the person said no', { answer: 'refused', expires_on: null }],
  ['it was taken back', { withdrawn_at: new Date() }],
  ['it has ended', { answered_on: '2025-01-01', expires_on: '2025-06-30' }],
  ['a newer answer replaced it', { superseded_at: new Date() }],
  ['it was about another tier', { tier: 'T4', company_id: null }],
  ['it was about another company', { company_id: 'another' }],
])('1: nothing is sent when %s', async (_words, given: Record<string, unknown>) => {
  const scene = await makeScene({ consent: false })
  const company = given.company_id === 'another' ? await makeCompany() : scene.companyId
  const values = { ...given, ...(given.company_id === 'another' && { company_id: company }) }
  if (Object.keys(given).length > 0) await makeConsent(scene.candidateId, { company_id: company, ...values })
  const before = await shownNow()
  expect(await sent(scene)).toBe(409)
  expect(await shownNow()).toEqual(before)
})

test('1: a consent to the profile sends no name and no CV', async () => {
  const scene = await makeScene()
  expect(await sent(scene, { tier: 'T2', cvId: scene.cvId })).toBe(409)
})

test.each([
  ['the coach writes the withdrawal down', 'coach'],
  ['the person withdraws', 'person'],
] as const)('1: the very next view fails when %s', async (_words, by) => {
  const scene = await makeScene({ consent: false })
  const consentId = await makeConsent(scene.candidateId, { company_id: scene.companyId, tier: 'T2' })
  const { id: presentationId } = await present(liaison, scene, { tier: 'T2', cvId: scene.cvId })
  const employer = await employerOf(scene)
  const view = async () => [
    await statusOf(() => profile(argsOf(employer.request('/'), { presentationId }))),
    await statusOf(() => cv(argsOf(employer.request('/'), { presentationId }))),
  ]
  expect(await view()).toEqual([200, 200])

  const person = await as('person', { candidateId: scene.candidateId })
  const { candidateId } = scene
  const status = await statusOf(() =>
    by === 'coach'
      ? withdraw(argsOf(coordinator.post('/'), { candidateId, consentId }))
      : withdrawOwn(argsOf(person.post('/'), { consentId })),
  )
  expect(status).toBe(303)
  expect(await view()).toEqual([404, 404])
})
