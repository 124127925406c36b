import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Answers, type AssessmentContent, editedOf, resultOf } from '~/candidates/assessments/assessment'
import { DIGITAL_SKILLS } from '~/candidates/assessments/digital-skills'
import { JOB_SEARCH } from '~/candidates/assessments/job-search'
import { loader as coachResult } from '~/candidates/routes/assessment'
import { action as newVersion, loader as newVersionPage } from '~/candidates/routes/assessment-form-new'
import { loader as formsPage } from '~/candidates/routes/assessment-forms'
import { action as fillTogether, loader as fillTogetherPage } from '~/candidates/routes/assessment-new'
import { action as coachRemoves } from '~/candidates/routes/assessment-removal'
import { loader as coachPage } from '~/candidates/routes/assessments'
import { loader as candidatePage } from '~/candidates/routes/candidate'
import { action as changeOutside } from '~/candidates/routes/outside-assessment-change'
import { action as noteOutside } from '~/candidates/routes/outside-assessment-new'
import { loader as needMatches } from '~/needs/routes/need-matches'
import { loader as ownResult } from '~/person/routes/assessment'
import { action as fillOwn } from '~/person/routes/assessment-new'
import { action as personRemoves } from '~/person/routes/assessment-removal'
import { loader as ownPage } from '~/person/routes/assessments'
import { plusDays, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { pathsIn } from '../structure/sources'
import { argsOf, as, type SignedIn } from '../support/as'
import { clearDatabase } from '../support/database'
import { makeCandidate, makeCompany, makeNeed } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'
import { bringVocabulary } from '../support/vocabulary'

let coach: SignedIn
let person: SignedIn
let candidateId: string

beforeEach(async () => {
  await clearDatabase()
  coach = await as('coordinator')
  candidateId = await makeCandidate({ coach_id: coach.viewer.userId })
  person = await as('person', { candidateId })
})

/** The fields of a form in which every question gets its option of these points. */
function fieldsOf(content: AssessmentContent, points: number): Record<string, string> {
  return Object.fromEntries(
    content.questions.map(({ key, options }) => [
      `answers.${key}`,
      String(options.findIndex((option) => option.points === points)),
    ]),
  )
}

const job = (who: 'coach' | 'person', points: number, fields: object = {}, version = 1) => {
  const all = {
    wave: 'start',
    ...(who === 'coach' && { agreed: 'on' }),
    ...fieldsOf(JOB_SEARCH, points),
    ...fields,
  }
  const path = `/assessments/job_search/new?version=${version}`
  return replyOf(() =>
    who === 'coach'
      ? fillTogether(argsOf(coach.post(path, all), { candidateId, instrument: 'job_search' }))
      : fillOwn(argsOf(person.post(path, all), { instrument: 'job_search' })),
  )
}
const idIn = (location: string | null) => location?.split('/').at(-1) ?? ''
const listed = async () => (await coachPage(argsOf(coach.request('/'), { candidateId }))).assessments

describe('the forms', () => {
  test('the first versions stay as they are: answers rest on them', () => {
    const hash = (content: AssessmentContent) =>
      createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)
    expect([hash(DIGITAL_SKILLS), hash(JOB_SEARCH)]).toEqual(['05ef80093a98', '9ff78c255055'])
  })

  test('the test has three levels with a route each, the checklist six areas', () => {
    expect(DIGITAL_SKILLS.levels).toHaveLength(3)
    expect(DIGITAL_SKILLS.questions).toHaveLength(14)
    expect(JOB_SEARCH.areas).toHaveLength(6)
    for (const { areas, questions } of [DIGITAL_SKILLS, JOB_SEARCH])
      for (const { key } of areas)
        expect(
          questions.some(({ area }) => area === key),
          key,
        ).toBe(true)
  })

  test.each([
    [0, 0],
    [11, 0],
    [12, 1],
    [21, 1],
    [22, 2],
    [28, 2],
  ])('%i points are level %i', (points, level) => {
    let left = points
    const answers: Answers = {}
    for (const { key, options } of DIGITAL_SKILLS.questions) {
      const given = Math.min(left, 2)
      answers[key] = options.findIndex((option) => option.points === given)
      left -= given
    }
    const result = resultOf(DIGITAL_SKILLS, answers)
    expect(result).toMatchObject({ points, most: 28, level })
    expect(result.areas.reduce((sum, area) => sum + area.points, 0)).toBe(points)
  })
})

describe('filling in', () => {
  test('the coach together with the person at the start, the person alone at the end, side by side for both', async () => {
    expect((await job('coach', 1)).status).toBe(303)
    const { wave } = await fillTogetherPage(
      argsOf(coach.request('/new?version=1'), { candidateId, instrument: 'job_search' }),
    )
    expect(wave).toBe('end')
    const done = await job('person', 2, { wave: 'end' })
    expect(done.location).toMatch(/^\/own\/assessments\//)
    expect(await listed()).toMatchObject([
      { wave: 'end', how: 'own_page', result: { points: 36, most: 54, level: null } },
      { wave: 'start', how: 'with_coach', result: { points: 18, most: 54 } },
    ])
    const own = await ownPage(argsOf(person.request('/own/assessments')))
    expect(own.assessments).toEqual(await listed())
  })

  test('every question needs an answer there is, and without agreement nothing is kept', async () => {
    const key = 'answers.c_adverts'
    expect(await job('person', 1, { [key]: '' })).toMatchObject({
      status: 422,
      data: { form: { error: { [key]: expect.any(Array) } } },
    })
    expect((await job('person', 1, { [key]: '9' })).status).toBe(422)
    expect(await job('coach', 1, { agreed: '' })).toMatchObject({
      status: 422,
      data: { form: { error: { agreed: ['assessments:not_agreed'] } } },
    })
    expect(await listed()).toEqual([])
  })

  test('a form is opened at the version in use; another instrument is not there', async () => {
    const open = (path: string, instrument: string) =>
      replyOf(() => fillTogetherPage(argsOf(coach.request(path), { candidateId, instrument })))
    expect(await open('/new', 'job_search')).toMatchObject({ status: 302, location: '/new?version=1' })
    expect((await open('/new?version=7', 'job_search')).status).toBe(404)
    expect((await open('/new', 'crear')).status).toBe(404)
  })

  test('the answers go for good when the person or the coach says so', async () => {
    const first = idIn((await job('coach', 1)).location)
    const second = idIn((await job('coach', 1)).location)
    const stranger = await as('person')
    const remove = (who: SignedIn, assessmentId: string) =>
      statusOf(() => personRemoves(argsOf(who.post('/'), { assessmentId })))
    expect(await remove(stranger, first)).toBe(404)
    expect(await statusOf(() => ownResult(argsOf(stranger.request('/'), { assessmentId: first })))).toBe(404)
    expect(await statusOf(() => ownResult(argsOf(person.request('/'), { assessmentId: first })))).toBe(200)
    expect(await remove(person, first)).toBe(303)
    const asCoach = { candidateId, assessmentId: second }
    expect(await statusOf(() => coachRemoves(argsOf(coach.post('/'), asCoach)))).toBe(303)
    expect(await db.selectFrom('self_assessment').select('id').execute()).toEqual([])
  })
})

describe('what others see', () => {
  test.each(['liaison', 'project_manager', 'administrator', 'caller', 'employer', 'mentor'] as const)(
    'a %s opens no assessment',
    async (role) => {
      const assessmentId = idIn((await job('coach', 1)).location)
      const { request } = await as(role)
      const args = () => argsOf(request('/'), { candidateId, assessmentId })
      expect(await statusOf(() => coachPage(args()))).toBe(403)
      expect(await statusOf(() => coachResult(args()))).toBe(403)
      expect(await statusOf(() => ownPage(args()))).toBe(403)
    },
  )

  test('a liaison’s page of the person tells neither form nor result', async () => {
    const page = async (who: SignedIn) =>
      JSON.stringify(await candidatePage(argsOf(who.request('/'), { candidateId })))
    await job('coach', 1)
    const seen = await page(await as('liaison'))
    expect(seen).toContain('self_assessment_done')
    for (const word of ['job_search', 'digital_skills', '"points"']) expect(seen).not.toContain(word)
  })

  test('that an assessment was opened is written down for the person', async () => {
    await listed()
    const readings = await db.selectFrom('reading').select(['what', 'candidate_id']).execute()
    expect(readings).toEqual([{ what: 'assessments', candidate_id: candidateId }])
  })

  test('matching is the same before and after, and nothing that matches or shows reads the tables', async () => {
    await bringVocabulary()
    const needId = await makeNeed(await makeCompany())
    await db
      .insertInto('need_skill')
      .values({ need_id: needId, position: 0, words: 'React', skill_id: 'react', must: true })
      .execute()
    await db
      .insertInto('candidate_skill')
      .values({ candidate_id: candidateId, skill_id: 'react', source: 'coach' })
      .execute()
    const list = async () => JSON.stringify(await needMatches(argsOf(coach.request('/'), { needId })))
    const before = await list()
    await job('coach', 0)
    await job('person', 3, { wave: 'end' })
    expect(await list()).toBe(before)
    const readers = pathsIn('app').filter((path) =>
      /self_assessment'|outside_assessment'|[a-z]*Assessments?\(db|assessments\//.test(
        readFileSync(path, 'utf8'),
      ),
    )
    expect(
      readers.filter((path) => /^app\/(needs|skills|presentations|portal|companies)\//.test(path)),
    ).toEqual([])
    expect(readers.length).toBeGreaterThan(5)
  })
})

describe('assessments made elsewhere', () => {
  const given = { instrument: 'crear', wave: 'start', standing: 'planned', on: plusDays(today(), 7) }
  const note = (fields: object) =>
    statusOf(() => noteOutside(argsOf(coach.post('/', { ...given, ...fields }), { candidateId })))
  const rows = () =>
    db.selectFrom('outside_assessment').select(['id', 'instrument', 'planned_on', 'done_on']).execute()

  test('only instrument, wave, day and whether done are kept; a done one is not in the future', async () => {
    expect(await note({ standing: 'done' })).toBe(422)
    expect(await note({ answers: 'Väsynyt', result: '3' })).toBe(303)
    const [row] = await rows()
    expect(row).toMatchObject({ instrument: 'crear', planned_on: given.on, done_on: null })
    const change = (what: string) =>
      statusOf(() =>
        changeOutside(argsOf(coach.post('/', { change: what }), { candidateId, outsideId: row?.id ?? '' })),
      )
    expect(await change('done')).toBe(303)
    expect(await rows()).toMatchObject([{ done_on: today() }])
    expect(await change('done')).toBe(404)
    expect(await change('removed')).toBe(303)
    expect(await rows()).toEqual([])
  })
})

describe('a new version of a form', () => {
  /** What the editor would send, with every list flattened into fields. */
  function flat(value: unknown, name = ''): Record<string, string> {
    if (value === null || typeof value !== 'object') return { [name]: String(value) }
    const entries = Array.isArray(value)
      ? value.map((one, place) => [`${name}[${place}]`, one] as const)
      : Object.entries(value).map(([key, one]) => [name ? `${name}.${key}` : key, one] as const)
    return Object.assign({}, ...entries.map(([key, one]) => flat(one, key)))
  }
  const edited = flat(editedOf(JOB_SEARCH))
  const save = async (fields: object, version = 1) => {
    const admin = await as('administrator')
    return replyOf(() =>
      newVersion(
        argsOf(admin.post('/', { ...edited, version, reason: 'Selkeämpi', ...fields }), {
          instrument: 'job_search',
        }),
      ),
    )
  }

  test('is in use at once, and earlier answers keep theirs', async () => {
    const before = idIn((await job('coach', 1)).location)
    const text = 'Etsin töitä monesta paikasta.'
    expect((await save({ 'questions[0].text.fi': text })).status).toBe(303)
    const admin = await as('administrator')
    const { forms, versions } = await formsPage(argsOf(admin.request('/assessment-forms')))
    expect(forms.find(({ instrument }) => instrument === 'job_search')).toMatchObject({
      version: 2,
      content: { questions: expect.arrayContaining([expect.objectContaining({ key: 'c_adverts' })]) },
    })
    expect(versions).toMatchObject([{ version: 2, reason: 'Selkeämpi' }])
    const after = idIn((await job('coach', 1, {}, 2)).location)
    const wording = async (assessmentId: string) =>
      (await coachResult(argsOf(coach.request('/'), { candidateId, assessmentId }))).form.content.questions[0]
        ?.text.fi
    expect([await wording(before), await wording(after)]).toEqual([JOB_SEARCH.questions[0]?.text.fi, text])
  })

  test('whoever opened the old one may still send it', async () => {
    await save({})
    expect((await job('person', 1, {}, 1)).status).toBe(303)
    expect(await listed()).toMatchObject([{ formVersion: 1 }])
  })

  test('options and points go together, and of two administrators one is told', async () => {
    expect(await save({ 'questions[0].points': '0 1 2' })).toMatchObject({
      status: 422,
      data: { form: { error: { 'questions[0].points': ['assessments:edit.options_differ'] } } },
    })
    expect((await save({ 'questions[0].options.sv': 'Ja\nNej' })).status).toBe(422)
    expect((await save({ 'questions[0].area': 'nowhere' })).status).toBe(422)
    expect((await save({ reason: '' })).status).toBe(422)
    expect((await save({})).status).toBe(303)
    expect((await save({})).status).toBe(409)
    expect((await save({}, 2)).status).toBe(303)
  })

  test('the levels of a test begin at zero and rise', async () => {
    const admin = await as('administrator')
    const instrument = 'digital_skills'
    const { edited: now } = await newVersionPage(argsOf(admin.request('/'), { instrument }))
    const send = (fields: object) =>
      statusOf(() =>
        newVersion(
          argsOf(admin.post('/', { ...flat(now), version: 1, reason: 'Rajat', ...fields }), { instrument }),
        ),
      )
    expect(await send({ 'levels[0].from': '1' })).toBe(422)
    expect(await send({ 'levels[2].from': '12' })).toBe(422)
    expect(await send({ 'levels[2].from': '24' })).toBe(303)
  })

  test.each(['coordinator', 'liaison'] as const)('is not for a %s to make', async (role) => {
    const { request } = await as(role)
    const args = argsOf(request('/'), { instrument: 'job_search' })
    expect(await statusOf(() => newVersionPage(args))).toBe(403)
    expect(await statusOf(() => formsPage(args))).toBe(403)
  })
})
