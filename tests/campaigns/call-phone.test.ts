import { beforeEach, expect, test } from 'vitest'
import { endSession } from '~/auth/session.server'
import { action as handOver } from '~/campaigns/routes/call-phone'
import { loader as callState } from '~/campaigns/routes/call-state'
import { loader as phonePage } from '~/campaigns/routes/phone'
import { loader as dialPage } from '~/campaigns/routes/phone-dial'
import { loader as linkPage, action as openLink } from '~/campaigns/routes/phone-link'
import { action as logOnPhone, loader as outcomeOnPhone } from '~/campaigns/routes/phone-outcome'
import { loader as phoneState } from '~/campaigns/routes/phone-state'
import { action as undoOnPhone } from '~/campaigns/routes/phone-undo'
import { suppressCompany } from '~/companies/suppressions.server'
import { action as keepCalendar } from '~/meetings/routes/calendar'
import { db } from '~/platform/db.server'
import { readToast } from '~/platform/http.server'
import { argsOf, as, post, request, type SignedIn } from '../support/as'
import { makeCompanies, makeRunningCampaign, takeCall } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeContact } from '../support/factories'
import { replyOf } from '../support/reply'

beforeEach(clearDatabase)

async function aCallInHand(role: 'caller' | 'liaison' = 'caller') {
  const caller = await as(role)
  const campaignId = await makeRunningCampaign({
    companies: await makeCompanies(2),
    callers: [caller.viewer.userId],
  })
  return { caller, campaignId, call: await takeCall(caller.viewer, campaignId) }
}

async function linkFor(caller: SignedIn, callId: string): Promise<string> {
  const reply = await replyOf<{ link: { address: string } }>(() =>
    handOver(argsOf(caller.post(`/calls/${callId}/phone`), { callId })),
  )
  return new URL(reply.data?.link.address ?? '').pathname.split('/').at(-1) ?? ''
}

/** Opens the link and gives the phone's cookie. */
async function phoneOf(caller: SignedIn, callId: string): Promise<string> {
  const token = await linkFor(caller, callId)
  const reply = await replyOf(() => openLink(argsOf(post(`/phone/${token}`), { token })))
  expect(reply).toMatchObject({ status: 303, location: '/phone' })
  return reply.setCookie?.split(';')[0] ?? ''
}

const onPhone = (cookie: string) => request('/phone', { headers: { Cookie: cookie } })

async function cardOn(cookie: string) {
  const reply = await replyOf<{ card: { id: string; fits: unknown } | null }>(() =>
    phonePage(argsOf(onPhone(cookie))),
  )
  return reply.data?.card ?? null
}

test('the link opens the card of this call, and the view is recorded', async () => {
  const { caller, call } = await aCallInHand()
  const cookie = await phoneOf(caller, call.id)

  expect((await cardOn(cookie))?.id).toBe(call.id)
  expect(await db.selectFrom('reading').select(['what', 'user_id', 'company_id']).execute()).toEqual([
    { what: 'call_card', user_id: caller.viewer.userId, company_id: call.companyId },
  ])
})

test('the link works once and its page can be looked at before', async () => {
  const { caller, call } = await aCallInHand()
  const token = await linkFor(caller, call.id)
  const look = () => replyOf(() => linkPage(argsOf(request(`/phone/${token}`), { token })))
  const open = () => replyOf(() => openLink(argsOf(post(`/phone/${token}`), { token })))

  expect((await look()).status).toBe(200)
  expect((await open()).location).toBe('/phone')
  expect(await open()).toMatchObject({ location: `/phone/${token}`, setCookie: null })
  expect((await look()).status).toBe(410)
})

test('the link dies after five minutes, and when a new one is made', async () => {
  const { caller, call } = await aCallInHand()
  const first = await linkFor(caller, call.id)
  const second = await linkFor(caller, call.id)
  const look = (token: string) => replyOf(() => linkPage(argsOf(request(`/phone/${token}`), { token })))

  expect((await look(first)).status).toBe(410)
  await db
    .updateTable('call_phone')
    .set({ link_expires_at: new Date(Date.now() - 1000) })
    .execute()
  expect((await look(second)).status).toBe(410)
})

test('nothing of the secret or the company stands in the database or the address', async () => {
  const { caller, call } = await aCallInHand()
  const token = await linkFor(caller, call.id)

  const row = await db.selectFrom('call_phone').selectAll().executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(token)
  expect(token).not.toContain(call.id)
})

test('the phone of a liaison sees no more than that of an external caller', async () => {
  const { caller, call } = await aCallInHand('liaison')
  const cookie = await phoneOf(caller, call.id)

  const reply = await replyOf<{ card: { fits: { shown: unknown[] } | null } }>(() =>
    phonePage(argsOf(onPhone(cookie))),
  )
  expect(reply.data?.card.fits?.shown ?? []).toEqual([])
})

test('signing out on the computer ends the phone', async () => {
  const { caller, call } = await aCallInHand()
  const cookie = await phoneOf(caller, call.id)

  await endSession(caller.viewer.sessionId)

  expect(await cardOn(cookie)).toBeNull()
})

test('an account that is closed ends the phone', async () => {
  const { caller, call } = await aCallInHand()
  const cookie = await phoneOf(caller, call.id)

  await db.updateTable('user_account').set({ closed_at: new Date() }).execute()

  expect(await cardOn(cookie)).toBeNull()
})

test('an outcome written on the phone is seen by the computer, and the phone lets go', async () => {
  const { caller, call } = await aCallInHand()
  const cookie = await phoneOf(caller, call.id)

  const reply = await replyOf(() => logOnPhone(argsOf(post('/phone/outcome', { outcome: 'busy' }, cookie))))

  expect(reply).toMatchObject({ status: 303, location: '/phone' })
  expect(
    await db.selectFrom('call').select(['outcome', 'caller_id']).where('id', '=', call.id).execute(),
  ).toEqual([{ outcome: 'busy', caller_id: caller.viewer.userId }])
  const state = await callState(argsOf(caller.request(`/calls/${call.id}/state`), { callId: call.id }))
  expect(await state.json()).toEqual({ open: false })
  expect(await cardOn(cookie)).toBeNull()
  expect(await (await phoneState(argsOf(onPhone(cookie)))).json()).toEqual({ open: false })
})

test('an outcome written on the phone is taken back there, and the phone goes on with the company', async () => {
  const { caller, call } = await aCallInHand()
  const cookie = await phoneOf(caller, call.id)
  const saved = await replyOf(() =>
    logOnPhone(argsOf(post('/phone/outcome', { outcome: 'busy', note: 'Väärä nappi' }, cookie))),
  )
  const toast = await readToast(request('/phone', { headers: { Cookie: saved.setCookie ?? '' } }))
  expect(toast).toEqual({ text: 'campaigns:outcome_saved', undo: '/phone/undo' })

  const undone = await replyOf(() => undoOnPhone(argsOf(post('/phone/undo', {}, cookie))))

  expect(undone).toMatchObject({ status: 303, location: '/phone' })
  const page = await outcomeOnPhone(argsOf(onPhone(cookie)))
  expect(page.call).toMatchObject({ refill: { outcome: 'busy', note: 'Väärä nappi' } })
  expect(page.call?.id).not.toBe(call.id)
  expect((await cardOn(cookie))?.id).toBe(page.call?.id)
  expect((await replyOf(() => undoOnPhone(argsOf(post('/phone/undo', {}, cookie))))).status).toBe(404)
})

test('removed in the middle of a call, the caller finishes it on the phone', async () => {
  const { caller, call } = await aCallInHand()
  const cookie = await phoneOf(caller, call.id)
  await db.updateTable('campaign').set({ recording_kept_days: 30 }).execute()
  await db.updateTable('campaign_caller').set({ removed_at: new Date() }).execute()

  expect((await replyOf(() => phonePage(argsOf(onPhone(cookie))))).location).toBe('/phone/outcome')
  const page = await outcomeOnPhone(argsOf(onPhone(cookie)))
  expect(page).toMatchObject({ open: false, recording: { keptDays: 30, told: false } })
})

test('the outcome on the phone offers the free times and the people of the card', async () => {
  const { caller, call } = await aCallInHand('liaison')
  const weekdays = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday, index) => [
    [`hours[${index}].weekday`, String(weekday)],
    [`hours[${index}].opens`, '09:00'],
    [`hours[${index}].closes`, '16:00'],
  ])
  const week = { minutesLong: '45', bufferMinutes: '15', noticeHours: '24', version: '0' }
  const kept = await replyOf(() =>
    keepCalendar(argsOf(caller.post('/meetings/calendar', { ...Object.fromEntries(weekdays), ...week }))),
  )
  expect(kept.status).toBe(303)
  const person = await makeContact(call.companyId)
  const cookie = await phoneOf(caller, call.id)

  const page = await outcomeOnPhone(argsOf(onPhone(cookie)))

  expect(page.call?.booking?.slots.length).toBeGreaterThan(0)
  expect(page.call?.people).toMatchObject([{ id: person }])
})

test('a number is looked at again on the phone, and is not given when it may not be rung', async () => {
  const { caller, call } = await aCallInHand()
  await db.updateTable('company').set({ phone: '+358401112233' }).execute()
  const cookie = await phoneOf(caller, call.id)
  const dial = async () => {
    const reply = await replyOf<{ check: { reach: string | null } | null }>(() =>
      dialPage(argsOf(onPhone(cookie), { who: 'company' })),
    )
    return reply.data?.check?.reach
  }

  expect(await dial()).toBe('+358401112233')
  await db
    .transaction()
    .execute((trx) =>
      suppressCompany(
        trx,
        caller.viewer,
        { id: call.companyId },
        { channel: 'all', reason: 'asked', askedHow: 'phone', wording: 'Ei.' },
      ),
    )
  expect(await dial()).toBeNull()
})

test('without the cookie the phone shows nothing and writes nothing', async () => {
  const { call } = await aCallInHand()

  expect(await cardOn('')).toBeNull()
  expect(
    (await replyOf(() => logOnPhone(argsOf(post('/phone/outcome', { outcome: 'busy' }))))).location,
  ).toBe('/phone')
  expect(await db.selectFrom('call').select('outcome').where('id', '=', call.id).executeTakeFirst()).toEqual({
    outcome: null,
  })
})

test("another caller's call has no link", async () => {
  const { call } = await aCallInHand()
  const other = await as('caller')

  const reply = await replyOf(() =>
    handOver(argsOf(other.post(`/calls/${call.id}/phone`), { callId: call.id })),
  )
  expect(reply.status).toBe(404)
})
