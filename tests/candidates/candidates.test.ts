import { beforeEach, describe, expect, test } from 'vitest'
import { action as block, loader as blockPage } from '~/candidates/routes/blocked-company-new'
import { action as unblock } from '~/candidates/routes/blocked-company-removal'
import { loader as candidatePage } from '~/candidates/routes/candidate'
import { action as edit } from '~/candidates/routes/edit'
import { action as end } from '~/candidates/routes/end'
import { loader as listPage } from '~/candidates/routes/list'
import { action as add } from '~/candidates/routes/new'
import { action as addNote } from '~/candidates/routes/note-new'
import { action as reopen } from '~/candidates/routes/reopening'
import { action as addSkill } from '~/candidates/routes/skill-new'
import { action as removeSkill } from '~/candidates/routes/skill-removal'
import { loader as suggestions } from '~/candidates/routes/suggestions'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { clearDatabase } from '../support/database'
import { makeCandidate, makeCompany, makeConsent } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'
import { bringVocabulary } from '../support/vocabulary'

let coordinator: SignedIn
let liaison: SignedIn

beforeEach(async () => {
  await clearDatabase()
  coordinator = await as('coordinator')
  liaison = await as('liaison')
})

const filled = { name: 'Oona Testaaja', language: 'fi' }
const addWith = (fields: object, who = coordinator) =>
  replyOf(() => add(argsOf(who.post('/candidates/new', { ...filled, ...fields }))))
const candidates = () =>
  db.selectFrom('candidate').select(['id', 'name', 'forms', 'works_in', 'remote', 'version']).execute()

describe('adding and changing a person', () => {
  test('a person is added with languages, forms and places, and coached by who added them', async () => {
    const reply = await addWith({
      forms: ['work_trial', 'hire'],
      worksIn: 'Espoo, Helsinki; Vantaa',
      remote: 'on',
      'languages[0].language': 'fi',
      'languages[0].level': 'native',
      'languages[1].language': 'en',
      'languages[1].level': 'B2',
    })
    expect(reply.status).toBe(303)
    expect(await candidates()).toMatchObject([
      {
        name: 'Oona Testaaja',
        forms: ['work_trial', 'hire'],
        works_in: ['Espoo', 'Helsinki', 'Vantaa'],
        remote: true,
      },
    ])
    const languages = await db.selectFrom('candidate_language').select(['language', 'level']).execute()
    expect(languages).toHaveLength(2)
    expect(await db.selectFrom('candidate').select('coach_id').executeTakeFirst()).toEqual({
      coach_id: coordinator.viewer.userId,
    })
  })

  test('what is left empty is empty: boxes unchecked, nothing chosen, no row of languages', async () => {
    expect((await addWith({ availableFrom: '', email: '', worksIn: '', euraStartedOn: '' })).status).toBe(303)
    expect(await candidates()).toMatchObject([{ forms: [], works_in: [], remote: false }])
  })

  test('a language chosen twice keeps the later level', async () => {
    await addWith({
      'languages[0].language': 'en',
      'languages[0].level': 'A2',
      'languages[1].language': 'en',
      'languages[1].level': 'C1',
    })
    const languages = await db.selectFrom('candidate_language').select(['language', 'level']).execute()
    expect(languages).toEqual([{ language: 'en', level: 'C1' }])
  })

  test('a language row half filled says so at its field', async () => {
    expect(await addWith({ 'languages[0].language': 'en', 'languages[0].level': '' })).toMatchObject({
      status: 422,
      data: { form: { error: { 'languages[0].level': expect.any(Array) } } },
    })
  })

  test('the button that adds a language row works without script and loses nothing', async () => {
    const intent = JSON.stringify({ type: 'insert', payload: { name: 'languages' } })
    const reply = await addWith({ headline: 'Testaaja', __intent__: intent })
    expect(reply).toMatchObject({
      status: 200,
      data: { form: { initialValue: { name: 'Oona Testaaja', headline: 'Testaaja' } } },
    })
    expect(await candidates()).toEqual([])
  })

  test('the same form sent twice adds one person', async () => {
    const once = crypto.randomUUID()
    const [first, second] = await Promise.all([addWith({ once }), addWith({ once })])
    expect(first.location).toBe(second.location)
    expect(await candidates()).toHaveLength(1)
  })

  test('two coordinators editing at once do not overwrite each other, and the later one’s text is kept', async () => {
    const candidateId = await makeCandidate()
    const save = (fields: object) =>
      replyOf(() =>
        edit(argsOf(coordinator.post('/', { ...filled, ...fields, version: 1 }), { candidateId })),
      )
    expect((await save({ name: 'Ensin Tallennettu' })).status).toBe(303)
    expect(await save({ name: 'Toiseksi Tallennettu', goal: 'Pitkä teksti' })).toMatchObject({
      status: 409,
      data: {
        form: {
          initialValue: { name: 'Toiseksi Tallennettu', goal: 'Pitkä teksti' },
          error: { '': ['errors:changed_by_other'] },
        },
      },
    })
    expect(await candidates()).toMatchObject([{ name: 'Ensin Tallennettu', version: 2 }])
    const sources = await db.selectFrom('candidate_fact_source').select(['fact', 'written_by']).execute()
    expect(sources).toContainEqual({ fact: 'name', written_by: coordinator.viewer.userId })
    expect(sources.map(({ fact }) => fact)).not.toContain('non_disclosure')
  })

  test('ending needs a reason, a comparison with the goal and a hand-back; it hides the person, and can be taken back', async () => {
    const candidateId = await makeCandidate({ goal: 'Töihin keittiöön' })
    const whole = {
      reason: 'work',
      goalOutcome: 'partly',
      handBack: 'handed_back',
      handedBackTo: 'Omavalmentaja',
      handedBackOn: '2026-01-05',
      version: 1,
    }
    const endWith = (fields: object) =>
      statusOf(() => end(argsOf(coordinator.post('/', { ...whole, ...fields }), { candidateId })))
    for (const lacking of ['reason', 'goalOutcome', 'handBack', 'handedBackTo', 'handedBackOn'])
      expect(await endWith({ [lacking]: '' })).toBe(422)
    expect(await endWith({ goalOutcome: 'no_goal' })).toBe(422)
    expect(await endWith({ handedBackOn: '2099-01-01' })).toBe(422)
    expect(await endWith({})).toBe(303)
    const numbers = async (query: string) =>
      (await listPage(argsOf(coordinator.request(`/candidates${query}`)))).total
    expect([await numbers(''), await numbers('?state=ended'), await numbers('?state=all')]).toEqual([0, 1, 1])
    await replyOf(() => reopen(argsOf(coordinator.post('/', { version: 2 }), { candidateId })))
    expect(await numbers('')).toBe(1)
    const page = await candidatePage(argsOf(coordinator.request('/'), { candidateId }))
    expect(page.care?.ends).toMatchObject([
      {
        reason: 'work',
        goal: 'Töihin keittiöön',
        goalOutcome: 'partly',
        handedBackTo: 'Omavalmentaja',
        reopenedAt: expect.any(Date),
      },
    ])
  })
})

describe('what a liaison may know of a person', () => {
  const secret = {
    name: 'Salli Salainen',
    email: 'salli@koti.example',
    phone: '+358401112223',
    street: 'Piilokuja 7',
    goal: 'Haluan kokiksi',
    referred_by: 'Virkailija Vuokko',
    headline: 'Testaaja',
    municipality: 'Espoo',
  }
  let candidateId: string

  beforeEach(async () => {
    candidateId = await makeCandidate(secret)
    const companyId = await makeCompany({ name: 'Entinen Oy' })
    await replyOf(() =>
      addNote(
        argsOf(
          coordinator.post('/', { channel: 'phone', happenedOn: '2026-03-01', body: 'Puhuttu unista' }),
          { candidateId },
        ),
      ),
    )
    await replyOf(() =>
      block(
        argsOf(coordinator.post('/', { company: 'Entinen Oy', reason: 'Riita pomon kanssa' }), {
          candidateId,
        }),
      ),
    )
    await makeConsent(candidateId, {
      tier: 'T1',
      company_id: companyId,
      withdrawn_at: new Date(),
      withdraw_reason: 'En jaksa enää',
    })
    const { id: fileId } = await db
      .insertInto('stored_file')
      .values({ name: 'salli-cv.pdf', media_type: 'application/pdf', bytes: 1, sha256: 'x' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('cv')
      .values({ candidate_id: candidateId, file_id: fileId, version_number: 1, text: 'Cv:n teksti' })
      .execute()
  })

  const hidden = [
    'Salli',
    'Salainen',
    'salli@koti',
    '401112223',
    'Piilokuja',
    'kokiksi',
    'Vuokko',
    'unista',
    'Riita',
    'jaksa',
    'salli-cv',
    'Cv:n teksti',
  ]
  const pagesOf = async (who: SignedIn) =>
    JSON.stringify([
      await candidatePage(argsOf(who.request('/'), { candidateId })),
      await listPage(argsOf(who.request('/candidates'))),
      await suggestions(argsOf(who.request('/candidates/suggestions?q=K-'))),
    ])

  test('a liaison’s pages hold neither name, contact data, goal, notes, reasons nor CV', async () => {
    const pages = await pagesOf(liaison)
    expect(pages).toContain('Testaaja')
    expect(pages).toContain('Entinen Oy')
    expect(hidden.filter((words) => pages.includes(words))).toEqual([])
  })

  test('a coordinator’s pages hold them', async () => {
    const pages = await pagesOf(coordinator)
    for (const words of ['Salli Salainen', 'Piilokuja', 'kokiksi', 'unista', 'Riita', 'jaksa'])
      expect(pages).toContain(words)
  })

  test('the name, and only the name, is shown while a consent to be introduced by name is in force', async () => {
    const companyId = await makeCompany()
    const consentId = await makeConsent(candidateId, { tier: 'T2', company_id: companyId })
    const pages = await pagesOf(liaison)
    expect(pages).toContain('Salli Salainen')
    expect(hidden.slice(2).filter((words) => pages.includes(words))).toEqual([])
    await db.updateTable('consent').set({ withdrawn_at: new Date() }).where('id', '=', consentId).execute()
    expect(await pagesOf(liaison)).not.toContain('Salli')
  })

  test.each([
    ['expired', { expires_on: '2026-01-02' }],
    ['refused', { answer: 'refused', expires_on: null }],
    ['replaced', { superseded_at: new Date() }],
  ])('a consent that is %s shows no name', async (_words, given) => {
    await makeConsent(candidateId, { tier: 'T2', company_id: await makeCompany(), ...given })
    expect(await pagesOf(liaison)).not.toContain('Salli')
  })

  test('a liaison’s search finds by number, headline and place, never by name', async () => {
    const found = async (who: SignedIn, words: string) =>
      (await listPage(argsOf(who.request(`/candidates?q=${encodeURIComponent(words)}`)))).total
    expect(await found(liaison, 'testaaja')).toBe(1)
    expect(await found(liaison, 'espoo')).toBe(1)
    expect(await found(liaison, 'salainen')).toBe(0)
    expect(await found(coordinator, 'salainen')).toBe(1)
    await makeConsent(candidateId, { tier: 'T2', company_id: await makeCompany() })
    expect(await found(liaison, 'salainen')).toBe(0)
  })

  test('sorting by name tells a liaison nothing', async () => {
    await makeCandidate({ name: 'Aada Aakkonen' })
    const numbers = async (query: string) =>
      (await listPage(argsOf(liaison.request(`/candidates${query}`)))).rows.map(({ number }) => number)
    expect(await numbers('?sort=name')).toEqual(await numbers('?sort=number'))
  })

  test('who opened a person’s page is written down', async () => {
    await pagesOf(liaison)
    expect(await db.selectFrom('reading').select(['user_id', 'candidate_id']).execute()).toEqual([
      { user_id: liaison.viewer.userId, candidate_id: candidateId },
    ])
  })
})

test.each(['administrator', 'project_manager', 'caller', 'employer', 'mentor'] as const)(
  'a %s opens no page of people',
  async (role) => {
    const candidateId = await makeCandidate()
    const { request } = await as(role)
    expect(await statusOf(() => listPage(argsOf(request('/candidates'))))).toBe(403)
    expect(await statusOf(() => candidatePage(argsOf(request('/'), { candidateId })))).toBe(403)
  },
)

test('a liaison changes nothing about a person', async () => {
  const candidateId = await makeCandidate()
  const writes = [edit, end, reopen, addNote, addSkill, removeSkill, block, unblock]
  for (const write of writes)
    expect(await statusOf(() => write(argsOf(liaison.post('/'), { candidateId })))).toBe(403)
  expect(await statusOf(() => blockPage(argsOf(liaison.request('/'), { candidateId })))).toBe(403)
})

describe('skills and blocked companies', () => {
  const skillsOf = (candidateId: string) =>
    db
      .selectFrom('candidate_skill')
      .select(['skill_id', 'level', 'source'])
      .where('candidate_id', '=', candidateId)
      .where('removed_at', 'is', null)
      .execute()

  test('a skill is added by any of its words, removed, and added again', async () => {
    await bringVocabulary()
    const candidateId = await makeCandidate()
    const addWords = (words: string, level = '') =>
      replyOf(() => addSkill(argsOf(coordinator.post('/', { words, level }), { candidateId })))
    expect((await addWords('react.js', '3')).status).toBe(303)
    expect(await skillsOf(candidateId)).toEqual([{ skill_id: 'react', level: 3, source: 'coach' }])
    await replyOf(() => removeSkill(argsOf(coordinator.post('/'), { candidateId, skillId: 'react' })))
    expect(await skillsOf(candidateId)).toEqual([])
    expect((await addWords('React')).status).toBe(303)
    expect(await skillsOf(candidateId)).toMatchObject([{ skill_id: 'react', level: null }])
    expect(await addWords('siipikarjanlumous')).toMatchObject({
      status: 422,
      data: { form: { error: { words: ['candidates:skills.unknown_words'] } } },
    })
  })

  test('a company is blocked by name or business ID, once, and the block can be lifted', async () => {
    const candidateId = await makeCandidate()
    const companyId = await makeCompany({ name: 'Virta Oy', business_id: '0538134-0' })
    const blockWords = (company: string) =>
      replyOf(() => block(argsOf(coordinator.post('/', { company }), { candidateId })))
    expect((await blockWords('virta oy')).status).toBe(303)
    expect((await blockWords('Virta Oy (0538134-0)')).status).toBe(303)
    expect((await blockWords('Tuntematon')).status).toBe(422)
    const blocked = () => db.selectFrom('blocked_company').select('company_id').execute()
    expect(await blocked()).toEqual([{ company_id: companyId }])
    await replyOf(() => unblock(argsOf(coordinator.post('/'), { candidateId, companyId })))
    expect(await blocked()).toEqual([])
  })
})
