import { beforeEach, describe, expect, test } from 'vitest'
import { loader as callPage } from '~/campaigns/routes/call'
import { action as logOutcome } from '~/campaigns/routes/call-outcome'
import { action as undoOutcome } from '~/campaigns/routes/call-undo'
import { countRecipients } from '~/campaigns/survey-mail.server'
import { loader as companyPage } from '~/companies/routes/company'
import { suppressCompany, suppressTarget } from '~/companies/suppressions.server'
import { doDueJobs } from '~/jobs/worker.server'
import { inviteGuests, listInvited, tellOfChange, tellUninvited } from '~/meetings/invitations.server'
import { loader as guestPage } from '~/meetings/routes/booking'
import { action as guestCancel } from '~/meetings/routes/booking-cancellation'
import { action as guestMove, loader as guestTimes } from '~/meetings/routes/booking-time'
import { action as keepCalendar } from '~/meetings/routes/calendar'
import { action as addTime } from '~/meetings/routes/calendar-time-new'
import { action as cancelMeeting } from '~/meetings/routes/cancellation'
import { action as askGuest } from '~/meetings/routes/guest-new'
import { action as sendInvitations } from '~/meetings/routes/invitations'
import { loader as meetingPage } from '~/meetings/routes/meeting'
import { action as bookMeeting } from '~/meetings/routes/new'
import { action as report } from '~/meetings/routes/report'
import { localTimeOf, plusDays, today } from '~/platform/dates'
import { db, type Trx } from '~/platform/db.server'
import { readToast } from '~/platform/http.server'
import { argsOf, as, post, request, type SignedIn } from '../support/as'
import { makeCompanies, makeRunningCampaign, takeCall } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeCandidate, makeCompany, makeContact } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

let liaison: SignedIn
let caller: SignedIn
let companies: string[]
let campaignId: string

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison', { name: 'Liisa Isäntä', email: 'liisa@silta.example' })
  caller = await as('caller')
  companies = await makeCompanies(2)
  campaignId = await makeRunningCampaign({
    companies,
    callers: [caller.viewer.userId, liaison.viewer.userId],
  })
  await db
    .updateTable('campaign')
    .set({ created_by: liaison.viewer.userId })
    .where('id', '=', campaignId)
    .execute()
})

const week = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7].flatMap((weekday, index) => [
    [`hours[${index}].weekday`, weekday],
    [`hours[${index}].opens`, '09:00'],
    [`hours[${index}].closes`, '16:00'],
  ]),
)
const keep = (who: SignedIn, fields: Record<string, string | number> = {}) =>
  statusOf(() =>
    keepCalendar(
      argsOf(
        who.post('/meetings/calendar', {
          ...week,
          minutesLong: 45,
          bufferMinutes: 15,
          noticeHours: 24,
          link: 'https://video.example/liisa',
          version: 0,
          ...fields,
        }),
      ),
    ),
  )

async function slotsOnCard(who: SignedIn, callId: string) {
  const { card } = await callPage(argsOf(who.request(`/calls/${callId}`), { callId }))
  return card.booking
}

const agree = (who: SignedIn, callId: string, slot: string, fields: Record<string, string> = {}) =>
  replyOf(() =>
    logOutcome(
      argsOf(
        who.post(`/calls/${callId}/outcome`, {
          outcome: 'interested',
          recruitingDifficulty: 'yes',
          personName: 'Elli Ojala',
          personEmail: 'elli@virta.example',
          slot,
          ...fields,
        }),
        { callId },
      ),
    ),
  )

/** A call by the external caller in which the first free time was agreed. */
async function booked() {
  await keep(liaison)
  const call = await takeCall(caller.viewer, campaignId)
  const slot = (await slotsOnCard(caller, call.id))?.slots[0]?.value ?? ''
  expect((await agree(caller, call.id, slot)).status).toBe(303)
  const meeting = await db.selectFrom('meeting').selectAll().executeTakeFirstOrThrow()
  return { call, slot, meeting }
}

const mails = () => db.selectFrom('mail').selectAll().orderBy('id').execute()

/** The latest link sent to an address. */
async function tokenFor(email: string): Promise<string> {
  const mail = (await mails()).findLast(({ to_address }) => to_address === email)
  return /\/booking\/(\S+)/.exec(mail?.body_text ?? '')?.[1] ?? ''
}

/** The lines of a calendar file by name, unfolded; what stands between name and colon is left out. */
function linesOf(file: string | null): Map<string, string> {
  const unfolded = (file ?? '').replace(/\r\n[ \t]/g, '')
  return new Map(
    unfolded.split('\r\n').map((line) => {
      const [, name = '', value = ''] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) ?? []
      return [name, value]
    }),
  )
}

describe('booking in the call', () => {
  test('the company’s page tells of the call, its answers and the coming meeting, not of the invitation', async () => {
    const { call, meeting } = await booked()
    const answer = { call_id: call.id, number: 1, question: 'Mitä etsitte?', answer: 'Kubernetes ja DevOps' }
    await db.insertInto('call_answer').values(answer).execute()
    await doDueJobs()
    const { dossier, overview } = await companyPage(
      argsOf(liaison.request(`/companies/${call.companyId}`), { companyId: call.companyId }),
    )
    expect(dossier.lastContact).toMatchObject({ channel: 'call', byName: caller.viewer.name })
    expect(overview.calls[0]?.answers).toEqual([
      { question: 'Mitä etsitte?', answer: 'Kubernetes ja DevOps' },
    ])
    expect(overview.meetings).toMatchObject([{ id: meeting.id, status: 'planned' }])
  })

  test('neither the meeting nor its invitation keeps the campaign’s own survey from the company, another’s is kept', async () => {
    const { call } = await booked()
    await doDueJobs()
    const recipients = (ofCampaign: string) =>
      countRecipients(db, { id: ofCampaign, campaignId: ofCampaign, place: 'after' })
    expect(await recipients(campaignId)).toEqual({ open: 1, leftOut: [] })
    const other = await makeRunningCampaign({ companies: [call.companyId] })
    await db.updateTable('call').set({ campaign_id: other }).execute()
    expect(await recipients(other)).toEqual({ open: 0, leftOut: [{ reason: 'resting', count: 1 }] })
  })

  test('the caller sees the free times and the name of the host, and nothing else of the calendar', async () => {
    await keep(liaison)
    await statusOf(() =>
      addTime(
        argsOf(
          liaison.post('/', {
            kind: 'busy',
            startsAt: `${plusDays(today(), 2)}T00:00`,
            endsAt: `${plusDays(today(), 3)}T00:00`,
            note: 'Hammaslääkäri',
          }),
        ),
      ),
    )
    const call = await takeCall(caller.viewer, campaignId)
    const booking = await slotsOnCard(caller, call.id)
    expect(Object.keys(booking ?? {}).sort()).toEqual(['bar', 'hostName', 'minutesLong', 'online', 'slots'])
    expect(booking?.hostName).toBe('Liisa Isäntä')
    expect(booking?.slots.length).toBeGreaterThan(3)
    expect(booking?.slots.map(({ value }) => value.slice(0, 10))).not.toContain(plusDays(today(), 2))
    expect(JSON.stringify(booking)).not.toContain('Hammas')
  })

  test('without anybody’s calendar nothing is offered', async () => {
    const call = await takeCall(caller.viewer, campaignId)
    expect(await slotsOnCard(caller, call.id)).toBeNull()
  })

  test('both get an invitation in their language, with times in UTC', async () => {
    await db.updateTable('company').set({ language: 'sv' }).execute()
    const { meeting, slot, call } = await booked()
    expect(meeting).toMatchObject({
      host_id: liaison.viewer.userId,
      created_by: caller.viewer.userId,
      call_id: call.id,
      link: 'https://video.example/liisa',
      status: 'planned',
    })
    expect(localTimeOf(meeting.starts_at)).toBe(slot)

    const [toHost, toGuest] = await mails()
    expect(toHost).toMatchObject({ to_address: 'liisa@silta.example', language: 'fi' })
    expect(toGuest).toMatchObject({
      to_address: 'elli@virta.example',
      language: 'sv',
      company_id: call.companyId,
      file_type: 'text/calendar; charset=utf-8; method=REQUEST',
    })
    expect(toGuest?.subject).toContain('Möte')
    for (const mail of [toHost, toGuest]) {
      const lines = linesOf(mail?.file_text ?? null)
      const utc = (moment: Date) => `${moment.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`
      expect(lines.get('METHOD')).toBe('REQUEST')
      expect(lines.get('UID')).toBe(`${meeting.id}@silta`)
      expect(lines.get('SEQUENCE')).toBe('0')
      expect(lines.get('DTSTART')).toBe(utc(meeting.starts_at))
      expect(lines.get('DTEND')).toBe(utc(new Date(meeting.starts_at.getTime() + 45 * 60_000)))
      expect(lines.get('ORGANIZER')).toBe('mailto:liisa@silta.example')
    }
  })

  test('two callers who choose one time at once get one meeting', async () => {
    await keep(liaison)
    const [first, second] = [
      await takeCall(caller.viewer, campaignId),
      await takeCall(liaison.viewer, campaignId),
    ]
    const slot = (await slotsOnCard(caller, first.id))?.slots[0]?.value ?? ''
    const replies = await Promise.all([
      agree(caller, first.id, slot),
      agree(liaison, second.id, slot, { personEmail: 'toinen@virta.example' }),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(JSON.stringify(replies)).toContain('booking:rule.time_taken')
    expect(await db.selectFrom('meeting').select('id').execute()).toHaveLength(1)
    // The refused call is still open, and nothing of it was written.
    const open = await db.selectFrom('call').select('id').where('outcome', 'is', null).execute()
    expect(open).toHaveLength(1)
  })

  test('the database itself refuses a second meeting of one host at one time', async () => {
    const { meeting } = await booked()
    const { id: _, ...again } = meeting
    await expect(
      db
        .insertInto('meeting')
        .values({ ...again, starts_at: new Date(meeting.starts_at.getTime() + 30 * 60_000) })
        .execute(),
    ).rejects.toThrow('meeting_host_time_excl')
  })

  test('undoing the call cancels the meeting and says so to both', async () => {
    const { call } = await booked()
    await statusOf(() => undoOutcome(argsOf(caller.post('/'), { callId: call.id })))
    const meeting = await db.selectFrom('meeting').selectAll().executeTakeFirstOrThrow()
    expect(meeting).toMatchObject({ status: 'cancelled', holds_until: null })
    const files = (await mails()).slice(2).map(({ file_text }) => linesOf(file_text))
    expect(files.map((lines) => [lines.get('METHOD'), lines.get('SEQUENCE'), lines.get('STATUS')])).toEqual([
      ['CANCEL', '1', 'CANCELLED'],
      ['CANCEL', '1', 'CANCELLED'],
    ])
  })

  test('a sole trader is written to only with consent, which can be given in the call, and the caller hears which', async () => {
    await db.updateTable('company').set({ form: 'tmi' }).execute()
    await keep(liaison)
    const saved = async (fields: Record<string, string>) => {
      const call = await takeCall(caller.viewer, campaignId)
      const booking = await slotsOnCard(caller, call.id)
      expect(booking?.bar).toBe('no_consent')
      const reply = await agree(caller, call.id, booking?.slots[0]?.value ?? '', fields)
      const toast = await readToast(
        new Request('http://silta.test/', { headers: { Cookie: reply.setCookie ?? '' } }),
      )
      return { told: toast?.text, companyId: call.companyId }
    }
    const without = await saved({})
    expect(without.told).toBe('booking:in_call_told.no_consent')
    expect((await mails()).map(({ to_address }) => to_address)).toEqual(['liisa@silta.example'])
    const withConsent = await saved({ messageConsent: 'on' })
    expect(withConsent.told).toBe('booking:in_call_told.invited')
    expect((await mails()).map(({ to_address }) => to_address)).toContain('elli@virta.example')
    expect(await db.selectFrom('message_consent').selectAll().execute()).toMatchObject([
      {
        company_id: withConsent.companyId,
        channels: ['email'],
        given_by: 'Elli Ojala',
        how: 'Puhelussa, Syksyn soitot',
        given_on: today(),
        recorded_by: caller.viewer.userId,
      },
    ])
  })

  test('a guest who must not be written to is not invited, and the meeting says why', async () => {
    await db
      .transaction()
      .execute((trx) =>
        suppressTarget(
          trx,
          liaison.viewer,
          { ok: true, email: 'elli@virta.example' },
          { target: 'elli@virta.example', channel: 'email', reason: 'asked' },
        ),
      )
    const { meeting } = await booked()
    expect((await mails()).map(({ to_address }) => to_address)).toEqual(['liisa@silta.example'])
    expect(await listInvited(db, meeting)).toMatchObject([{ state: 'invited' }, { state: 'suppressed' }])
  })

  test('undoing the call leaves a meeting that was moved since, and its guest', async () => {
    const { call } = await booked()
    await db.updateTable('meeting').set({ version: 2 }).execute()
    await statusOf(() => undoOutcome(argsOf(caller.post('/'), { callId: call.id })))
    expect(await db.selectFrom('meeting').select('status').execute()).toEqual([{ status: 'planned' }])
  })

  test('a company that must not be written to gets no mail, though the meeting stands', async () => {
    const { call } = await booked()
    await db
      .transaction()
      .execute((trx) =>
        suppressCompany(trx, liaison.viewer, { id: call.companyId }, { channel: 'email', reason: 'asked' }),
      )
    await doDueJobs()
    const [toHost, toGuest] = await mails()
    expect(toHost?.withheld_at).toBeNull()
    expect(toGuest).toMatchObject({ withheld_reason: 'suppressed', body_text: '', file_text: null })
  })
})

test('a guest who was taken off and is asked again gets a file that calendars take', async () => {
  const { meeting } = await booked()
  const inTransaction = (act: (trx: Trx) => Promise<unknown>) => db.transaction().execute(act)
  await inTransaction((trx) => tellUninvited(trx, meeting.id, ({ companyId }) => companyId !== null))
  await inTransaction((trx) => inviteGuests(trx, meeting.id))
  await inTransaction((trx) => inviteGuests(trx, meeting.id))
  await inTransaction((trx) => tellOfChange(trx, meeting.id))
  const toGuest = (await mails()).filter(({ to_address }) => to_address === 'elli@virta.example')
  const files = toGuest.map(({ file_text }) => linesOf(file_text))
  expect(files.map((lines) => [lines.get('METHOD'), lines.get('SEQUENCE')])).toEqual([
    ['REQUEST', '0'],
    ['CANCEL', '1'],
    ['REQUEST', '2'],
    ['REQUEST', '3'],
  ])
})

describe('the guest’s link', () => {
  const open = (token: string) =>
    replyOf<{ shown: { title: string | null }; mayMove: boolean; mayCancel: boolean }>(() =>
      guestPage(argsOf(request(`/booking/${token}`), { token })),
    )
  const times = (token: string) =>
    replyOf<{ slots: { value: string }[]; version: number }>(() =>
      guestTimes(argsOf(request(`/booking/${token}/time`), { token })),
    )
  const move = (token: string, slot: string, version: number) =>
    replyOf(() => guestMove(argsOf(post(`/booking/${token}/time`, { slot, version }), { token })))
  const cancel = (token: string, fields: Record<string, string | number>) =>
    replyOf(() => guestCancel(argsOf(post(`/booking/${token}/cancellation`, fields), { token })))

  test('moves the meeting to another free time, and both get the new file', async () => {
    const { meeting, slot } = await booked()
    const token = await tokenFor('elli@virta.example')
    expect(await open(token)).toMatchObject({ status: 200, data: { mayMove: true, mayCancel: true } })
    const { data } = await times(token)
    expect(data?.slots.map(({ value }) => value)).not.toContain(slot)
    const other = data?.slots[3]?.value ?? ''
    expect(await move(token, other, 1)).toMatchObject({ status: 303, location: `/booking/${token}` })
    const moved = await db.selectFrom('meeting').selectAll().executeTakeFirstOrThrow()
    expect(localTimeOf(moved.starts_at)).toBe(other)
    const files = (await mails()).slice(2).map(({ file_text }) => linesOf(file_text))
    expect(files.map((lines) => [lines.get('METHOD'), lines.get('SEQUENCE'), lines.get('UID')])).toEqual([
      ['REQUEST', '1', `${meeting.id}@silta`],
      ['REQUEST', '1', `${meeting.id}@silta`],
    ])
    const activity = await db.selectFrom('activity').select('action').execute()
    expect(activity.map(({ action }) => action)).toContain('meeting_moved_by_guest')
    // The link of the first mail and that of the second open the same meeting.
    expect((await open(token)).status).toBe(200)
    expect((await open(await tokenFor('elli@virta.example'))).status).toBe(200)
  })

  test('does not move it to a time that is not free, nor over somebody else’s change', async () => {
    await booked()
    const token = await tokenFor('elli@virta.example')
    expect((await move(token, `${plusDays(today(), 3)}T03:00`, 1)).status).toBe(409)
    const free = (await times(token)).data?.slots ?? []
    expect((await move(token, free[0]?.value ?? '', 1)).status).toBe(303)
    expect((await move(token, free[1]?.value ?? '', 1)).status).toBe(409)
  })

  test('cancels the meeting with or without a reason, and is over with it', async () => {
    await booked()
    const token = await tokenFor('elli@virta.example')
    expect((await cancel(token, { version: 1 })).status).toBe(303)
    expect(await db.selectFrom('meeting').select('status').executeTakeFirst()).toEqual({
      status: 'cancelled',
    })
    const page = await open(token)
    expect(page).toMatchObject({ status: 410, data: { mayMove: false, mayCancel: false } })
    expect(page.data?.shown.title).toBeNull()
    expect((await cancel(token, { version: 2 })).status).toBe(409)
    expect((await times(token)).location).toBe(`/booking/${token}`)
  })

  test('stops with the meeting, and a made-up one opens nothing', async () => {
    await booked()
    const token = await tokenFor('elli@virta.example')
    await db
      .updateTable('meeting')
      .set({ starts_at: new Date(Date.now() - 2 * 3_600_000), holds_until: null })
      .execute()
    expect((await open(token)).status).toBe(410)
    expect((await open('tuntematon')).status).toBe(404)
  })
})

describe('a meeting of many', () => {
  async function jointMeeting() {
    const companyId = await makeCompany({ name: 'Virta Oy' })
    await makeContact(companyId, { email: 'yksi@virta.example' })
    const contact = await db.selectFrom('contact').select('id').executeTakeFirstOrThrow()
    const candidateId = await makeCandidate({ email: 'oona@koti.example', language: 'en' })
    await makeCandidate({ name: 'Ilman Osoitetta' })
    const { location } = await replyOf(() =>
      bookMeeting(
        argsOf(
          liaison.post('/meetings/new', {
            title: 'Virran ja Kaarnan ilta',
            kind: 'joint',
            mode: 'in_person',
            startsAt: `${plusDays(today(), 5)}T14:00`,
            minutesLong: 60,
            place: 'Kirjasto',
            company: 'Virta Oy',
          }),
        ),
      ),
    )
    const meetingId = location?.split('/').at(-1) ?? ''
    await db.insertInto('meeting_contact').values({ meeting_id: meetingId, contact_id: contact.id }).execute()
    for (const { number } of await db.selectFrom('candidate').select('number').execute())
      await statusOf(() =>
        askGuest(argsOf(liaison.post('/', { kind: 'candidate', words: number }), { meetingId })),
      )
    await statusOf(() => sendInvitations(argsOf(liaison.post('/'), { meetingId })))
    return { meetingId, candidateId }
  }

  test('tells a candidate nothing of the employer, and the employer nothing of candidates', async () => {
    await jointMeeting()
    const sent = await mails()
    expect(sent.map(({ to_address }) => to_address)).toEqual([
      'liisa@silta.example',
      'yksi@virta.example',
      'oona@koti.example',
    ])
    expect(JSON.stringify(sent[2])).not.toMatch(/Virta|Virran/)
    expect(sent[2]?.subject).toContain('Meeting')
    expect(JSON.stringify(sent[1])).not.toMatch(/Oona|Ilman|K-\d/)
  })

  test('goes on when one guest declines, and the host hears of it', async () => {
    const { meetingId } = await jointMeeting()
    const token = await tokenFor('yksi@virta.example')
    const reply = await replyOf(() => guestCancel(argsOf(post('/', { version: 1 }), { token })))
    expect(reply.status).toBe(303)
    const { meeting, guests } = await meetingPage(argsOf(liaison.request('/'), { meetingId }))
    expect(meeting.status).toBe('planned')
    expect(guests.contacts).toMatchObject([{ attendance: 'absent_notified' }])
    const last = (await mails()).at(-1)
    expect(last).toMatchObject({ to_address: 'liisa@silta.example', file_text: null })
    expect(last?.subject).toContain('ei pääse')
  })

  test('sends each invitation once, and the cancellation to all who were invited', async () => {
    const { meetingId } = await jointMeeting()
    await statusOf(() => sendInvitations(argsOf(liaison.post('/'), { meetingId })))
    expect(await mails()).toHaveLength(3)
    await statusOf(() =>
      cancelMeeting(argsOf(liaison.post('/', { reason: 'Sairastuin', version: 1 }), { meetingId })),
    )
    const cancelled = (await mails()).slice(3)
    expect(cancelled.map(({ file_text }) => linesOf(file_text).get('METHOD'))).toEqual([
      'CANCEL',
      'CANCEL',
      'CANCEL',
    ])
    expect(JSON.stringify(cancelled)).not.toContain('Sairastuin')
  })

  test('cannot be marked held before it has begun', async () => {
    const { meetingId } = await jointMeeting()
    const reply = await replyOf(() => report(argsOf(liaison.post('/', { version: 1 }), { meetingId })))
    expect(reply.status).toBe(409)
    expect(JSON.stringify(reply.data)).toContain('booking:rule.not_begun')
  })

  test('is not booked over another of the same host', async () => {
    await jointMeeting()
    const reply = await replyOf(() =>
      bookMeeting(
        argsOf(
          liaison.post('/meetings/new', {
            title: 'Toinen',
            kind: 'joint',
            mode: 'online',
            startsAt: `${plusDays(today(), 5)}T14:30`,
            minutesLong: 60,
          }),
        ),
      ),
    )
    expect(reply.status).toBe(409)
  })
})
