import { beforeAll, expect, test } from 'vitest'
import { ROLES } from '~/auth/permissions'
import { action as edit } from '~/candidates/routes/edit'
import { loadDemo } from '~/demo/load-demo.server'
import { db } from '~/platform/db.server'
import { syncVocabulary } from '~/skills/skills.server'
import { makeScene, present } from '../presentations/presenting-scene'
import { argsOf, as } from '../support/as'
import { replyOf } from '../support/reply'
import { demoAccount, walk } from './walk'

const WHERE = {
  street: 'Turvakatu 5',
  municipality: 'Salapaikkala',
  phone: '+358409998877',
  email: 'turvassa@piilo.example',
}
const SIGNS = ['Turvakatu', 'Salapaik', '9998877', 'turvassa@']

beforeAll(async () => {
  await db.transaction().execute((trx) => syncVocabulary(trx))
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
  return { coach, scene }
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
