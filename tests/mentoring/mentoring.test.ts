import { beforeEach, describe, expect, test } from 'vitest'
import { readinessOf } from '~/mentoring/mentoring'
import { loader as listPage } from '~/mentoring/routes/list'
import { action as addMentor } from '~/mentoring/routes/mentor-new'
import { action as removeMentor } from '~/mentoring/routes/mentor-removal'
import { action as add } from '~/mentoring/routes/new'
import { loader as ownPage } from '~/mentoring/routes/own-programmes'
import { loader as ownSession, action as reportOwn } from '~/mentoring/routes/own-session'
import { action as end, loader as endPage } from '~/mentoring/routes/participant-leaving'
import { action as addParticipant } from '~/mentoring/routes/participant-new'
import { loader as programmePage } from '~/mentoring/routes/programme'
import { loader as sessionPage } from '~/mentoring/routes/session'
import { action as report } from '~/mentoring/routes/session-attendance'
import { action as cancel } from '~/mentoring/routes/session-cancellation'
import { action as planSession } from '~/mentoring/routes/session-new'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { clearDatabase } from '../support/database'
import { makeCandidate, makeCompany, makeContact, makeRound } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

let coordinator: SignedIn
let programmeId: string

beforeEach(async () => {
  await clearDatabase()
  coordinator = await as('coordinator')
  programmeId = await makeProgramme()
})

async function makeProgramme(fields: object = {}): Promise<string> {
  const typed = { name: 'Mentorit mukaan', model: 'two_company_mentors', goal: 'Omaan työhön', ...fields }
  const { location } = await replyOf(() => add(argsOf(coordinator.post('/mentoring/new', typed))))
  return location?.split('/').at(-1) ?? ''
}
async function join(name: string, to = programmeId): Promise<string> {
  const candidateId = await makeCandidate({ name })
  const { number } = await db
    .selectFrom('candidate')
    .select('number')
    .where('id', '=', candidateId)
    .executeTakeFirstOrThrow()
  const typed = { candidate: number, joinedOn: '2026-02-01' }
  await replyOf(() => addParticipant(argsOf(coordinator.post('/', typed), { programmeId: to })))
  return candidateId
}
async function makeSession(fields: object = {}, of = programmeId): Promise<string> {
  const typed = {
    startsAt: '2026-02-10T13:00',
    plannedMinutes: 90,
    kind: 'group',
    mode: 'in_person',
    ...fields,
  }
  await replyOf(() => planSession(argsOf(coordinator.post('/', typed), { programmeId: of })))
  const { id } = await db
    .selectFrom('mentoring_session')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return id
}
/** Signs in a mentor of the programme. */
async function mentorOf(of: string): Promise<SignedIn> {
  const mentor = await as('mentor')
  await db
    .insertInto('mentor')
    .values({ programme_id: of, contact_id: mentor.viewer.contactId ?? '' })
    .execute()
  return mentor
}
const attended = (people: Record<string, string>, kind = 'candidates') =>
  Object.fromEntries(
    Object.entries(people).flatMap(([id, attendance], index) => [
      [`${kind}[${index}].id`, id],
      [`${kind}[${index}].attendance`, attendance],
    ]),
  )
const reportAs = (who: SignedIn, sessionId: string, fields: object, action = report) =>
  replyOf(() => action(argsOf(who.post('/', { heldMinutes: 60, version: 1, ...fields }), { sessionId })))
const pageOf = (who = coordinator, id = programmeId) =>
  programmePage(argsOf(who.request('/'), { programmeId: id }))

describe('events, hours, participations and persons', () => {
  test('are each counted for what they are', async () => {
    const [aino, eero, saku] = [await join('Aino Aalto'), await join('Eero Ek'), await join('Saku Sa')]
    const first = await makeSession()
    const second = await makeSession({ startsAt: '2026-02-17T13:00', kind: 'individual' })
    await makeSession({ startsAt: '2026-02-24T13:00' })
    await reportAs(coordinator, first, {
      heldMinutes: 90,
      ...attended({ [aino]: 'present', [eero]: 'late', [saku]: 'absent' }),
    })
    await reportAs(coordinator, second, { heldMinutes: 45, ...attended({ [aino]: 'present' }) })
    expect((await pageOf()).counts).toEqual({ events: 2, minutes: 135, participations: 3, persons: 2 })
  })

  test('attendance may be corrected, not added up', async () => {
    const aino = await join('Aino Aalto')
    const sessionId = await makeSession()
    await reportAs(coordinator, sessionId, { ...attended({ [aino]: 'present' }) })
    await reportAs(coordinator, sessionId, { version: 2, ...attended({ [aino]: 'absent_notified' }) })
    expect((await pageOf()).counts).toEqual({ events: 1, minutes: 60, participations: 0, persons: 0 })
  })

  test('people of another programme are not counted, whatever ids a form sends', async () => {
    const stranger = await join('Vieras', await makeProgramme({ name: 'Toinen' }))
    const sessionId = await makeSession()
    expect((await reportAs(coordinator, sessionId, attended({ [stranger]: 'present' }))).status).toBe(303)
    expect((await pageOf()).counts).toMatchObject({ participations: 0, persons: 0 })
  })

  test('nothing yet is nought of everything', async () => {
    expect((await pageOf()).counts).toEqual({ events: 0, minutes: 0, participations: 0, persons: 0 })
  })
})

describe('a session', () => {
  test('is planned by the clock on the wall, summer and winter', async () => {
    await makeSession({ startsAt: '2026-02-10T13:00' })
    await makeSession({ startsAt: '2026-07-10T13:00' })
    const rows = await db.selectFrom('mentoring_session').select('starts_at').orderBy('id').execute()
    expect(rows.map((row) => row.starts_at.toISOString())).toEqual([
      '2026-02-10T11:00:00.000Z',
      '2026-07-10T10:00:00.000Z',
    ])
  })

  test('that was cancelled is not held, and one that was held is not cancelled', async () => {
    const cancelSession = (sessionId: string, version: number) =>
      statusOf(() => cancel(argsOf(coordinator.post('/', { reason: 'Lakko', version }), { sessionId })))
    const cancelled = await makeSession()
    expect(await cancelSession(cancelled, 1)).toBe(303)
    expect((await reportAs(coordinator, cancelled, { version: 2 })).status).toBe(409)
    const held = await makeSession()
    await reportAs(coordinator, held, {})
    expect(await cancelSession(held, 2)).toBe(409)
    expect((await pageOf()).counts.events).toBe(1)
  })

  test('reported by two at once keeps the first report and the second one’s text', async () => {
    const sessionId = await makeSession()
    expect((await reportAs(coordinator, sessionId, { heldMinutes: 60 })).status).toBe(303)
    expect(await reportAs(coordinator, sessionId, { heldMinutes: 75 })).toMatchObject({
      status: 409,
      data: { form: { initialValue: { heldMinutes: '75' } } },
    })
    expect((await pageOf()).counts.minutes).toBe(60)
  })
})

describe('a mentor', () => {
  test('sees own programmes with first names only', async () => {
    await join('Salli Salainen')
    const sessionId = await makeSession()
    const other = await makeProgramme({ name: 'Toisten ohjelma' })
    await makeSession({}, other)
    await mentorOf(other)
    const mentor = await mentorOf(programmeId)
    const pages = JSON.stringify([
      await ownPage(argsOf(mentor.request('/mentor'))),
      await ownSession(argsOf(mentor.request('/'), { sessionId })),
    ])
    expect(pages).toContain('Salli')
    expect(pages).toContain('Omaan työhön')
    expect(pages).not.toMatch(/Salainen|K-\d+|Toisten ohjelma/)
  })

  test('does not find another programme’s session, nor report it', async () => {
    const other = await makeProgramme({ name: 'Toinen' })
    const sessionId = await makeSession({}, other)
    await mentorOf(other)
    const mentor = await mentorOf(programmeId)
    expect(await statusOf(() => ownSession(argsOf(mentor.request('/'), { sessionId })))).toBe(404)
    expect((await reportAs(mentor, sessionId, {}, reportOwn)).status).toBe(404)
  })

  test('reports attendance of the own programme', async () => {
    const salli = await join('Salli Salainen')
    const sessionId = await makeSession()
    const mentor = await mentorOf(programmeId)
    expect(await reportAs(mentor, sessionId, attended({ [salli]: 'present' }), reportOwn)).toMatchObject({
      status: 303,
      location: '/mentor',
    })
    expect((await pageOf()).counts).toMatchObject({ events: 1, persons: 1 })
  })

  test('who has left sees nothing more', async () => {
    const sessionId = await makeSession()
    const mentor = await mentorOf(programmeId)
    const { id: mentorId } = await db.selectFrom('mentor').select('id').executeTakeFirstOrThrow()
    const removeFrom = (of: string) =>
      statusOf(() => removeMentor(argsOf(coordinator.post('/'), { programmeId: of, mentorId })))
    await removeFrom(await makeProgramme({ name: 'Toinen' }))
    expect(await statusOf(() => ownSession(argsOf(mentor.request('/'), { sessionId })))).toBe(200)
    await removeFrom(programmeId)
    expect(await statusOf(() => ownSession(argsOf(mentor.request('/'), { sessionId })))).toBe(404)
    expect((await ownPage(argsOf(mentor.request('/mentor')))).programmes).toEqual([])
  })

  test('opens no staff page', async () => {
    const sessionId = await makeSession()
    const mentor = await mentorOf(programmeId)
    expect(await statusOf(() => pageOf(mentor))).toBe(403)
    expect(await statusOf(() => listPage(argsOf(mentor.request('/mentoring'))))).toBe(403)
    expect(await statusOf(() => sessionPage(argsOf(mentor.request('/'), { sessionId })))).toBe(403)
    expect((await reportAs(mentor, sessionId, {})).status).toBe(403)
  })
})

describe('people of a programme', () => {
  test('a mentor comes from a company that takes part, gets an invitation and is counted once', async () => {
    const companyId = await makeCompany()
    const outsider = await makeContact(await makeCompany())
    const contactId = await makeContact(companyId, { email: 'mentori@kaarna.example' })
    await db
      .insertInto('engagement')
      .values({ round_id: await makeRound(), company_id: companyId, stage: 'joined' })
      .execute()
    const addContact = (contactId: string) =>
      statusOf(() =>
        addMentor(
          argsOf(coordinator.post('/', { contactId, confidentialitySignedOn: '2026-02-01' }), {
            programmeId,
          }),
        ),
      )
    expect(await addContact(outsider)).toBe(422)
    expect(await addContact(contactId)).toBe(303)
    expect(await addContact(contactId)).toBe(422)
    const page = await pageOf()
    expect(page.mentors).toMatchObject([{ name: 'Elli Ojala', confidentialitySignedOn: '2026-02-01' }])
    const account = await db
      .selectFrom('user_account')
      .select('roles')
      .where('contact_id', '=', contactId)
      .executeTakeFirst()
    expect(account).toEqual({ roles: ['mentor'] })
  })

  test('a person leaves on a day after joining, with the reason for coordinators', async () => {
    const candidateId = await join('Salli Salainen')
    const at = { programmeId, candidateId }
    const leave = (leftOn: string) =>
      replyOf(() => end(argsOf(coordinator.post('/', { leftOn, reason: 'Muutti' }), at)))
    expect(await leave('2026-01-31')).toMatchObject({
      status: 422,
      data: { form: { error: { leftOn: ['errors:ends_before_start'] } } },
    })
    expect((await leave('2026-03-01')).status).toBe(303)
    expect((await pageOf()).participants).toMatchObject([{ leftOn: '2026-03-01', leaveReason: 'Muutti' }])
    expect(await statusOf(() => endPage(argsOf(coordinator.request('/'), at)))).toBe(404)
  })

  test('a liaison sees numbers, and changes nothing', async () => {
    await join('Salli Salainen')
    const liaison = await as('liaison')
    const page = JSON.stringify(await pageOf(liaison))
    expect(page).toMatch(/K-\d+/)
    expect(page).not.toContain('Salli')
    for (const write of [add, addMentor, addParticipant, planSession, end, removeMentor])
      expect(await statusOf(() => write(argsOf(liaison.post('/'), { programmeId })))).toBe(403)
  })
})

describe('what experience says before a start', () => {
  const ready = {
    goal: 'Tavoite',
    facilitatorId: 'x',
    mentors: [{ confidentialitySignedOn: '2026-01-01' }],
    firstSessionMode: 'in_person',
  }
  test.each([
    ['all in order', {}, []],
    ['no goal', { goal: null }, ['goal']],
    ['nobody to lead', { facilitatorId: null }, ['facilitator']],
    ['no mentors', { mentors: [] }, ['mentors', 'confidentiality']],
    ['one unsigned', { mentors: [...ready.mentors, { confidentialitySignedOn: null }] }, ['confidentiality']],
    ['a start over the net', { firstSessionMode: 'online' }, ['firstInPerson']],
    ['no session yet', { firstSessionMode: null }, ['firstInPerson']],
  ])('%s', (_words, given, missing) => {
    const readiness = readinessOf({ ...ready, ...given })
    expect(
      Object.entries(readiness)
        .filter(([, done]) => !done)
        .map(([check]) => check),
    ).toEqual(missing)
  })

  test('a cancelled session is not the first one', async () => {
    const cancelled = await makeSession({ mode: 'in_person' })
    await makeSession({ startsAt: '2026-02-17T13:00', mode: 'online' })
    await statusOf(() =>
      cancel(argsOf(coordinator.post('/', { reason: 'Lakko', version: 1 }), { sessionId: cancelled })),
    )
    expect((await pageOf()).readiness.firstInPerson).toBe(false)
  })
})
