import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { settleLapsedPresentations } from '~/presentations/lapsed-presentations.server'
import { profileHash } from '~/presentations/profile-hash.server'
import { action as close } from '~/presentations/routes/closure'
import { loader as planPage } from '~/presentations/routes/new-plan'
import { action } from '~/presentations/routes/new-presentation'
import { loader as pageLoader } from '~/presentations/routes/presentation'
import { loader as listLoader } from '~/presentations/routes/presentations'
import { action as release } from '~/presentations/routes/release'
import type { ShownMatch, ShownProfile } from '~/presentations/shown-profile'
import { as, type SignedIn } from '../support/as'
import { makeCompany, makeConsent, makeContact } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'
import { bringVocabulary } from '../support/vocabulary'
import { makeScene, PERSON, present, type Scene } from './presenting-scene'

let coordinator: SignedIn
let liaison: SignedIn
beforeAll(async () => {
  coordinator = await as('coordinator')
  liaison = await as('liaison')
  await bringVocabulary()
})

const args = (request: Request, params: Record<string, string> = {}) =>
  ({ request, params, context: {} }) as LoaderFunctionArgs & ActionFunctionArgs

const sentFor = (candidateId: string) =>
  db.selectFrom('presentation').selectAll().where('candidate_id', '=', candidateId).execute()

test('a consented person is shown to a contact: profile, hash, comparison, expiry, timeline', async () => {
  const scene = await makeScene()
  const { status, id } = await present(liaison, scene)
  expect(status).toBe(303)
  const [row] = await sentFor(scene.candidateId)
  expect(row).toMatchObject({ id, tier: 'T1', status: 'sent', consent_id: scene.consentId, cv_id: null })
  expect(row?.match).toMatchObject({
    tier: 'all',
    lines: [
      { words: 'powerBI', covered: true, skillId: 'power-bi' },
      { words: 'React-osaaja', covered: false, skillId: null },
    ],
  })
  expect(row && profileHash(row.profile as ShownProfile, row.match as ShownMatch)).toBe(row?.profile_sha256)
  const { timeline } = await pageLoader(args(liaison.request('/'), { presentationId: id }))
  expect(timeline.lines.map((line) => line.action)).toEqual(['presentation_sent'])
})

test('the shown profile holds neither who the person is nor where they have been', async () => {
  const scene = await makeScene()
  await present(liaison, scene)
  const [row] = await sentFor(scene.candidateId)
  const text = JSON.stringify([row?.profile, row?.match])
  for (const secret of [
    'Tuulikki',
    'Salaperä',
    PERSON.email,
    PERSON.phone,
    'Piilokuja',
    'Kauniainen',
    'Nordea',
    '2018',
    '54',
    'native',
    'K-1',
  ])
    expect(text).not.toContain(secret)
  expect(row?.profile).toMatchObject({
    headline: PERSON.headline,
    skills: [{ evidence: 'Rakensin […] Power BI -raportit vuonna […] myynnille.' }],
    worksIn: ['Espoo', 'Helsinki'],
  })
})

test('the contact is invited and told by mail that a profile waits, and no mail names anybody', async () => {
  const scene = await makeScene()
  await present(liaison, scene)
  const { email } = await db
    .selectFrom('contact')
    .select('email')
    .where('id', '=', scene.contactId)
    .executeTakeFirstOrThrow()
  const account = await db
    .selectFrom('user_account')
    .select(['roles', 'contact_id'])
    .where('email', '=', email ?? '')
    .executeTakeFirst()
  expect(account).toEqual({ roles: ['employer'], contact_id: scene.contactId })
  const mails = await db
    .selectFrom('mail')
    .selectAll()
    .where('to_address', '=', email ?? '')
    .execute()
  expect(mails.map((mail) => mail.kind).sort()).toEqual(['invitation', 'new_profiles'])
  const { number } = await db
    .selectFrom('candidate')
    .select('number')
    .where('id', '=', scene.candidateId)
    .executeTakeFirstOrThrow()
  for (const mail of mails) {
    const text = JSON.stringify(mail)
    for (const secret of ['Tuulikki', 'Salaperä', number, scene.candidateId])
      expect(text).not.toContain(secret)
  }
})

test('a second profile does not end the invitation that came with the first', async () => {
  const scene = await makeScene()
  await present(liaison, scene)
  const another = await makeScene()
  await makeConsent(another.candidateId, { company_id: scene.companyId })
  await present(liaison, { ...scene, candidateId: another.candidateId })
  const mails = await db
    .selectFrom('mail')
    .innerJoin('contact', 'contact.email', 'mail.to_address')
    .select(['mail.kind', 'mail.subject'])
    .where('contact.id', '=', scene.contactId)
    .orderBy('mail.id')
    .execute()
  expect(mails.map((mail) => mail.kind)).toEqual(['invitation', 'new_profiles', 'new_profiles'])
  expect(mails.at(-1)?.subject).toContain('2 profiilia')
})

test('the same form sent twice shows once and mails once', async () => {
  const scene = await makeScene()
  const once = crypto.randomUUID()
  const first = await present(liaison, scene, { once })
  const second = await replyOf(() => action(args(first.request)))
  expect(second).toMatchObject({ status: 303, location: `/presentations/${first.id}` })
  expect(await sentFor(scene.candidateId)).toHaveLength(1)
  const mails = await db
    .selectFrom('mail')
    .innerJoin('contact', 'contact.email', 'mail.to_address')
    .select('mail.id')
    .where('contact.id', '=', scene.contactId)
    .where('kind', '=', 'new_profiles')
    .execute()
  expect(mails).toHaveLength(1)
})

describe('nobody is shown', () => {
  async function refusal(change: (scene: Scene) => Promise<unknown>, fields: Record<string, string> = {}) {
    const scene = await makeScene()
    await change(scene)
    const { status } = await present(liaison, scene, fields)
    expect(await sentFor(scene.candidateId)).toEqual([])
    return status
  }
  const consent = (scene: Scene, values: Record<string, unknown>) =>
    db
      .updateTable('consent')
      .set(values)
      .where('id', '=', scene.consentId ?? '')
      .execute()

  test.each<[string, (scene: Scene) => Promise<unknown>]>([
    [
      'without a consent',
      (scene) =>
        db
          .deleteFrom('consent')
          .where('id', '=', scene.consentId ?? '')
          .execute(),
    ],
    ['after a refusal', (scene) => consent(scene, { answer: 'refused', expires_on: null })],
    ['after a withdrawal', (scene) => consent(scene, { withdrawn_at: new Date() })],
    ['after the consent has expired', (scene) => consent(scene, { expires_on: '2026-01-03' })],
    [
      'with a consent for another company',
      async (scene) => consent(scene, { company_id: await makeCompany() }),
    ],
    [
      'to a company the person has blocked',
      (scene) =>
        db
          .insertInto('blocked_company')
          .values({ candidate_id: scene.candidateId, company_id: scene.companyId })
          .execute(),
    ],
    [
      'who no longer takes part',
      (scene) =>
        db
          .updateTable('candidate')
          .set({ ended_at: new Date() })
          .where('id', '=', scene.candidateId)
          .execute(),
    ],
    [
      'for a need that has ended',
      (scene) => db.updateTable('need').set({ status: 'filled' }).where('id', '=', scene.needId).execute(),
    ],
    [
      'to a contact who has left',
      (scene) =>
        db.updateTable('contact').set({ left_at: new Date() }).where('id', '=', scene.contactId).execute(),
    ],
    [
      'to a contact without an address',
      (scene) => db.updateTable('contact').set({ email: null }).where('id', '=', scene.contactId).execute(),
    ],
    [
      'to a company that asked not to be mailed',
      (scene) =>
        db
          .insertInto('suppression')
          .values({ company_id: scene.companyId, channel: 'email', reason: 'asked' })
          .execute(),
    ],
  ])('%s', async (_, change) => {
    expect(await refusal(change)).toBe(409)
  })

  test('by a profile that changed after the preview', async () => {
    expect(await refusal(async () => {}, { profileSha256: 'a'.repeat(64) })).toBe(409)
  })

  test('to a contact of another company', async () => {
    const stranger = await makeContact(await makeCompany())
    expect(await refusal(async () => {}, { contactId: stranger })).toBe(409)
  })

  test('by name with a consent to the profile only', async () => {
    const scene = await makeScene()
    expect((await present(liaison, scene, { tier: 'T2', cvId: scene.cvId })).status).toBe(409)
  })

  test('by name with a CV version that was not approved', async () => {
    const scene = await makeScene()
    await consent(scene, { tier: 'T2' })
    await db.updateTable('cv').set({ approved_on: null }).where('id', '=', scene.cvId).execute()
    expect((await present(liaison, scene, { tier: 'T2', cvId: scene.cvId })).status).toBe(409)
  })

  test('by name when under non-disclosure', async () => {
    const scene = await makeScene()
    await consent(scene, { tier: 'T2' })
    await db
      .updateTable('candidate')
      .set({ non_disclosure: true })
      .where('id', '=', scene.candidateId)
      .execute()
    expect((await present(liaison, scene, { tier: 'T2', cvId: scene.cvId })).status).toBe(409)
    const about = `candidate=${scene.candidateId}&company=${scene.companyId}&tier=T2`
    const offered = await planPage(args(coordinator.request(`/presentations/plans/new?${about}`)))
    expect(offered).toMatchObject({
      choices: { cvs: [], consents: { T2: undefined } },
      defaults: { tier: 'T1' },
    })
  })

  test('by anybody but a coach when under non-disclosure, whom the page names instead of a form', async () => {
    const scene = await makeScene()
    const planned = async (who: SignedIn) => {
      const about = `candidate=${scene.candidateId}&company=${scene.companyId}`
      return (await planPage(args(who.request(`/presentations/plans/new?${about}`)))).candidate.reservedFor
    }
    expect(await planned(liaison)).toBeNull()
    const { userId, name } = coordinator.viewer
    await db
      .updateTable('candidate')
      .set({ non_disclosure: true, coach_id: userId })
      .where('id', '=', scene.candidateId)
      .execute()
    expect(await planned(liaison)).toBe(name)
    expect(await planned(coordinator)).toBeNull()
    expect((await present(liaison, scene, { secondLook: 'Sovittu' })).status).toBe(409)
  })

  test('twice to the same contact for the same need, until the first has ended', async () => {
    const scene = await makeScene()
    const { id } = await present(liaison, scene)
    expect((await present(coordinator, scene)).status).toBe(409)
    const closing = liaison.post('/', { reason: 'hoidettu' })
    expect(await statusOf(() => close(args(closing, { presentationId: id })))).toBe(303)
    expect((await present(coordinator, scene)).status).toBe(303)
  })
})

test('a presentation that lapsed makes way for a new one', async () => {
  const scene = await makeScene()
  await present(liaison, scene)
  await db
    .updateTable('presentation')
    .set({ expires_on: '2026-01-03' })
    .where('candidate_id', '=', scene.candidateId)
    .execute()
  expect((await present(liaison, scene)).status).toBe(303)
  expect((await sentFor(scene.candidateId)).map((row) => row.status).sort()).toEqual(['closed', 'sent'])
})

test('a withdrawal that comes while the profile is being sent stops it', async () => {
  const scene = await makeScene()
  let sending: ReturnType<typeof present> | undefined
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('consent')
      .set({ withdrawn_at: new Date() })
      .where('id', '=', scene.consentId ?? '')
      .execute()
    sending = present(liaison, scene)
    // Long enough for the sending to come to the consent and wait for it.
    await new Promise((resolve) => setTimeout(resolve, 800))
  })
  expect((await sending)?.status).toBe(409)
  expect(await sentFor(scene.candidateId)).toEqual([])
})

test('what has lapsed is marked as ended at night, what an ended need holds is not', async () => {
  const withdrawn = await makeScene()
  const expired = await makeScene()
  const needEnded = await makeScene()
  const open = await makeScene()
  for (const scene of [withdrawn, expired, needEnded, open]) await present(liaison, scene)
  await db
    .updateTable('consent')
    .set({ withdrawn_at: new Date() })
    .where('id', '=', withdrawn.consentId ?? '')
    .execute()
  await db
    .updateTable('consent')
    .set({ expires_on: '2026-01-03' })
    .where('id', '=', expired.consentId ?? '')
    .execute()
  await db.updateTable('need').set({ status: 'closed' }).where('id', '=', needEnded.needId).execute()
  await settleLapsedPresentations(db)
  const statusOfScene = async (scene: Scene) => (await sentFor(scene.candidateId))[0]?.status
  expect(await Promise.all([withdrawn, expired, needEnded, open].map(statusOfScene))).toEqual([
    'revoked',
    'closed',
    'sent',
    'sent',
  ])
})

test('nobody is shown for longer than the consent holds', async () => {
  const scene = await makeScene()
  const soon = new Date(Date.now() + 5 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  await db
    .updateTable('consent')
    .set({ expires_on: soon })
    .where('id', '=', scene.consentId ?? '')
    .execute()
  await present(liaison, scene)
  expect((await sentFor(scene.candidateId))[0]?.expires_on).toBe(soon)
})

test('a liaison sees a number where a coordinator sees a name', async () => {
  const scene = await makeScene()
  const { id } = await present(liaison, scene)
  const page = async (who: SignedIn) =>
    JSON.stringify(await pageLoader(args(who.request('/'), { presentationId: id })))
  expect(await page(coordinator)).toContain('Tuulikki')
  expect(await page(liaison)).not.toContain('Tuulikki')
})

test('the list tells how each stands at this moment', async () => {
  const scene = await makeScene()
  const { id } = await present(liaison, scene)
  const ids = async (status: string) =>
    (
      await listLoader(args(liaison.request(`/presentations?status=${status}&need=${scene.needId}`)))
    ).rows.map((row) => row.id)
  expect(await ids('waiting')).toEqual([id])
  await db
    .updateTable('consent')
    .set({ withdrawn_at: new Date() })
    .where('id', '=', scene.consentId ?? '')
    .execute()
  expect(await ids('waiting')).toEqual([])
  expect(await ids('revoked')).toEqual([id])
})

test('a text for the candidate is kept beside the raw words, once there is an answer', async () => {
  const scene = await makeScene()
  const { id } = await present(liaison, scene)
  const kept = () =>
    release(args(liaison.post('/', { text: 'He etsivät nyt muuta.' }), { presentationId: id }))
  expect(await statusOf(kept)).toBe(404)
  await db
    .updateTable('presentation')
    .set({ status: 'answered', answer: 'not_now', answer_comment: 'Ei meille.' })
    .where('id', '=', id)
    .execute()
  expect(await statusOf(kept)).toBe(303)
  const { presentation } = await pageLoader(args(liaison.request('/'), { presentationId: id }))
  expect(presentation).toMatchObject({
    answerComment: 'Ei meille.',
    releasedComment: 'He etsivät nyt muuta.',
  })
})

test('an employer reaches no page of the house about presentations', async () => {
  const scene = await makeScene()
  const { id } = await present(liaison, scene)
  const employer = await as('employer', { contactId: scene.contactId })
  expect(await statusOf(() => listLoader(args(employer.request('/presentations'))))).toBe(403)
  expect(await statusOf(() => pageLoader(args(employer.request('/'), { presentationId: id })))).toBe(403)
})
