import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ROLES } from '~/auth/permissions'
import { loadCandidatePage } from '~/candidates/candidate-page.server'
import { action as edit } from '~/candidates/routes/edit'
import { loadDemo } from '~/demo/load-demo.server'
import { db } from '~/platform/db.server'
import { watchProfile } from '~/portal/open-profiles.server'
import { listShownProfiles } from '~/portal/portal.server'
import { findPresentation } from '~/presentations/presentations.server'
import { employerOf, makeScene, present } from '../presentations/presenting-scene'
import { argsOf, as, type SignedIn } from '../support/as'
import { demoAccount } from '../support/demo-account'
import { makeConsent } from '../support/factories'
import { pasteCv } from '../support/pasted-cv'
import { replyOf, statusOf } from '../support/reply'
import { routeTable } from '../support/route-table'
import { bringVocabulary } from '../support/vocabulary'
import { open, routeAt, walk } from './walk'

const WHERE = {
  street: 'Turvakatu 5',
  municipality: 'Salapaikkala',
  phone: '+358409998877',
  email: 'turvassa@piilo.example',
}
const TELLING = 'Rakensin Salapaikkalassa Power BI -raportteja myynnille.'
const SIGNS = ['Turvakatu', 'Salapaik', '9998877', 'turvassa@']

beforeAll(async () => {
  await bringVocabulary()
  await loadDemo(db)
}, 180_000)

async function protectedPerson(texts: { headline?: string; about?: string; works_in?: string[] } = {}) {
  const coach = await as('coordinator')
  const scene = await makeScene()
  await db
    .updateTable('candidate')
    .set({
      ...WHERE,
      non_disclosure: true,
      coach_id: coach.viewer.userId,
      ...texts,
    })
    .where('id', '=', scene.candidateId)
    .execute()
  // The scene's CV was never read in full; the pages of CVs would miss the rest.
  await db
    .updateTable('cv')
    .set({ reading: null, status: 'waiting' })
    .where('candidate_id', '=', scene.candidateId)
    .execute()
  const { cvId, findingId } = await bringCv(coach, scene.candidateId)
  return { coach, scene, cvId, findingId }
}

/** A CV with the address in it, read; a sentence on the profile names the municipality. */
async function bringCv(coach: SignedIn, candidateId: string) {
  const cvId = await pasteCv(coach, candidateId, [
    'Tuulikki Salaperä',
    `${WHERE.street}, 02700 ${WHERE.municipality}`,
    `${WHERE.phone} ${WHERE.email}`,
    'Työkokemus',
    'Raportoija, Esimerkki Oy 3/2019 – 2/2024',
    TELLING,
  ])
  const { id: findingId } = await db
    .selectFrom('cv_finding')
    .select('id')
    .where('cv_id', '=', cvId)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('candidate_skill')
    .set({ evidence: TELLING })
    .where('candidate_id', '=', candidateId)
    .execute()
  return { cvId, findingId }
}

test('15: nobody but the coach meets the address, the municipality or the number anywhere', async () => {
  const { coach, scene } = await protectedPerson({
    works_in: ['Espoo'],
    about: 'Rakensin raportteja myynnille.',
  })
  // The demonstration's employer is shown the profile too.
  const employer = await demoAccount('employer')
  const shown = await present(coach, scene, { secondLook: 'Sovittu henkilön kanssa' })
  expect(shown.status).toBe(303)
  await db
    .updateTable('presentation')
    .set((eb) => ({
      contact_id: employer.contactId ?? '',
      company_id: eb
        .selectFrom('contact')
        .select('company_id')
        .where('id', '=', employer.contactId)
        .$asScalar()
        .$notNull(),
    }))
    .where('id', '=', shown.id)
    .execute()

  for (const role of ROLES.filter((one) => one !== 'person')) {
    const answers = await walk(await demoAccount(role), 4)
    const told = answers.filter(({ text }) => SIGNS.some((sign) => text.includes(sign)))
    expect(told.map(({ address }) => `${role} ${address}`)).toEqual([])
  }
}, 600_000)

test('15: only the coach shows somebody under non-disclosure, with a reason, and never by name', async () => {
  const { coach, scene } = await protectedPerson()
  expect((await present(await as('liaison'), scene, { secondLook: 'Sovittu' })).status).toBe(409)
  expect((await present(coach, scene)).status).toBe(409)
  expect((await present(coach, scene, { tier: 'T2', cvId: scene.cvId, secondLook: 'Sovittu' })).status).toBe(
    409,
  )
  expect((await present(coach, scene, { secondLook: 'Sovittu henkilön kanssa' })).status).toBe(303)
})

test('15: a place that stands in the person’s own words is hidden from the employer, in any case', async () => {
  const { coach, scene } = await protectedPerson({
    headline: 'Raportoija Salapaikkalasta',
    about: 'Tein Salapaikkalan kaupungille raportteja. Salapaikkalassa opin SQL:n.',
    works_in: ['Salapaikkala', 'Naapurila'],
  })
  const { id } = await present(coach, scene, { secondLook: 'Sovittu henkilön kanssa' })
  const { profile } = await db
    .selectFrom('presentation')
    .select('profile')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(profile)).not.toMatch(/Salapaik|Naapur/)
  expect(profile).toMatchObject({ headline: 'Raportoija […]', worksIn: [] })
})

test('15: what was shown before the non-disclosure leaves the employer at once, and the coach is told', async () => {
  const coach = await as('coordinator')
  const liaison = await as('liaison')
  const scene = await makeScene()
  await makeConsent(scene.candidateId, { company_id: scene.companyId, tier: 'T2' })
  const profile = await present(liaison, scene)
  const byName = await present(liaison, scene, { tier: 'T2', cvId: scene.cvId })
  const employer = await employerOf(scene)
  const employerGets = async (url: string, id: string) => {
    const params = { presentationId: id }
    const { loader } = (await import(path.resolve(routeAt(url).file))) as {
      loader: (args: unknown) => unknown
    }
    return replyOf(async () => loader(argsOf(employer.request(`/portal/${id}`), params)))
  }
  expect(await employerGets('/portal/:presentationId', profile.id)).toMatchObject({
    data: { shown: { profile: { worksIn: ['Espoo', 'Helsinki'] } } },
  })
  expect((await employerGets('/portal/:presentationId/cv', byName.id)).status).toBe(200)
  const left = new Promise<void>((resolve) => {
    const stop = watchProfile(profile.id, employer.viewer.userId, (isOpen) => {
      if (isOpen) return
      stop()
      resolve()
    })
  })

  const saved = await replyOf(() =>
    edit(
      argsOf(
        coach.post('/', {
          ...WHERE,
          name: 'Tuulikki Salaperä',
          language: 'fi',
          nonDisclosure: 'on',
          worksIn: 'Espoo',
          version: 1,
        }),
        { candidateId: scene.candidateId },
      ),
    ),
  )
  expect(saved.location).toBe(`/candidates/${scene.candidateId}#presentations`)
  await left
  for (const { id } of [profile, byName])
    expect(await employerGets('/portal/:presentationId', id)).toMatchObject({
      status: 404,
      data: { shown: null },
    })
  expect((await employerGets('/portal/:presentationId/cv', byName.id)).status).toBe(404)
  expect(await listShownProfiles(db, employer.viewer)).toEqual([])

  const page = await loadCandidatePage(coach.viewer, scene.candidateId)
  expect(page?.presentations.map(({ isHidden }) => isHidden)).toEqual([true, true])
  // What stood in it names the home, so others of the house read it no more either.
  expect(await findPresentation(db, liaison.viewer, profile.id)).toMatchObject({
    standing: 'revoked',
    profile: null,
  })

  await db
    .updateTable('candidate')
    .set({ coach_id: coach.viewer.userId })
    .where('id', '=', scene.candidateId)
    .execute()
  const anew = await present(coach, scene, { secondLook: 'Sovittu henkilön kanssa' })
  expect(await employerGets('/portal/:presentationId', anew.id)).toMatchObject({
    status: 200,
    data: { shown: { profile: { worksIn: [] } } },
  })
})

test('15: what others read of the person may not say where the person lives', async () => {
  const { coach, scene } = await protectedPerson()
  const save = (fields: object) =>
    replyOf(() =>
      edit(
        argsOf(
          coach.post('/', {
            ...WHERE,
            name: 'Tuulikki Salaperä',
            language: 'fi',
            nonDisclosure: 'on',
            version: 1,
            ...fields,
          }),
          { candidateId: scene.candidateId },
        ),
      ),
    )
  for (const field of ['headline', 'about', 'worksIn'])
    expect(await save({ [field]: 'Salapaikkalassa' })).toMatchObject({
      status: 422,
      data: { form: { error: { [field]: ['candidates:tells_place'] } } },
    })
  expect((await save({ worksIn: 'Espoo' })).status).toBe(303)
})

test('15: a CV tells where the person lives, and opens to the coach, the substitute and the person only', async () => {
  const { coach, scene, cvId, findingId } = await protectedPerson()
  const substitute = await as('coordinator')
  await db
    .insertInto('coach_absence')
    .values({
      coach_id: coach.viewer.userId,
      substitute_id: substitute.viewer.userId,
      starts_on: '2020-01-01',
      ends_on: '2099-12-31',
    })
    .execute()
  const page = `/candidates/${scene.candidateId}`
  const routes = routeTable().filter(({ url }) => url.startsWith('/candidates/:candidateId/cvs/'))
  const addressOf = (url: string) =>
    url.replace(':candidateId', scene.candidateId).replace(':cvId', cvId).replace(':findingId', findingId)

  for (const who of [await as('coordinator'), await as('liaison')]) {
    for (const route of [...routes, routeAt('/candidates/:candidateId')]) {
      const { address, text } = await open(route, addressOf(route.url), who.cookie)
      expect(SIGNS.filter((sign) => text.includes(sign)).map((sign) => `${address} ${sign}`)).toEqual([])
    }
    for (const { url, file, action } of routes) {
      if (!action) continue
      const run = (await import(path.resolve(file))) as { action: (args: unknown) => Promise<unknown> }
      const params = { candidateId: scene.candidateId, cvId, findingId }
      expect([url, await statusOf(() => run.action(argsOf(who.post('/'), params)))]).toEqual([
        url,
        who.viewer.roles.includes('liaison') ? 403 : 404,
      ])
    }
  }
  for (const who of [coach, substitute]) {
    for (const url of ['/candidates/:candidateId/cvs/:cvId', '/candidates/:candidateId/cvs/:cvId/file'])
      expect((await open(routeAt(url), addressOf(url), who.cookie)).text).toContain(WHERE.street)
    const shown = await open(routeAt('/candidates/:candidateId'), page, who.cookie)
    expect(shown.text).toContain(TELLING)
    expect(shown.text).toContain(cvId)
  }
  const person = await as('person', { candidateId: scene.candidateId })
  const own = await open(routeAt('/own/cvs/:cvId/file'), `/own/cvs/${cvId}/file`, person.cookie)
  expect(own.text).toContain(WHERE.street)
})

test('15: answers, questions and contacts are written down by the coach and the substitute only', async () => {
  const { coach, scene } = await protectedPerson()
  const other = await as('coordinator')
  const params = { candidateId: scene.candidateId, consentId: scene.needId, questionId: scene.needId }
  const writing = [
    'consents/new',
    'consents/:consentId/renewal',
    'questions/new',
    'questions/:questionId/removal',
    'notes/new',
  ]
  for (const part of writing) {
    const { url, file } = routeAt(`/candidates/:candidateId/${part}`)
    const run = (await import(path.resolve(file))) as { action: (args: unknown) => Promise<unknown> }
    const statusFor = (who: SignedIn) => statusOf(() => run.action(argsOf(who.post('/'), params)))
    expect([url, await statusFor(other)]).toEqual([url, 404])
    expect([url, await statusFor(coach)]).not.toEqual([url, 404])
  }
})
