import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { action as answer } from '~/portal/routes/answer'
import { loader as cvLoader } from '~/portal/routes/cv'
import { loader as portalLoader } from '~/portal/routes/portal'
import { loader as profileLoader } from '~/portal/routes/profile'
import { action as explain } from '~/portal/routes/reasons'
import { loader as staffLoader } from '~/presentations/routes/presentation'
import { action as revoke } from '~/presentations/routes/revocation'
import { employerOf, makeScene, PERSON, present, type Scene } from '../presentations/presenting-scene'
import { as, type SignedIn } from '../support/as'
import { makeConsent, makeContact } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'
import { bringVocabulary } from '../support/vocabulary'

let liaison: SignedIn
beforeAll(async () => {
  liaison = await as('liaison')
  await bringVocabulary()
})

const args = (request: Request, params: Record<string, string> = {}) =>
  ({ request, params, context: {} }) as LoaderFunctionArgs & ActionFunctionArgs

async function shown(fields: Record<string, string> = {}) {
  const scene = await makeScene()
  const { id } = await present(liaison, scene, fields)
  return { scene, id, employer: await employerOf(scene) }
}

/** Shown by name, with a CV. */
async function shownByName() {
  const scene = await makeScene({ consent: false })
  const consentId = await makeConsent(scene.candidateId, { company_id: scene.companyId, tier: 'T2' })
  const { id } = await present(liaison, scene, { tier: 'T2', cvId: scene.cvId })
  return { scene: { ...scene, consentId }, id, employer: await employerOf(scene) }
}

const open = (employer: SignedIn, presentationId: string) =>
  replyOf<{ shown: object | null }>(() => profileLoader(args(employer.request('/'), { presentationId })))
const openCv = (employer: SignedIn, presentationId: string) =>
  statusOf(() => cvLoader(args(employer.request('/'), { presentationId })))
const listed = async (employer: SignedIn) => {
  const { waiting, answered } = await portalLoader(args(employer.request('/portal')))
  return [...waiting, ...answered].flatMap((group) => group.profiles.map((profile) => profile.id))
}

test('an employer sees the profile, once per look, and no word of who it is', async () => {
  const { scene, id, employer } = await shown()
  expect(await listed(employer)).toEqual([id])
  const page = await open(employer, id)
  await open(employer, id)
  expect(page.status).toBe(200)
  const { number } = await db
    .selectFrom('candidate')
    .select('number')
    .where('id', '=', scene.candidateId)
    .executeTakeFirstOrThrow()
  const text = JSON.stringify(page.data)
  for (const secret of ['Tuulikki', PERSON.email, 'Nordea', number, scene.candidateId, scene.contactId])
    expect(text).not.toContain(secret)
  const { presentation, views } = await staffLoader(args(liaison.request('/'), { presentationId: id }))
  expect(presentation.standing).toBe('viewed')
  expect(views).toMatchObject([{ what: 'profile' }])
})

describe('from the very next view on, nothing is seen', () => {
  const consent = ({ consentId }: Scene, values: Record<string, unknown>) =>
    db
      .updateTable('consent')
      .set(values)
      .where('id', '=', consentId ?? '')
      .execute()

  test.each<[string, (scene: Scene, id: string) => Promise<unknown>]>([
    ['after the consent is withdrawn', (scene) => consent(scene, { withdrawn_at: new Date() })],
    ['after the consent has expired', (scene) => consent(scene, { expires_on: '2026-01-03' })],
    ['after the consent is replaced', (scene) => consent(scene, { superseded_at: new Date() })],
    [
      'after the person blocks the company',
      (scene) =>
        db
          .insertInto('blocked_company')
          .values({ candidate_id: scene.candidateId, company_id: scene.companyId })
          .execute(),
    ],
    [
      'after the person refuses the company',
      (scene) =>
        makeConsent(scene.candidateId, {
          company_id: scene.companyId,
          tier: 'T2',
          answer: 'refused',
          expires_on: null,
        }),
    ],
    [
      'after the person has left',
      (scene) =>
        db
          .updateTable('candidate')
          .set({ ended_at: new Date() })
          .where('id', '=', scene.candidateId)
          .execute(),
    ],
    [
      'after the person comes under non-disclosure for safety',
      (scene) =>
        db
          .updateTable('candidate')
          .set({ non_disclosure: true })
          .where('id', '=', scene.candidateId)
          .execute(),
    ],
    [
      'after the time to be shown is over',
      (_, id) =>
        db.updateTable('presentation').set({ expires_on: '2026-01-03' }).where('id', '=', id).execute(),
    ],
    [
      'after the need has ended',
      (scene) => db.updateTable('need').set({ status: 'closed' }).where('id', '=', scene.needId).execute(),
    ],
    [
      'after staff take it back',
      (_, id) => revoke(args(liaison.post('/', { reason: 'erehdys' }), { presentationId: id })),
    ],
  ])('%s', async (_, change) => {
    const { scene, id, employer } = await shownByName()
    expect((await open(employer, id)).status).toBe(200)
    expect(await openCv(employer, id)).toBe(200)
    await change(scene, id)
    expect(await open(employer, id)).toMatchObject({ status: 404, data: { shown: null } })
    expect(await openCv(employer, id)).toBe(404)
    expect(await listed(employer)).toEqual([])
    const late = employer.post('/', { answer: 'interested' })
    expect(await statusOf(() => answer(args(late, { presentationId: id })))).toBe(404)
  })
})

describe('nobody else reaches it', () => {
  test('another contact of the same company', async () => {
    const { scene, id } = await shownByName()
    const colleague = await as('employer', { contactId: await makeContact(scene.companyId) })
    expect(await statusOf(() => profileLoader(args(colleague.request('/'), { presentationId: id })))).toBe(
      404,
    )
    expect(await openCv(colleague, id)).toBe(404)
    expect(await listed(colleague)).toEqual([])
    const late = colleague.post('/', { answer: 'interested' })
    expect(await statusOf(() => answer(args(late, { presentationId: id })))).toBe(404)
  })

  test('an employer of another company', async () => {
    const { id } = await shown()
    const stranger = await as('employer')
    expect(await statusOf(() => profileLoader(args(stranger.request('/'), { presentationId: id })))).toBe(404)
  })

  test('the contact after moving to another company', async () => {
    const { scene, id, employer } = await shown()
    await db.updateTable('contact').set({ left_at: new Date() }).where('id', '=', scene.contactId).execute()
    expect((await open(employer, id)).status).toBe(404)
  })

  test.each(['liaison', 'coordinator', 'caller', 'mentor', 'administrator'] as const)(
    'a %s, through the portal',
    async (role) => {
      const { id } = await shown()
      const other = await as(role)
      const request = other.request('/')
      expect(await statusOf(() => profileLoader(args(request, { presentationId: id })))).toBe(403)
      expect(await statusOf(() => portalLoader(args(other.request('/portal'))))).toBe(403)
    },
  )
})

test('one tap is an answer; reasons follow; the answer can be changed', async () => {
  const { id, employer } = await shown()
  const tap = (value: string) =>
    statusOf(() => answer(args(employer.post('/', { answer: value }), { presentationId: id })))
  const say = (fields: Record<string, string | string[]>) =>
    statusOf(() => explain(args(employer.post('/', fields), { presentationId: id })))

  expect(await say({ reasons: 'skills' })).toBe(404)
  expect(await tap('maybe')).toBe(422)
  expect(await tap('not_now')).toBe(303)
  expect(await say({ reasons: ['language', 'timing'], comment: 'Ehkä keväällä.' })).toBe(303)
  const staff = async () =>
    (await staffLoader(args(liaison.request('/'), { presentationId: id }))).presentation
  expect(await staff()).toMatchObject({
    standing: 'answered',
    answer: 'not_now',
    answerReasons: ['language', 'timing'],
    answerComment: 'Ehkä keväällä.',
  })
  expect(await tap('interested')).toBe(303)
  expect(await staff()).toMatchObject({ answer: 'interested', answerReasons: [] })
  const actions = await db
    .selectFrom('activity')
    .select('action')
    .where('subject_id', '=', id)
    .orderBy('id')
    .execute()
  expect(actions.map((line) => line.action)).toEqual([
    'presentation_sent',
    'presentation_not_now',
    'presentation_interested',
  ])
})

describe('the CV', () => {
  test('is the very file that was shared, under a name that tells nothing', async () => {
    const { id, employer } = await shownByName()
    const reply = (await cvLoader(args(employer.request('/'), { presentationId: id }))) as Response
    expect(await reply.text()).toBe('CV of the person')
    expect(reply.headers.get('Content-Disposition')).toContain('.pdf')
    expect(reply.headers.get('Content-Disposition')).not.toContain('Tuulikki')
    const views = await db
      .selectFrom('presentation_view')
      .select('what')
      .where('presentation_id', '=', id)
      .execute()
    expect(views).toEqual([{ what: 'cv' }])
  })

  test('is not handed out when it is not the shared one', async () => {
    const { id, employer } = await shownByName()
    await db
      .updateTable('presentation')
      .set({ cv_sha256: 'b'.repeat(64) })
      .where('id', '=', id)
      .execute()
    await expect(cvLoader(args(employer.request('/'), { presentationId: id }))).rejects.toThrow(
      'not the shared',
    )
  })

  test('is not there for a profile without a name', async () => {
    const { id, employer } = await shown()
    expect(await openCv(employer, id)).toBe(404)
  })

  test('is gone once it was removed', async () => {
    const { scene, id, employer } = await shownByName()
    await db.updateTable('cv').set({ removed_at: new Date() }).where('id', '=', scene.cvId).execute()
    expect(await openCv(employer, id)).toBe(404)
  })
})

test('an employer without profiles sees an empty portal, never a candidate', async () => {
  const employer = await as('employer')
  await makeScene()
  expect(await portalLoader(args(employer.request('/portal')))).toEqual({ waiting: [], answered: [] })
})
