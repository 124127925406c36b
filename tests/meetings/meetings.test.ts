import { beforeEach, describe, expect, test } from 'vitest'
import { loader as companyPage } from '~/companies/routes/company'
import { action as cancel } from '~/meetings/routes/cancellation'
import { action as askContact } from '~/meetings/routes/contact-new'
import { action as edit, loader as editPage } from '~/meetings/routes/edit'
import { action as askGuest } from '~/meetings/routes/guest-new'
import { action as removeGuest } from '~/meetings/routes/guest-removal'
import { loader as listPage } from '~/meetings/routes/list'
import { loader as meetingPage } from '~/meetings/routes/meeting'
import { action as book, loader as bookPage } from '~/meetings/routes/new'
import { action as report } from '~/meetings/routes/report'
import { plusDays, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeRunningCampaign, takeCall } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeCandidate, makeCompany, makeContact, makeRound } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

let liaison: SignedIn

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
})

const filled = {
  title: 'Yhteinen tapaaminen',
  kind: 'joint',
  mode: 'online',
  startsAt: `${plusDays(today(), -3)}T14:00`,
  minutesLong: 90,
}
const bookWith = (fields: object = {}) =>
  replyOf(() => book(argsOf(liaison.post('/meetings/new', { ...filled, ...fields }))))
async function booked(fields: object = {}): Promise<string> {
  const { location, data } = await bookWith(fields)
  if (!location) throw new Error(JSON.stringify(data))
  return location.split('/').at(-1) ?? ''
}
const pageOf = (meetingId: string, who = liaison) => meetingPage(argsOf(who.request('/'), { meetingId }))
const ask = (meetingId: string, kind: string, words: string) =>
  replyOf(() => askGuest(argsOf(liaison.post('/', { kind, words }), { meetingId })))
const cancelIt = (meetingId: string, version: number) =>
  statusOf(() => cancel(argsOf(liaison.post('/', { reason: 'Sairastuin', version }), { meetingId })))
const reportIt = (meetingId: string, fields: object) =>
  replyOf(() => report(argsOf(liaison.post('/', { version: 1, ...fields }), { meetingId })))

async function numberOf(id: string) {
  const row = await db.selectFrom('candidate').select('number').where('id', '=', id).executeTakeFirstOrThrow()
  return row.number
}

describe('a joint meeting', () => {
  test('gathers companies, their people and candidates, with attendance on both sides', async () => {
    const [virta, kaarna] = [
      await makeCompany({ name: 'Virta Oy' }),
      await makeCompany({ name: 'Kaarna Oy' }),
    ]
    const contactId = await makeContact(kaarna)
    const [first, second] = [await makeCandidate(), await makeCandidate({ name: 'Toinen' })]
    const meetingId = await booked({ company: 'Virta Oy' })
    await ask(meetingId, 'company', 'Kaarna Oy')
    await ask(meetingId, 'candidate', await numberOf(first))
    await ask(meetingId, 'candidate', await numberOf(second))
    await statusOf(() => askContact(argsOf(liaison.post('/', { contactId }), { meetingId })))

    const reply = await reportIt(meetingId, {
      summary: 'Lupasimme profiilit',
      'companies[0].id': virta,
      'companies[0].attendance': 'absent_notified',
      'companies[1].id': kaarna,
      'companies[1].attendance': 'present',
      'contacts[0].id': contactId,
      'contacts[0].attendance': 'present',
      'candidates[0].id': first,
      'candidates[0].attendance': 'present',
      'candidates[1].id': second,
      'candidates[1].attendance': 'absent',
    })
    expect(reply.status).toBe(303)
    const { meeting, guests } = await pageOf(meetingId)
    expect(meeting).toMatchObject({ status: 'held', summary: 'Lupasimme profiilit' })
    expect(guests.companies.map(({ name, attendance }) => [name, attendance])).toEqual([
      ['Kaarna Oy', 'present'],
      ['Virta Oy', 'absent_notified'],
    ])
    expect(guests.contacts).toMatchObject([{ attendance: 'present' }])
    expect(guests.candidates.map(({ attendance }) => attendance).sort()).toEqual(['absent', 'present'])
    for (const companyId of [virta, kaarna]) {
      const page = JSON.stringify(await companyPage(argsOf(liaison.request('/'), { companyId })))
      expect(page).toContain('meeting_held')
    }
  })

  test('asking somebody twice asks once', async () => {
    await makeCompany({ name: 'Virta Oy' })
    const meetingId = await booked({ company: 'Virta Oy' })
    await ask(meetingId, 'company', 'virta oy')
    expect((await pageOf(meetingId)).guests.companies).toHaveLength(1)
  })

  test('a company that is not asked any more takes its people along', async () => {
    const companyId = await makeCompany({ name: 'Virta Oy' })
    const contactId = await makeContact(companyId)
    const meetingId = await booked({ company: 'Virta Oy' })
    await statusOf(() => askContact(argsOf(liaison.post('/', { contactId }), { meetingId })))
    await statusOf(() =>
      removeGuest(argsOf(liaison.post('/', { kind: 'companies' }), { meetingId, guestId: companyId })),
    )
    expect((await pageOf(meetingId)).guests).toEqual({ companies: [], contacts: [], candidates: [] })
  })

  test('only people of the companies asked can be asked', async () => {
    const meetingId = await booked()
    const contactId = await makeContact(await makeCompany())
    expect(await statusOf(() => askContact(argsOf(liaison.post('/', { contactId }), { meetingId })))).toBe(
      422,
    )
  })

  test.each([
    ['company', 'Tuntematon Oy', 'meetings:which_company'],
    ['candidate', 'K-999999', 'meetings:which_candidate'],
  ])('a %s nobody knows is told at the field', async (kind, words, error) => {
    expect(await ask(await booked(), kind, words)).toMatchObject({
      status: 422,
      data: { form: { error: { words: [error] }, initialValue: { words } } },
    })
  })
})

describe('booking', () => {
  test('from a call, the company, the round and the call are known', async () => {
    const companyId = await makeCompany({ name: 'Virta Oy' })
    const roundId = await makeRound()
    const campaignId = await makeRunningCampaign({
      companies: [companyId],
      callers: [liaison.viewer.userId],
      roundId,
    })
    const call = await takeCall(liaison.viewer, campaignId)
    const { draft } = await bookPage(argsOf(liaison.request(`/meetings/new?call=${call.id}`)))
    expect(draft).toMatchObject({ callId: call.id, company: 'Virta Oy', roundId })
    const meetingId = await booked({ company: draft.company, callId: call.id, roundId })
    expect((await pageOf(meetingId)).meeting).toMatchObject({ callId: call.id, roundId })
    await makeCompany({ name: 'Toinen Oy' })
    const elsewhere = await booked({ company: 'Toinen Oy', callId: call.id })
    expect((await pageOf(elsewhere)).meeting.callId).toBeNull()
  })

  test('the same form sent twice books once', async () => {
    const once = crypto.randomUUID()
    const [first, second] = await Promise.all([bookWith({ once }), bookWith({ once })])
    expect(first.location).toBe(second.location)
  })

  test('what is missing is told at its field, and what was typed stays', async () => {
    expect(await bookWith({ startsAt: '', link: 'javascript:alert(1)', company: 'Ei ole' })).toMatchObject({
      status: 422,
      data: {
        form: {
          error: { startsAt: expect.any(Array), link: ['errors:url'] },
          initialValue: { title: 'Yhteinen tapaaminen' },
        },
      },
    })
  })

  test('the time is the clock on the wall, and comes back the same for editing', async () => {
    const meetingId = await booked({ startsAt: '2026-03-29T09:00' })
    const row = await db.selectFrom('meeting').select('starts_at').executeTakeFirstOrThrow()
    expect(row.starts_at.toISOString()).toBe('2026-03-29T06:00:00.000Z')
    const { meeting } = await editPage(argsOf(liaison.request('/'), { meetingId }))
    expect(meeting.startsAt).toBe('2026-03-29T09:00')
  })

  test('editing keeps a round that has closed since', async () => {
    const roundId = await makeRound()
    const meetingId = await booked({ roundId })
    await db.updateTable('employer_round').set({ closed_at: new Date() }).execute()
    const { rounds } = await editPage(argsOf(liaison.request('/'), { meetingId }))
    expect(rounds.map(({ id }) => id)).toEqual([roundId])
  })

  test('two people changing one meeting do not overwrite each other', async () => {
    const meetingId = await booked()
    const change = (title: string) =>
      replyOf(() => edit(argsOf(liaison.post('/', { ...filled, title, version: 1 }), { meetingId })))
    expect((await change('Ensin')).status).toBe(303)
    expect(await change('Toiseksi')).toMatchObject({
      status: 409,
      data: { form: { initialValue: { title: 'Toiseksi' } } },
    })
  })
})

describe('held and cancelled', () => {
  test('a cancelled meeting is not held', async () => {
    const meetingId = await booked()
    expect(await cancelIt(meetingId, 1)).toBe(303)
    expect((await reportIt(meetingId, { version: 2 })).status).toBe(409)
    expect((await pageOf(meetingId)).meeting).toMatchObject({
      status: 'cancelled',
      cancelReason: 'Sairastuin',
    })
  })

  test('a held meeting is not cancelled, and its notes may be corrected', async () => {
    const meetingId = await booked()
    await reportIt(meetingId, { summary: 'Ensin' })
    expect(await cancelIt(meetingId, 2)).toBe(409)
    expect((await reportIt(meetingId, { summary: 'Korjattu', version: 2 })).status).toBe(303)
    expect((await pageOf(meetingId)).meeting.summary).toBe('Korjattu')
  })

  test('two reports at once keep the first, and the second one’s text', async () => {
    const meetingId = await booked()
    await reportIt(meetingId, { summary: 'Ensin' })
    expect(await reportIt(meetingId, { summary: 'Toiseksi' })).toMatchObject({
      status: 409,
      data: { form: { initialValue: { summary: 'Toiseksi' } } },
    })
  })
})

describe('who sees meetings', () => {
  test('a project manager sees no candidates at them', async () => {
    const candidateId = await makeCandidate({ name: 'Salli Salainen' })
    const meetingId = await booked()
    await ask(meetingId, 'candidate', await numberOf(candidateId))
    const manager = await as('project_manager')
    const page = await pageOf(meetingId, manager)
    expect(page.guests.candidates).toEqual([])
    expect(JSON.stringify(page)).not.toMatch(/Salli|K-\d+/)
    expect(await statusOf(() => edit(argsOf(manager.post('/'), { meetingId })))).toBe(403)
  })

  test('a liaison sees the number, a coordinator the name', async () => {
    const candidateId = await makeCandidate({ name: 'Salli Salainen' })
    const meetingId = await booked()
    await ask(meetingId, 'candidate', await numberOf(candidateId))
    expect(JSON.stringify(await pageOf(meetingId))).not.toContain('Salli')
    expect(JSON.stringify(await pageOf(meetingId, await as('coordinator')))).toContain('Salli Salainen')
  })

  test.each(['administrator', 'caller', 'employer', 'mentor'] as const)('a %s sees none', async (role) => {
    const meetingId = await booked()
    const who = await as(role)
    expect(await statusOf(() => pageOf(meetingId, who))).toBe(403)
    expect(await statusOf(() => listPage(argsOf(who.request('/meetings'))))).toBe(403)
  })
})
