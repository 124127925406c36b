import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listOpenQuestions } from '~/candidates/consent-questions.server'
import { consentStates } from '~/candidates/consent-states.server'
import { action as renew } from '~/candidates/routes/consent-renewal'
import { action as addText } from '~/candidates/routes/consent-text-new'
import { action as askOnline } from '~/candidates/routes/question-new'
import { action as block } from '~/person/routes/blocked-company-new'
import { action as change } from '~/person/routes/consent-answer'
import { loader as withdrawal } from '~/person/routes/consent-withdrawal'
import { loader as cvFile } from '~/person/routes/cv-file'
import { action as answerPlan, loader as ownPlan } from '~/person/routes/plan'
import { loader as ownPresentation } from '~/person/routes/presentation'
import { loader as ownProfile } from '~/person/routes/profile'
import { action as answer, loader as question } from '~/person/routes/question'
import { plusDays, plusMonths, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { loader as profile } from '~/portal/routes/profile'
import { action as plan, loader as planPage } from '~/presentations/routes/new-plan'
import { action as send } from '~/presentations/routes/plan-sending'
import { loader as coachPreview } from '~/presentations/routes/profile-preview'
import { employerOf, fieldsOf, makeScene, present, type Scene } from '../presentations/presenting-scene'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeConsent, makeNeed } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'
import { bringVocabulary } from '../support/vocabulary'

let coordinator: SignedIn
let liaison: SignedIn
let person: SignedIn
let scene: Scene

beforeAll(async () => {
  await bringVocabulary()
  ;[coordinator, liaison] = [await as('coordinator'), await as('liaison')]
})
beforeEach(async () => {
  scene = await makeScene({ consent: false })
  person = await as('person', { candidateId: scene.candidateId })
})

const stateNow = async (tier: 'T1' | 'T2' = 'T1') => {
  const { candidateId, companyId } = scene
  const states = await consentStates(db, { candidateIds: [candidateId], companyId, roundId: null, tier })
  return states.get(candidateId)?.state
}
const askPerson = (fields: Record<string, string> = {}) =>
  statusOf(() =>
    askOnline(
      argsOf(coordinator.post('/', { tier: 'T1', scope: `company:${scene.companyId}`, ...fields }), {
        candidateId: scene.candidateId,
      }),
    ),
  )
const openQuestion = async () => (await listOpenQuestions(db, scene.candidateId))[0]?.id ?? 'none'
const reply = async (fields: Record<string, string>) =>
  statusOf(async () => answer(argsOf(person.post('/', fields), { questionId: await openQuestion() })))

describe('a question to the person', () => {
  test('is answered on the own pages with the wording of the day, and closes', async () => {
    expect(await askPerson()).toBe(303)
    const page = await question(argsOf(person.request('/'), { questionId: await openQuestion() }))
    expect(page.text).toMatch(/osaamisprofiilin/)
    expect(await reply({ answer: 'given' })).toBe(422)
    expect(await reply({ answer: 'given', months: '3' })).toBe(303)
    expect(await stateNow()).toBe('given')
    const [kept] = await db
      .selectFrom('consent')
      .select(['how', 'expires_on', 'recorded_by'])
      .where('candidate_id', '=', scene.candidateId)
      .execute()
    expect(kept).toEqual({
      how: 'online',
      expires_on: plusMonths(today(), 3),
      recorded_by: person.viewer.userId,
    })
    expect(await openQuestion()).toBe('none')
  })

  test('is not asked twice, and after a no only with a reason', async () => {
    await askPerson()
    expect(await askPerson()).toBe(409)
    expect(await reply({ answer: 'refused' })).toBe(303)
    expect(await askPerson()).toBe(409)
    expect(await askPerson({ because: 'need' })).toBe(409)
    await makeNeed(scene.companyId)
    expect(await askPerson({ because: 'need' })).toBe(303)
    expect(await stateNow()).toBe('refused')
  })

  test('comes back when the person takes it up, without being asked', async () => {
    const consentId = await makeConsent(scene.candidateId, {
      company_id: scene.companyId,
      answer: 'refused',
      expires_on: null,
    })
    const changed = () =>
      statusOf(() => change(argsOf(person.post('/', { answer: 'given', months: '6' }), { consentId })))
    expect(await changed()).toBe(303)
    expect(await stateNow()).toBe('given')
    expect(await changed()).toBe(404)
  })

  test('of renewal is asked once and renews nothing by itself', async () => {
    const consentId = await makeConsent(scene.candidateId, {
      company_id: scene.companyId,
      expires_on: plusDays(today(), 5),
    })
    const at = { candidateId: scene.candidateId, consentId }
    expect(await statusOf(() => renew(argsOf(coordinator.post('/'), at)))).toBe(303)
    expect(await statusOf(() => renew(argsOf(coordinator.post('/'), at)))).toBe(409)
    const untouched = await db
      .selectFrom('consent')
      .select('expires_on')
      .where('id', '=', consentId)
      .execute()
    expect(untouched).toEqual([{ expires_on: plusDays(today(), 5) }])
    await db
      .updateTable('consent')
      .set({ expires_on: plusDays(today(), -1) })
      .where('id', '=', consentId)
      .execute()
    expect(await stateNow()).toBe('expired')
    expect(await reply({ answer: 'given', months: '12' })).toBe(303)
    expect(await stateNow()).toBe('given')
  })

  test('is asked in the newest wording, while older answers keep theirs', async () => {
    const old = await makeConsent(scene.candidateId, { company_id: scene.companyId, tier: 'T2' })
    const admin = await as('administrator')
    const wording = { tier: 'T2', fi: 'Uusi teksti.', sv: 'Ny text.', en: 'New text.', validFrom: today() }
    expect(await statusOf(() => addText(argsOf(admin.post('/', wording))))).toBe(303)
    await askPerson({ tier: 'T2', scope: `company:${scene.companyId}` })
    const page = await question(argsOf(person.request('/'), { questionId: await openQuestion() }))
    expect(page.text).toBe('Uusi teksti.')
    const versionOf = (id: string) =>
      db
        .selectFrom('consent')
        .innerJoin('consent_text', 'consent_text.id', 'consent.consent_text_id')
        .select('consent_text.text_fi as text')
        .where('consent.id', '=', id)
        .executeTakeFirst()
    expect((await versionOf(old))?.text).not.toBe('Uusi teksti.')
    await db.deleteFrom('consent_text').where('text_fi', '=', 'Uusi teksti.').execute()
  })
})

async function planned(fields: Record<string, string> = {}) {
  const page = await planPage(
    argsOf(liaison.request(`/presentations/plans/new?candidate=${scene.candidateId}&need=${scene.needId}`)),
  )
  const request = liaison.post('/presentations/plans/new', { ...fieldsOf(scene, page), ...fields })
  return replyOf(() => plan(argsOf(request)))
}
const planId = (location: string | null) => location?.split('/').at(-1) ?? ''

describe('a planned presentation', () => {
  test('is what the employer then sees, once the person has accepted it', async () => {
    const id = planId((await planned()).location)
    const seen = await ownPlan(argsOf(person.request('/'), { planId: id }))
    expect(seen.text).toMatch(/osaamisprofiilin/)
    const sendIt = () => replyOf(() => send(argsOf(liaison.post('/'), { planId: id })))
    expect((await sendIt()).status).toBe(409)
    expect(
      await statusOf(() => answerPlan(argsOf(person.post('/', { answer: 'accepted' }), { planId: id }))),
    ).toBe(303)
    expect(await stateNow()).toBe('given')

    const sent = await sendIt()
    expect(sent.status).toBe(303)
    const employer = await employerOf(scene)
    const shown = await replyOf<{ shown: { profile: unknown; match: unknown } }>(() =>
      profile(argsOf(employer.request('/'), { presentationId: planId(sent.location) })),
    )
    expect(shown.data?.shown).toMatchObject({ profile: seen.plan.profile, match: seen.plan.match })
    expect((await sendIt()).status).toBe(409)
  })

  test('is declined without any other consequence', async () => {
    const id = planId((await planned()).location)
    const decline = () =>
      statusOf(() => answerPlan(argsOf(person.post('/', { answer: 'declined' }), { planId: id })))
    expect(await decline()).toBe(303)
    expect(await stateNow()).toBe('not_asked')
    expect(await decline()).toBe(409)
    expect((await replyOf(() => send(argsOf(liaison.post('/'), { planId: id })))).status).toBe(409)
  })

  test('is no way to ask again after a no, nor about a blocked company', async () => {
    await makeConsent(scene.candidateId, { company_id: scene.companyId, answer: 'refused', expires_on: null })
    expect((await planned()).status).toBe(409)
    await db.deleteFrom('consent').where('candidate_id', '=', scene.candidateId).execute()
    const company = await db
      .selectFrom('company')
      .select('name')
      .where('id', '=', scene.companyId)
      .executeTakeFirstOrThrow()
    expect(await statusOf(() => block(argsOf(person.post('/', { company: company.name }))))).toBe(303)
    expect((await planned()).status).toBe(409)
  })

  test('that changed meanwhile is not sent unseen', async () => {
    const id = planId((await planned()).location)
    await answerPlan(argsOf(person.post('/', { answer: 'accepted' }), { planId: id }))
    await db
      .updateTable('candidate')
      .set({ headline: 'Aivan toinen otsikko' })
      .where('id', '=', scene.candidateId)
      .execute()
    expect((await replyOf(() => send(argsOf(liaison.post('/'), { planId: id })))).status).toBe(409)
  })
})

test('the person sees what the employer sees, who opened it, and the words meant for the person only', async () => {
  const consentId = await makeConsent(scene.candidateId, { company_id: scene.companyId })
  const { id: presentationId } = await present(liaison, scene)
  const employer = await employerOf(scene)
  const seen = await replyOf<{ shown: { profile: unknown } }>(() =>
    profile(argsOf(employer.request('/'), { presentationId })),
  )
  await db
    .updateTable('presentation')
    .set({
      answer: 'not_now',
      answer_comment: 'Liian hidas',
      released_comment: 'He etsivät nyt toista osaamista.',
    })
    .where('id', '=', presentationId)
    .execute()

  const page = await ownPresentation(argsOf(person.request('/'), { presentationId }))
  expect(page.presentation.profile).toEqual(seen.data?.shown.profile)
  expect(page.presentation.views).toMatchObject([{ what: 'profile', name: employer.viewer.name }])
  expect(page.presentation.released).toBe('He etsivät nyt toista osaamista.')
  expect(JSON.stringify(page)).not.toContain('Liian hidas')

  const told = await withdrawal(argsOf(person.request('/'), { consentId }))
  expect(told.seen).toMatchObject([{ name: employer.viewer.name }])
})

test('before agreeing to anything the person and the coach see the profile without the name, and what may tell', async () => {
  const own = await ownProfile(argsOf(person.request('/own/profile')))
  const { preview } = await coachPreview(argsOf(coordinator.request('/'), { candidateId: scene.candidateId }))
  expect(own.profile).toEqual(preview.profile)
  expect(own.hints.hidden).toBeGreaterThan(0)
  expect(own.rareSkills.map(({ en }) => en)).toEqual(preview.rareSkills.map(({ en }) => en))
  for (const page of [JSON.stringify(own), JSON.stringify(preview)])
    for (const sign of ['Tuulikki', 'Salaperä', 'Nordea', 'Piilokuja', '2018'])
      expect(page).not.toContain(sign)
  const mentor = await as('mentor')
  expect(
    await statusOf(() => coachPreview(argsOf(mentor.request('/'), { candidateId: scene.candidateId }))),
  ).toBe(403)
})

test('nobody opens what is somebody else’s', async () => {
  await askPerson()
  const questionId = await openQuestion()
  const id = planId((await planned()).location)
  const consentId = await makeConsent(scene.candidateId, { company_id: scene.companyId, tier: 'T2' })
  const { id: presentationId } = await present(liaison, scene, { tier: 'T2', cvId: scene.cvId })
  const stranger = await as('person')
  const opened = [
    () => question(argsOf(stranger.request('/'), { questionId })),
    () => answer(argsOf(stranger.post('/', { answer: 'refused' }), { questionId })),
    () => ownPlan(argsOf(stranger.request('/'), { planId: id })),
    () => answerPlan(argsOf(stranger.post('/', { answer: 'accepted' }), { planId: id })),
    () => withdrawal(argsOf(stranger.request('/'), { consentId })),
    () => ownPresentation(argsOf(stranger.request('/'), { presentationId })),
    () => cvFile(argsOf(stranger.request('/'), { cvId: scene.cvId })),
  ]
  for (const one of opened) expect(await statusOf(one)).toBe(404)
})
