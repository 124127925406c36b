import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { action as report } from '~/meetings/routes/report'
import { loader as matchesLoader } from '~/needs/routes/candidate-matches'
import { action as edit } from '~/needs/routes/edit-need'
import { loader as needLoader } from '~/needs/routes/need'
import { action as end } from '~/needs/routes/need-ending'
import { loader as needMatchesLoader } from '~/needs/routes/need-matches'
import { action as reopen } from '~/needs/routes/need-reopening'
import { loader as listLoader } from '~/needs/routes/needs'
import { action as add, loader as newNeedLoader } from '~/needs/routes/new-need'
import { loader as toldLoader } from '~/needs/routes/told'
import { action as aside } from '~/needs/routes/told-aside'
import { action as takeUp } from '~/needs/routes/told-return'
import { db } from '~/platform/db.server'
import { as, type SignedIn } from '../support/as'
import { makeCompanies, makeRunningCampaign, takeCall } from '../support/campaigns'
import { makeCandidate, makeCompany, makeContact } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'
import { bringVocabulary } from '../support/vocabulary'

let liaison: SignedIn
let coordinator: SignedIn
beforeAll(async () => {
  liaison = await as('liaison')
  coordinator = await as('coordinator')
  await bringVocabulary()
})

const args = <T = LoaderFunctionArgs>(request: Request, params: Record<string, string> = {}) =>
  ({ request, params, context: {} }) as T
const posted = (request: Request, params: Record<string, string> = {}) =>
  args<ActionFunctionArgs>(request, params)

async function addedNeed(fields: Record<string, string | string[]> = {}, companyId?: string) {
  const reply = await replyOf(async () =>
    add(
      posted(
        liaison.post('/needs/new', {
          companyId: companyId ?? (await makeCompany()),
          title: 'Power BI -raportoija',
          remote: 'no',
          headcount: '1',
          ...fields,
        }),
      ),
    ),
  )
  expect(reply).toMatchObject({ status: 303 })
  return reply.location?.split('/').at(-1) ?? ''
}

async function candidateWith(skills: string[], given: Parameters<typeof makeCandidate>[0] = {}) {
  const id = await makeCandidate(given)
  await db
    .insertInto('candidate_skill')
    .values(skills.map((skill_id) => ({ candidate_id: id, skill_id, source: 'coach', evidence: null })))
    .execute()
  return id
}

const matchesOf = async (needId: string, who = coordinator) =>
  needMatchesLoader(args(who.request(`/needs/${needId}/matches`), { needId }))

test('a need keeps the words of the employer beside the skill they mean', async () => {
  const needId = await addedNeed({
    'skills[0].words': 'powerBI',
    'skills[0].must': 'must',
    'skills[0].level': '2',
    'skills[1].words': 'hommien hoitokyky',
    'skills[1].must': 'nice',
    'skills[2].words': '',
    'skills[2].must': 'must',
    'languages[0].language': 'fi',
    'languages[0].level': 'B2',
    forms: ['work_trial', 'hire'],
  })
  const { need } = await needLoader(args(liaison.request(`/needs/${needId}`), { needId }))
  expect(need.skills).toMatchObject([
    { words: 'powerBI', skillId: 'power-bi', must: true, level: 2 },
    { words: 'hommien hoitokyky', skillId: null, must: false, level: null },
  ])
  expect(need).toMatchObject({ forms: ['work_trial', 'hire'], languages: [{ language: 'fi', level: 'B2' }] })
})

test('skills are read from the words into rows, and nothing is saved by that', async () => {
  const company = await makeCompany()
  const reply = await replyOf<{ form: { initialValue: { skills: unknown } } }>(() =>
    add(
      posted(
        liaison.post('/needs/new', {
          companyId: company,
          title: 'Raportoija',
          remote: 'no',
          description: 'Tarvitsemme Power BI -osaajaa. TypeScript katsotaan eduksi.',
          'skills[0].words': 'powerbi',
          'skills[0].must': 'must',
          propose: 'skills',
        }),
      ),
    ),
  )
  expect(reply.status).toBe(200)
  expect(reply.data?.form.initialValue.skills).toEqual([
    { words: 'powerbi', must: 'must' },
    { words: 'TypeScript', must: 'nice' },
  ])
  expect(await db.selectFrom('need').select('id').where('company_id', '=', company).execute()).toEqual([])
})

test.each([
  ['Python ja Kubernetes hallussa, SQL eduksi.', ['must', 'must', 'nice']],
  ['Python, Kubernetes ja SQL eduksi.', ['nice', 'nice', 'nice']],
  ['Vi behöver Python, men Kubernetes är meriterande.', ['must', 'nice']],
  ['You know Python well. Kubernetes is a plus.', ['must', 'nice']],
])('what is only wished for is read as a wish: %s', async (description, musts) => {
  const request = liaison.post('/needs/new', { description, propose: 'skills' })
  const reply = await replyOf<{ form: { initialValue: { skills: { must: string }[] } } }>(() =>
    add(posted(request)),
  )
  expect(reply.data?.form.initialValue.skills.map((row) => row.must)).toEqual(musts)
})

test('a company that cannot be told from its words is asked for again', async () => {
  const reply = await replyOf<{ form: { error: object } }>(() =>
    add(posted(liaison.post('/needs/new', { company: 'Ei Sellaista Oy', title: 'X', remote: 'no' }))),
  )
  expect(reply).toMatchObject({
    status: 422,
    data: { form: { error: { company: ['needs:which_company'] } } },
  })
})

test('a contact of another company is refused', async () => {
  const stranger = await makeContact(await makeCompany())
  const companyId = await makeCompany()
  const request = liaison.post('/needs/new', { companyId, title: 'X', remote: 'no', contactId: stranger })
  expect(await statusOf(() => add(posted(request)))).toBe(409)
})

test('who opened the form before somebody else changed the need gets a conflict', async () => {
  const needId = await addedNeed()
  const change = (title: string) =>
    statusOf(() =>
      edit(posted(liaison.post(`/needs/${needId}/edit`, { title, remote: 'no', version: '1' }), { needId })),
    )
  expect(await change('Ensin')).toBe(303)
  expect(await change('Liian myöhään')).toBe(409)
})

test('a need ends with a reason and opens again, each on the timeline', async () => {
  const needId = await addedNeed()
  const path = `/needs/${needId}`
  const ending = { outcome: 'filled', version: '1' }
  expect(await statusOf(() => end(posted(liaison.post(path, ending), { needId })))).toBe(422)
  const reason = 'palkkasivat'
  expect(await statusOf(() => end(posted(liaison.post(path, { ...ending, reason }), { needId })))).toBe(303)
  expect(
    await statusOf(() =>
      reopen(posted(liaison.post(path, { reason: 'purkautui', version: '2' }), { needId })),
    ),
  ).toBe(303)
  const { need, timeline } = await needLoader(args(liaison.request(path), { needId }))
  expect(need).toMatchObject({ status: 'open', statusReason: 'purkautui' })
  expect(timeline.lines.map((line) => line.action)).toEqual(['need_reopened', 'need_filled', 'need_added'])
})

test('the list finds a need by a skill, and shows open ones unless asked otherwise', async () => {
  const words = 'Kvanttihitsaus'
  const needId = await addedNeed({ 'skills[0].words': words, 'skills[0].must': 'must' })
  const found = async (query: string) =>
    (await listLoader(args(liaison.request(`/needs?q=kvanttihitsaus${query}`)))).rows.map((row) => row.id)
  expect(await found('')).toEqual([needId])
  await end(posted(liaison.post('/', { outcome: 'closed', reason: 'x', version: '1' }), { needId }))
  expect(await found('')).toEqual([])
  expect(await found('&status=closed')).toEqual([needId])
})

test('matches tell what covers, what is missing, and whether the person may be shown', async () => {
  const needId = await addedNeed({
    'skills[0].words': 'Power BI',
    'skills[0].must': 'must',
    'skills[1].words': 'JavaScript',
    'skills[1].must': 'must',
  })
  const both = await candidateWith(['power-bi', 'typescript'])
  const one = await candidateWith(['power-bi'])
  const ended = await candidateWith(['power-bi'], { ended_at: new Date() })
  const { rows } = await matchesOf(needId)
  const ids = rows.map((row) => row.match.personId)
  expect(ids.indexOf(both)).toBeLessThan(ids.indexOf(one))
  expect(ids).not.toContain(ended)
  const first = rows.find((row) => row.match.personId === both)
  expect(first?.match).toMatchObject({ tier: 'all', must: { covered: 2, of: 2 } })
  expect(first?.consent?.profile).toEqual({ state: 'not_asked' })
})

test('facts about the person that are not skills change nothing in the matches', async () => {
  const needId = await addedNeed({ 'skills[0].words': 'Power BI', 'skills[0].must': 'must' })
  const plain = { name: 'Aino Aho', language: 'fi', municipality: 'Espoo' } as const
  const id = await candidateWith(['power-bi'], plain)
  const before = await matchesOf(needId)
  await db
    .updateTable('candidate')
    .set({
      name: 'Omar Hassan',
      language: 'en',
      municipality: 'Kuopio',
      street: 'Kotikatu 1',
      goal: 'Olen 58-vuotias, ollut vuosia työttömänä, kolme lasta, selkävaiva',
      referred_by: 'Kuntoutus',
      referred_on: '2020-01-01',
      non_disclosure: true,
    })
    .where('id', '=', id)
    .execute()
  expect(await matchesOf(needId)).toEqual(before)
})

test('a liaison sees matches by number, never by name', async () => {
  const needId = await addedNeed({ 'skills[0].words': 'Power BI', 'skills[0].must': 'must' })
  await candidateWith(['power-bi'], { name: 'Salainen Nimi' })
  expect(JSON.stringify(await matchesOf(needId, liaison))).not.toContain('Salainen')
})

test('a person is shown the open needs that ask for what the person can', async () => {
  const open = await addedNeed({ 'skills[0].words': 'JavaScript', 'skills[0].must': 'must' })
  const past = await addedNeed({
    'skills[0].words': 'JavaScript',
    'skills[0].must': 'must',
    validUntil: '2020-01-01',
  })
  const candidateId = await candidateWith(['react'])
  const { rows } = await matchesLoader(
    args(coordinator.request(`/candidates/${candidateId}/matches`), { candidateId }),
  )
  const ids = rows.map((row) => row.need.id)
  expect(ids).toContain(open)
  expect(ids).not.toContain(past)
})

test('an employer reaches neither needs nor matches', async () => {
  const employer = await as('employer')
  const needId = await addedNeed()
  expect(await statusOf(() => listLoader(args(employer.request('/needs'))))).toBe(403)
  expect(await statusOf(() => needLoader(args(employer.request('/needs'), { needId })))).toBe(403)
  expect(await statusOf(() => matchesOf(needId, employer))).toBe(403)
})

test('words about a person are pointed out where they stand, are saved once looked at, and name no skill', async () => {
  const fields = {
    companyId: await makeCompany(),
    title: 'Nuori myyjä',
    description: 'Myymälän kassa. Ei diabetesta.',
    'skills[0].words': '',
    'skills[1].words': 'äidinkieli suomi',
    remote: 'no',
    headcount: '1',
  }
  const save = (more: Record<string, string> = {}) =>
    replyOf(() => add(posted(liaison.post('/needs/new', { ...fields, ...more }))))
  expect(await save()).toMatchObject({
    status: 422,
    data: {
      form: {
        error: {
          title: ['needs:about_person.age|{"words":"Nuori"}'],
          description: ['needs:about_person.health|{"words":"diabetesta"}'],
          'skills[1].words': ['needs:about_person.mother_tongue|{"words":"äidinkieli"}'],
        },
      },
    },
  })
  const saved = await save({ wordsChecked: 'on' })
  expect(saved.status).toBe(303)
  const needId = saved.location?.split('/').at(-1) ?? ''
  const { need } = await needLoader(args(liaison.request('/'), { needId }))
  expect(need.skills).toMatchObject([{ words: 'äidinkieli suomi', skillId: null }])
  expect((await matchesOf(needId)).unrecognised).toEqual([])
})

describe('what was told and is no need yet', () => {
  /** A call to a company that told of `words`, half an hour ago. */
  async function toldInCall(words: string[]) {
    const [companyId = ''] = await makeCompanies(1)
    const campaignId = await makeRunningCampaign({ companies: [companyId], callers: [liaison.viewer.userId] })
    const call = await takeCall(liaison.viewer, campaignId)
    await db
      .updateTable('call')
      .set({ outcome: 'interested', ended_at: new Date(Date.now() - 1_800_000), skills_needed: words })
      .where('id', '=', call.id)
      .execute()
    return { companyId, callId: call.id }
  }
  const told = async (companyId: string, query = '') => {
    const { page } = await toldLoader(args(liaison.request(`/needs/told${query}`)))
    return page.rows.flatMap((row) =>
      row.companyId === companyId ? { from: row.source, words: row.words } : [],
    )
  }

  test('stands in the list by its words until a need holds them, and the form is filled from the call', async () => {
    const { companyId, callId } = await toldInCall(['pilvi', 'devops'])
    expect(await told(companyId)).toEqual([{ from: 'call', words: ['pilvi', 'devops'] }])
    expect(await told(companyId, '?from=survey')).toEqual([])
    const draft = await newNeedLoader(args(liaison.request(`/needs/new?call=${callId}`)))
    expect(draft).toMatchObject({ company: { id: companyId }, callId, words: ['pilvi', 'devops'] })

    await addedNeed({ 'skills[0].words': 'DevOps', 'skills[0].must': 'must' }, companyId)
    expect(await told(companyId)).toEqual([{ from: 'call', words: ['pilvi'] }])
    await addedNeed({ callId, 'skills[0].words': 'pilvipalvelut', 'skills[0].must': 'must' }, companyId)
    expect(await told(companyId)).toEqual([])
  })

  test('is set aside with a reason and can be taken up again', async () => {
    const { companyId, callId } = await toldInCall(['pilvi'])
    const at = { source: 'call', toldId: callId }
    const setAside = (reason: string) =>
      statusOf(() => aside(posted(liaison.post(`/needs/told/call/${callId}/aside`, { reason }), at)))
    expect(await setAside('')).toBe(422)
    expect(await setAside('Paikka täyttyi jo')).toBe(303)
    expect(await setAside('Toistamiseen')).toBe(409)
    expect(await told(companyId)).toEqual([])
    expect(await told(companyId, '?state=aside')).toEqual([{ from: 'call', words: ['pilvi'] }])

    expect(await statusOf(() => takeUp(posted(liaison.post('/'), at)))).toBe(303)
    expect(await told(companyId)).toEqual([{ from: 'call', words: ['pilvi'] }])
    const manager = await as('project_manager')
    expect(await statusOf(() => aside(posted(manager.post('/', { reason: 'x' }), at)))).toBe(403)
  })

  test('is read from the notes of a meeting with one company, and from none with several', async () => {
    const [companyId = '', other = ''] = await makeCompanies(2)
    const meet = async (companies: string[]) => {
      const { id } = await db
        .insertInto('meeting')
        .values({
          kind: 'one_to_one',
          mode: 'online',
          title: 'Tapaaminen',
          starts_at: new Date(Date.now() - 86_400_000),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('meeting_company')
        .values(companies.map((company_id) => ({ meeting_id: id, company_id })))
        .execute()
      const form = { summary: 'Tarvitaan Power BI ja Power BI. Muusta puhuttiin vähän.', version: 1 }
      expect(await statusOf(() => report(posted(liaison.post('/', form), { meetingId: id })))).toBe(303)
      return id
    }
    const meetingId = await meet([companyId])
    await meet([companyId, other])
    expect(await told(companyId)).toEqual([{ from: 'meeting', words: ['Power BI'] }])
    const draft = await newNeedLoader(
      args(liaison.request(`/needs/new?company=${companyId}&meeting=${meetingId}`)),
    )
    expect(draft.words).toEqual(['Power BI'])
  })
})
