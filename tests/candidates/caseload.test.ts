import { beforeEach, describe, expect, test } from 'vitest'
import { action as cancelAbsence } from '~/candidates/routes/absence-cancellation'
import { action as planAbsence } from '~/candidates/routes/absences'
import { action as agree } from '~/candidates/routes/cadence'
import { action as endCadence } from '~/candidates/routes/cadence-ending'
import { loader as candidatePage } from '~/candidates/routes/candidate'
import { loader as caseloadPage } from '~/candidates/routes/caseload'
import { action as handOver, loader as handOverPage } from '~/candidates/routes/coach'
import { loader as contactsPage } from '~/candidates/routes/contacts'
import { loader as editPage } from '~/candidates/routes/edit'
import { action as handOverAll } from '~/candidates/routes/hand-over-all'
import { action as setNextStep } from '~/candidates/routes/next-step'
import { action as addNote } from '~/candidates/routes/note-new'
import { loader as ownPage } from '~/person/routes/own'
import { instantOf, plusDays, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { loader as home } from '~/shell/routes/home'
import { argsOf, as, type SignedIn } from '../support/as'
import { clearDatabase } from '../support/database'
import { makeCandidate, makeConsent, makeUser } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

let coach: SignedIn
let other: SignedIn
let candidateId: string

beforeEach(async () => {
  await clearDatabase()
  coach = await as('coordinator', { name: 'Veera Valmentaja' })
  other = await as('coordinator', { name: 'Seppo Sijainen' })
  candidateId = await makeCandidate({ coach_id: coach.viewer.userId })
})

const ago = (days: number) => plusDays(today(), -days)
const listOf = (who: SignedIn, query = '') => caseloadPage(argsOf(who.request(`/caseload${query}`)))
const idsOf = async (who: SignedIn, query = '') => (await listOf(who, query)).rows.map(({ id }) => id)
const note = (who: SignedIn, fields: object = {}, id = candidateId) =>
  replyOf(() =>
    addNote(
      argsOf(who.post('/', { channel: 'phone', happenedOn: today(), body: 'Sovittu', ...fields }), {
        candidateId: id,
      }),
    ),
  )
const handTo = (who: SignedIn, coachId: string, fields: object = {}) =>
  replyOf(() =>
    handOver(argsOf(who.post('/', { coachId, reason: 'Työnjako', version: 1, ...fields }), { candidateId })),
  )

describe('whose people', () => {
  test('a caseload is one’s own; all and those without a coach can be looked at too', async () => {
    const theirs = await makeCandidate({ coach_id: other.viewer.userId })
    const nobodys = await makeCandidate()
    await makeCandidate({ coach_id: coach.viewer.userId, ended_at: new Date(), end_reason: 'work' })
    expect(await idsOf(coach)).toEqual([candidateId])
    expect(await idsOf(other)).toEqual([theirs])
    expect(new Set(await idsOf(coach, '?whose=all'))).toEqual(new Set([candidateId, theirs, nobodys]))
    expect(await idsOf(coach, '?whose=unassigned')).toEqual([nobodys])
  })

  test('a hand-over needs a reason and leaves its history', async () => {
    expect((await handTo(coach, other.viewer.userId, { reason: '' })).status).toBe(422)
    expect((await handTo(coach, other.viewer.userId)).status).toBe(303)
    expect([await idsOf(coach), await idsOf(other)]).toEqual([[], [candidateId]])
    const { changes } = await handOverPage(argsOf(other.request('/'), { candidateId }))
    expect(changes).toMatchObject([
      { fromName: 'Veera Valmentaja', toName: 'Seppo Sijainen', reason: 'Työnjako' },
    ])
    expect((await handTo(coach, coach.viewer.userId)).status).toBe(409)
    expect((await handTo(coach, await makeUser('liaison'), { version: 2 })).status).toBe(409)
  })

  test('everybody of a coach is handed over at once: by the coach, or by anyone once the coach has left', async () => {
    await makeCandidate({ coach_id: coach.viewer.userId })
    const all = (who: SignedIn) =>
      replyOf(() =>
        handOverAll(
          argsOf(
            who.post('/', {
              fromId: coach.viewer.userId,
              coachId: other.viewer.userId,
              reason: 'Lähti',
            }),
          ),
        ),
      )
    expect((await all(other)).status).toBe(409)
    await db
      .updateTable('user_account')
      .set({ closed_at: new Date() })
      .where('id', '=', coach.viewer.userId)
      .execute()
    expect((await idsOf(other, '?whose=unassigned')).length).toBe(2)
    expect((await all(other)).status).toBe(303)
    expect((await idsOf(other)).length).toBe(2)
    expect(await db.selectFrom('coach_change').select('reason').execute()).toEqual([
      { reason: 'Lähti' },
      { reason: 'Lähti' },
    ])
  })

  test('under non-disclosure only the own coach hands over, until nobody works as one', async () => {
    await db.updateTable('candidate').set({ non_disclosure: true }).where('id', '=', candidateId).execute()
    expect((await handTo(other, other.viewer.userId)).status).toBe(409)
    await db
      .updateTable('user_account')
      .set({ closed_at: new Date() })
      .where('id', '=', coach.viewer.userId)
      .execute()
    expect((await handTo(other, other.viewer.userId)).status).toBe(303)
  })

  test.each(['liaison', 'administrator', 'project_manager', 'caller', 'employer', 'mentor'] as const)(
    'a %s opens none of it',
    async (role) => {
      const { request } = await as(role)
      const args = () => argsOf(request('/'), { candidateId })
      expect(await statusOf(() => caseloadPage(args()))).toBe(403)
      expect(await statusOf(() => contactsPage(args()))).toBe(403)
      expect(await statusOf(() => handOverPage(args()))).toBe(403)
    },
  )
})

describe('a substitute', () => {
  const away = (startsOn: string, endsOn: string) =>
    replyOf(() =>
      planAbsence(argsOf(coach.post('/', { startsOn, endsOn, substituteId: other.viewer.userId }))),
    )
  const bodies = async (who: SignedIn) =>
    (await contactsPage(argsOf(who.request('/'), { candidateId }))).lines.map(({ body }) => body)

  test('has the people and reads the notes on the days agreed, but not those for the coach only', async () => {
    await note(coach, { body: 'Kurssi alkaa' })
    await note(coach, { body: 'Vain minulle', restricted: 'on' })
    expect(await bodies(other)).toEqual([null, null])
    expect((await away(today(), plusDays(today(), 7))).status).toBe(303)
    expect(await idsOf(other)).toEqual([candidateId])
    expect(await bodies(other)).toEqual([null, 'Kurssi alkaa'])
    expect(await bodies(coach)).toEqual(['Vain minulle', 'Kurssi alkaa'])
    const page = await candidatePage(argsOf(other.request('/'), { candidateId }))
    expect(page.care?.care).toMatchObject({ substituteName: 'Seppo Sijainen' })
    expect(JSON.stringify(page)).not.toContain('Vain minulle')
  })

  test('has nothing before the first day, after the last, or once the absence is cancelled', async () => {
    await note(coach, { body: 'Kurssi alkaa' })
    await away(plusDays(today(), 1), plusDays(today(), 7))
    expect([await idsOf(other), await bodies(other)]).toEqual([[], [null]])
    await db
      .updateTable('coach_absence')
      .set({ starts_on: ago(9), ends_on: ago(1) })
      .execute()
    expect(await idsOf(other)).toEqual([])
    await db.updateTable('coach_absence').set({ ends_on: today() }).returning('id').execute()
    expect(await idsOf(other)).toEqual([candidateId])
    const { id: absenceId } = await db.selectFrom('coach_absence').select('id').executeTakeFirstOrThrow()
    expect(await statusOf(() => cancelAbsence(argsOf(other.post('/'), { absenceId })))).toBe(404)
    expect(await statusOf(() => cancelAbsence(argsOf(coach.post('/'), { absenceId })))).toBe(303)
    expect(await idsOf(other)).toEqual([])
  })

  test('sees where somebody under non-disclosure lives on those days only', async () => {
    await db
      .updateTable('candidate')
      .set({ non_disclosure: true, street: 'Piilokuja 7' })
      .where('id', '=', candidateId)
      .execute()
    const edit = async () => JSON.stringify(await editPage(argsOf(other.request('/'), { candidateId })))
    expect(await edit()).not.toContain('Piilokuja')
    await away(today(), today())
    expect(await edit()).toContain('Piilokuja')
  })

  test('is somebody else, one at a time, and the days are in order', async () => {
    const toSelf = { startsOn: today(), endsOn: today(), substituteId: coach.viewer.userId }
    expect(await statusOf(() => planAbsence(argsOf(coach.post('/', toSelf))))).toBe(409)
    expect((await away(today(), ago(1))).status).toBe(422)
    expect((await away(ago(3), ago(1))).status).toBe(422)
    expect((await away(today(), plusDays(today(), 5))).status).toBe(303)
    expect((await away(plusDays(today(), 5), plusDays(today(), 9))).status).toBe(409)
  })
})

describe('the rhythm of contact', () => {
  const agreeOn = (fields: object = {}) =>
    replyOf(() =>
      agree(
        argsOf(coach.post('/', { minDays: 7, maxDays: 21, validFrom: ago(200), ...fields }), { candidateId }),
      ),
    )
  const paceNow = async () => {
    const [row] = (await listOf(coach)).rows
    return row && { pace: row.pace, lastOn: row.lastOn }
  }

  test('without an agreement there is no alert, only the last contact', async () => {
    await note(coach, { happenedOn: ago(90) })
    expect(await paceNow()).toEqual({ pace: null, lastOn: ago(90) })
  })

  test.each([
    ['21 days ago is still in time, and due', [21], 'due'],
    ['22 days ago is too long', [22], 'too_long'],
    ['18 days ago is as agreed', [18], 'on_pace'],
    ['no contact since the agreement is too long', [], 'too_long'],
    ['six days after the one before is too dense', [8, 2], 'too_dense'],
    ['seven days after the one before is as agreed', [9, 2], 'on_pace'],
    ['a dense pair is forgiven when the shortest gap has passed', [10, 7], 'on_pace'],
    ['two on one day are one contact', [2, 2], 'on_pace'],
  ] as const)('a contact %s', async (_words, days, pace) => {
    for (const day of days) await note(coach, { happenedOn: ago(day) })
    await agreeOn()
    expect((await paceNow())?.pace).toBe(pace)
  })

  test('a call that reached nobody is no contact', async () => {
    await agreeOn()
    await note(coach, { happenedOn: ago(2), notReached: 'on' })
    expect(await paceNow()).toEqual({ pace: 'too_long', lastOn: null })
  })

  test('time before the agreement counts for neither alert', async () => {
    for (const day of [40, 39]) await note(coach, { happenedOn: ago(day) })
    await agreeOn({ validFrom: ago(5) })
    expect((await paceNow())?.pace).toBe('on_pace')
  })

  test('an agreement counts until its last day, and a new one takes its place', async () => {
    await agreeOn({ validUntil: ago(1) })
    expect((await paceNow())?.pace).toBe(null)
    await agreeOn({ minDays: 1, maxDays: 400 })
    expect((await paceNow())?.pace).toBe(null)
    await agreeOn({ minDays: 1, maxDays: 2 })
    expect((await paceNow())?.pace).toBe('too_long')
    await endCadence(argsOf(coach.post('/'), { candidateId }))
    expect((await paceNow())?.pace).toBe(null)
  })

  test('the longest gap is longer than the shortest, and no agreement begins in the future', async () => {
    expect((await agreeOn({ minDays: 7, maxDays: 7 })).status).toBe(422)
    expect((await agreeOn({ validFrom: plusDays(today(), 1) })).status).toBe(422)
    expect((await agreeOn({ validUntil: ago(300) })).status).toBe(422)
  })

  test('sessions and meetings the person was at count like notes', async () => {
    await agreeOn()
    const { id: programme } = await db
      .insertInto('mentoring_programme')
      .values({ name: 'Ryhmä', model: 'peer_facilitated' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const startsAt = instantOf(`${ago(4)}T10:00`)
    const session = (status: string) =>
      db
        .insertInto('mentoring_session')
        .values({
          programme_id: programme,
          kind: 'group',
          mode: 'in_person',
          starts_at: startsAt,
          planned_minutes: 60,
          status,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    const attend = async (status: string, attendance: string) =>
      db
        .insertInto('session_attendance')
        .values({ session_id: (await session(status)).id, candidate_id: candidateId, attendance })
        .execute()
    await attend('held', 'absent')
    await attend('planned', 'present')
    expect((await paceNow())?.pace).toBe('too_long')
    await attend('held', 'late')
    expect(await paceNow()).toEqual({ pace: 'on_pace', lastOn: ago(4) })
    const { id: meetingId } = await db
      .insertInto('meeting')
      .values({
        kind: 'one_to_one',
        mode: 'online',
        title: 'Tapaaminen',
        status: 'held',
        starts_at: instantOf(`${ago(1)}T10:00`),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('meeting_candidate')
      .values({ meeting_id: meetingId, candidate_id: candidateId, attendance: 'present' })
      .execute()
    expect(await paceNow()).toEqual({ pace: 'too_dense', lastOn: ago(1) })
    const { lines } = await contactsPage(argsOf(coach.request('/'), { candidateId }))
    expect(lines.map(({ kind }) => kind)).toEqual(['meeting', 'session'])
  })

  test('alerts come first in the list and wait on the coach’s home page', async () => {
    const calm = await makeCandidate({ coach_id: coach.viewer.userId, name: 'Aada Aakkonen' })
    await agreeOn()
    expect(await idsOf(coach)).toEqual([candidateId, calm])
    expect(await idsOf(coach, '?pace=alert')).toEqual([candidateId])
    expect(await idsOf(coach, '?sort=name')).toEqual([calm, candidateId])
    const { work, hasCaseload } = await home(argsOf(coach.request('/')))
    expect(hasCaseload).toBe(true)
    expect(work.find(({ kind }) => kind === 'contact_too_long')).toMatchObject({ count: 1 })
    expect((await home(argsOf(other.request('/')))).work).toEqual([])
  })
})

describe('the list of one’s people', () => {
  test('tells the next step, and the first consent to end within 30 days', async () => {
    await makeConsent(candidateId, { tier: 'T4', expires_on: plusDays(today(), 20) })
    await note(coach, { nextStep: 'Soita yritykseen', nextStepOn: today(), minutes: 20 })
    expect((await listOf(coach)).rows).toMatchObject([
      { nextStep: 'Soita yritykseen', nextStepOn: today(), consentEndsOn: plusDays(today(), 20) },
    ])
    const { work } = await home(argsOf(coach.request('/')))
    expect(work.find(({ kind }) => kind === 'next_steps')).toMatchObject({ count: 1 })
    const person = await as('person', { candidateId })
    expect(await ownPage(argsOf(person.request('/own')))).toMatchObject({ nextStep: 'Soita yritykseen' })
    const step = (fields: Record<string, string>) =>
      statusOf(() => setNextStep(argsOf(coach.post('/', fields), { candidateId })))
    expect(await step({ nextStepOn: today() })).toBe(422)
    expect(await step({})).toBe(303)
    expect((await listOf(coach)).rows).toMatchObject([{ nextStep: null }])
  })

  test('contacts are paged, newest first, and none is in the future', async () => {
    expect((await note(coach, { happenedOn: plusDays(today(), 1) })).status).toBe(422)
    for (let day = 1; day <= 26; day += 1) await note(coach, { happenedOn: ago(day), body: `Päivä ${day}` })
    const page = (query: string) => contactsPage(argsOf(coach.request(`/${query}`), { candidateId }))
    const first = await page('')
    expect([first.lines.length, first.lines[0]?.body, first.more]).toEqual([25, 'Päivä 1', true])
    const second = await page('?page=2')
    expect([second.lines.map(({ body }) => body), second.more]).toEqual([['Päivä 26'], false])
  })
})
