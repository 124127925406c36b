import { beforeEach, describe, expect, test } from 'vitest'
import { consentStates } from '~/candidates/consent-states.server'
import { loader as candidatePage } from '~/candidates/routes/candidate'
import { loader as askPage, action as recordAnswer } from '~/candidates/routes/consent-new'
import { loader as paper } from '~/candidates/routes/consent-paper'
import { action as withdraw } from '~/candidates/routes/consent-withdrawal'
import { plusDays, plusMonths, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { clearDatabase } from '../support/database'
import {
  makeCandidate,
  makeCompany,
  makeConsent,
  makeConsentTexts,
  makeNeed,
  makeRound,
} from '../support/factories'
import { replyOf, statusOf } from '../support/reply'
import { fileOf } from '../support/uploads'
import { linesFromTop, pdfOf } from './cv-reading/sample-files'

let coordinator: SignedIn
let candidateId: string
let companyId: string

beforeEach(async () => {
  await clearDatabase()
  await makeConsentTexts()
  coordinator = await as('coordinator')
  candidateId = await makeCandidate()
  companyId = await makeCompany()
})

const record = (fields: object = {}, who = coordinator) =>
  replyOf(() =>
    recordAnswer(
      argsOf(
        who.post('/', {
          tier: 'T1',
          scope: `company:${companyId}`,
          answer: 'given',
          how: 'meeting',
          readAloud: 'on',
          answeredOn: today(),
          expiresOn: plusMonths(today(), 6),
          ...fields,
        }),
        { candidateId },
      ),
    ),
  )
const consents = () =>
  db
    .selectFrom('consent')
    .select(['tier', 'answer', 'expires_on', 'superseded_at', 'withdrawn_at', 'recorded_by'])
    .orderBy('id')
    .execute()
const stateNow = async (asked: object = {}) =>
  (
    await consentStates(db, { candidateIds: [candidateId], companyId, roundId: null, tier: 'T1', ...asked })
  ).get(candidateId)?.state

test('a consent is recorded with who recorded it, and is in force', async () => {
  expect((await record()).status).toBe(303)
  expect(await consents()).toMatchObject([
    { tier: 'T1', answer: 'given', recorded_by: coordinator.viewer.userId, superseded_at: null },
  ])
  expect(await stateNow()).toBe('given')
  expect(await stateNow({ tier: 'T2' })).toBe('not_asked')
  expect(await stateNow({ companyId: await makeCompany() })).toBe('not_asked')
})

test('a refusal is marked as a consent is, without a last day, and both are on the timeline', async () => {
  await record({ answer: 'refused' })
  expect(await consents()).toMatchObject([{ answer: 'refused', expires_on: null }])
  expect(await stateNow()).toBe('refused')
  const page = await candidatePage(argsOf(coordinator.request('/'), { candidateId }))
  expect(page.consents).toMatchObject([{ answer: 'refused' }])
  expect(page.timeline.lines).toMatchObject([{ action: 'consent_refused', detail: { tier: 'T1' } }])
})

test('a new answer replaces the earlier one to the same question and leaves the others', async () => {
  await record()
  await record({ tier: 'T2' })
  await record({ answer: 'refused' })
  expect(await consents()).toMatchObject([
    { tier: 'T1', answer: 'given', superseded_at: expect.any(Date) },
    { tier: 'T2', answer: 'given', superseded_at: null },
    { tier: 'T1', answer: 'refused', superseded_at: null },
  ])
  await record({ reopenedBecause: 'person' })
  expect(await stateNow()).toBe('given')
})

test('the same answer sent twice is one answer', async () => {
  const once = crypto.randomUUID()
  await record({ once })
  await record({ once })
  expect(await consents()).toHaveLength(1)
})

test('a round’s consent covers its companies for the nameless profile only', async () => {
  const roundId = await makeRound()
  expect((await record({ scope: `round:${roundId}` })).status).toBe(303)
  expect(await stateNow({ roundId })).toBe('given')
  expect(await stateNow()).toBe('not_asked')
  expect(await record({ tier: 'T2', scope: `round:${roundId}` })).toMatchObject({
    status: 422,
    data: { form: { error: { scope: ['consents:t2_needs_company'] } } },
  })
})

test.each([
  ['no last day', { expiresOn: '' }, 'expiresOn', 'errors:required'],
  ['a last day before the answer', { expiresOn: '2020-01-01' }, 'expiresOn', 'errors:ends_before_start'],
  [
    'longer than a year',
    { expiresOn: plusDays(plusMonths(today(), 12), 1) },
    'expiresOn',
    'consents:too_long',
  ],
  ['nobody named', { scope: '' }, 'scope', 'errors:required'],
  ['a company that is not there', { scope: `company:${crypto.randomUUID()}` }, 'scope', 'errors:choice'],
  ['something that is no company', { scope: `company:${'-'.repeat(36)}` }, 'scope', 'errors:choice'],
])('a consent with %s is refused at its field', async (_words, fields, field, error) => {
  expect(await record(fields)).toMatchObject({ status: 422, data: { form: { error: { [field]: [error] } } } })
  expect(await consents()).toEqual([])
})

test('an answer of tomorrow is refused, and what was filled stays', async () => {
  const answeredOn = plusDays(today(), 1)
  expect(await record({ answeredOn })).toMatchObject({
    status: 409,
    data: { form: { error: { '': ['consents:in_future'] }, initialValue: { answeredOn } } },
  })
})

test('an answer of a day before the wording existed is refused', async () => {
  expect((await record({ answeredOn: '2019-12-31', expiresOn: '2020-06-01' })).status).toBe(409)
})

test('a withdrawal ends the consent at once and stays visible with the person’s words', async () => {
  const consentId = await makeConsent(candidateId, { tier: 'T1', company_id: companyId })
  expect(await stateNow()).toBe('given')
  const withdrawFrom = (of: string) =>
    statusOf(() =>
      withdraw(argsOf(coordinator.post('/', { reason: 'En halua enää' }), { candidateId: of, consentId })),
    )
  expect(await withdrawFrom(await makeCandidate({ name: 'Toinen' }))).toBe(404)
  expect(await stateNow()).toBe('given')
  expect(await withdrawFrom(candidateId)).toBe(303)
  expect(await stateNow()).toBe('withdrawn')
  const page = await candidatePage(argsOf(coordinator.request('/'), { candidateId }))
  expect(page.consents).toMatchObject([{ withdrawReason: 'En halua enää' }])
})

test('the signed paper is kept, and opened by coaches through the right person only', async () => {
  const file = fileOf(pdfOf([linesFromTop(['Suostun'])]), 'suostumus.pdf')
  expect((await record({ paper: file })).status).toBe(303)
  const { id: consentId } = await db.selectFrom('consent').select('id').executeTakeFirstOrThrow()
  const openBy = (who: SignedIn, of: string) =>
    statusOf(() => paper(argsOf(who.request('/'), { candidateId: of, consentId })))
  expect(await openBy(coordinator, candidateId)).toBe(200)
  expect(await openBy(coordinator, await makeCandidate({ name: 'Toinen' }))).toBe(404)
  expect(await openBy(await as('liaison'), candidateId)).toBe(403)
})

test.each([
  ['jpg', [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1], 'image/jpeg'],
  ['png', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, ...Buffer.from('IHDR')], 'image/png'],
  ['heic', [0, 0, 0, 24, ...Buffer.from('ftypheic'), 0, 0, 0, 0, ...Buffer.from('mif1heic')], 'image/heic'],
])(
  'a photograph of the paper (%s) is taken by its bytes, whatever it is called',
  async (_, start, mediaType) => {
    const file = new File([Uint8Array.from([...start, ...new Array(64).fill(0)])], 'kuva')
    expect((await record({ how: 'paper', paper: file })).status).toBe(303)
    const kept = await db.selectFrom('stored_file').select('media_type').executeTakeFirstOrThrow()
    expect(kept.media_type).toBe(mediaType)
  },
)

test('a paper that is neither a PDF nor a photograph is refused at its field', async () => {
  expect(await record({ paper: new File(['moi'], 'suostumus.pdf') })).toMatchObject({
    status: 422,
    data: { form: { error: { paper: ['errors:file_type'] } } },
  })
})

test('what was said aloud has to have been read aloud, and what was signed has to be there', async () => {
  expect(await record({ readAloud: '' })).toMatchObject({
    status: 422,
    data: { form: { error: { readAloud: ['consents:not_read_aloud'] } } },
  })
  expect(await record({ how: 'paper' })).toMatchObject({
    status: 422,
    data: { form: { error: { paper: ['consents:paper_needed'] } } },
  })
  expect((await record({ how: 'paper', answer: 'refused' })).status).toBe(303)
})

test('a no becomes a yes only when the person comes back to it or there is a new need', async () => {
  await record({ answer: 'refused' })
  expect((await record()).status).toBe(409)
  expect((await record({ reopenedBecause: 'need' })).status).toBe(409)
  expect(await stateNow()).toBe('refused')
  await makeNeed(companyId)
  expect((await record({ reopenedBecause: 'need' })).status).toBe(303)
  expect(await stateNow()).toBe('given')
})

test('an item about health needs a company, the very item and what it is for', async () => {
  const health = { tier: 'T3', item: 'Seisomatyö ei sovi', purpose: 'Työpisteen valinta' }
  expect((await record({ ...health, item: '' })).status).toBe(422)
  expect((await record({ ...health, purpose: '' })).status).toBe(422)
  expect((await record({ ...health, scope: '' })).status).toBe(422)
  expect((await record(health)).status).toBe(303)
  // One item is one question: another about the same company leaves it.
  expect((await record({ ...health, item: 'Tarvitsee taukoja' })).status).toBe(303)
  const kept = await db.selectFrom('consent').select('superseded_at').execute()
  expect(kept).toEqual([{ superseded_at: null }, { superseded_at: null }])
})

test('a yes to T5 says for what, and a no needs no purpose', async () => {
  const asked = { tier: 'T5', purpose: '', scope: '' }
  expect(await record(asked)).toMatchObject({
    status: 422,
    data: { form: { error: { purpose: ['errors:required'] } } },
  })
  expect((await record({ ...asked, answer: 'refused' })).status).toBe(303)
})

test('contact after the service concerns no company', async () => {
  expect(await record({ tier: 'T4' })).toMatchObject({
    status: 422,
    data: { form: { error: { scope: ['consents:needs_nobody'] } } },
  })
  expect((await record({ tier: 'T4', scope: '' })).status).toBe(303)
})

describe('who may be asked about', () => {
  const scopesAt = async (query = '') =>
    (await askPage(argsOf(coordinator.request(`/${query}`), { candidateId }))).scopes.map(({ id }) => id)

  test('open rounds and companies that take part, not the whole register', async () => {
    const roundId = await makeRound()
    await makeRound({ name: 'Suljettu', closed_at: new Date() })
    const partner = await makeCompany()
    await db
      .insertInto('engagement')
      .values({ round_id: roundId, company_id: partner, stage: 'interested' })
      .execute()
    expect(await scopesAt()).toEqual([roundId, partner])
  })

  test('the company the page was opened for is always there', async () => {
    expect(await scopesAt(`?scope=company:${companyId}`)).toEqual([companyId])
    expect(await scopesAt('?scope=company:hello')).toEqual([])
  })
})

test('a liaison records no answers', async () => {
  expect((await record({}, await as('liaison'))).status).toBe(403)
})

test('a block of one company reaches its parent, its daughters and its sisters, and nobody else', async () => {
  const group = '0538134-0'
  const parent = await makeCompany({ business_id: group })
  const [daughter, sister] = [
    await makeCompany({ parent_business_id: group }),
    await makeCompany({ parent_business_id: group }),
  ]
  await db.insertInto('blocked_company').values({ candidate_id: candidateId, company_id: daughter }).execute()
  for (const id of [parent, daughter, sister]) expect(await stateNow({ companyId: id })).toBe('blocked')
  expect(await stateNow()).toBe('not_asked')
})
