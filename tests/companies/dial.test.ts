import { beforeEach, expect, test } from 'vitest'
import { loader as callDial } from '~/campaigns/routes/call-dial'
import { listContactEvents } from '~/companies/contact-ledger.server'
import { findContactInTheWay, readCooldownDays } from '~/companies/cooldown.server'
import { loader as companyPage } from '~/companies/routes/company'
import { loader as companyDial, action as giveReason } from '~/companies/routes/company-dial'
import { loader as companyMail, action as logMail } from '~/companies/routes/company-mail'
import { action as takeBackLine } from '~/companies/routes/contact-log-removal'
import { action as giveReasonFor, loader as reasonPage } from '~/companies/routes/contact-reason'
import { action as setRules } from '~/companies/routes/contact-rules'
import { action as logContact } from '~/companies/routes/new-contact-log'
import { suppressCompany } from '~/companies/suppressions.server'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { contact, makeCompanies, makeRunningCampaign, takeCall } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeCompany, makeContact } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

let liaison: SignedIn

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
})

type Check = { check: { reach: string | null; bar: string | null; contact: object | null } }

async function dial(companyId: string, who: string) {
  const url = `/companies/${companyId}/dial/${who}`
  const { data } = await replyOf<Check>(() => companyDial(argsOf(liaison.request(url), { companyId, who })))
  return data?.check
}

test('the number of a company and of its people is given when nothing speaks against it', async () => {
  const companyId = await makeCompany({ phone: '+358401112222' })
  const person = await makeContact(companyId, { phone: '+358403334444' })
  expect(await dial(companyId, 'company')).toMatchObject({ reach: '+358401112222' })
  expect(await dial(companyId, person)).toMatchObject({ reach: '+358403334444' })
  expect(await dial(companyId, await makeContact(await makeCompany()))).toBeUndefined()
})

test('a ban written a moment ago stops the call, and no reason helps', async () => {
  const companyId = await makeCompany({ phone: '+358401112222' })
  await db
    .transaction()
    .execute((trx) =>
      suppressCompany(trx, liaison.viewer, { id: companyId }, { channel: 'phone', reason: 'asked' }),
    )
  expect(await dial(companyId, 'company')).toMatchObject({ bar: 'suppressed', reach: null })
  const url = `/companies/${companyId}/dial/company`
  const params = { companyId, who: 'company' }
  expect(await statusOf(() => giveReason(argsOf(liaison.post(url, { reason: 'silti' }), params)))).toBe(409)
  expect(await dial(companyId, 'company')).toMatchObject({ bar: 'suppressed', reach: null })
})

test('a reason for contact is refused while a ban on all contact holds, and taken when it is on calls only', async () => {
  const companyId = await makeCompany({ email: 'info@virta.example' })
  await contact(companyId, 2)
  const ban = (channel: 'all' | 'phone') =>
    db
      .transaction()
      .execute((trx) => suppressCompany(trx, liaison.viewer, { id: companyId }, { channel, reason: 'asked' }))
  const url = `/companies/${companyId}/contact-reason`
  const offered = async () => {
    const page = await replyOf<{ banned: boolean }>(() =>
      reasonPage(argsOf(liaison.request(url), { companyId })),
    )
    const { status } = await replyOf(() =>
      giveReasonFor(argsOf(liaison.post(url, { reason: 'silti' }), { companyId })),
    )
    return { banned: page.data?.banned, status }
  }

  await ban('phone')
  expect(await offered()).toEqual({ banned: false, status: 303 })
  await ban('all')
  expect(await offered()).toEqual({ banned: true, status: 409 })
  expect(await db.selectFrom('contact_exception').select('id').execute()).toHaveLength(1)
})

test('a company another was in touch with is rung for a reason, which is kept and shown', async () => {
  const companyId = await makeCompany({ phone: '+358401112222' })
  await contact(companyId, 2)
  expect(await dial(companyId, 'company')).toMatchObject({
    reach: null,
    contact: { channel: 'meeting' },
  })

  const url = `/companies/${companyId}/dial/company`
  const params = { companyId, who: 'company' }
  expect(await statusOf(() => giveReason(argsOf(liaison.post(url, { reason: '' }), params)))).toBe(422)
  await giveReason(argsOf(liaison.post(url, { reason: 'Pyysivät soittamaan tänään' }), params))

  expect(await dial(companyId, 'company')).toMatchObject({ reach: '+358401112222' })
  const page = await companyPage(argsOf(liaison.request(`/companies/${companyId}`), { companyId }))
  expect(page.picture.exceptions).toMatchObject([{ reason: 'Pyysivät soittamaan tänään' }])
})

test('one’s own contact does not stop one, a colleague’s does', async () => {
  const companyId = await makeCompany({ phone: '+358401112222' })
  const log = { channel: 'call', reached: 'yes', at: '2026-01-02T10:00' }
  const today = new Date().toISOString().slice(0, 10)
  const post = (by: SignedIn) =>
    statusOf(() =>
      logContact(
        argsOf(by.post(`/companies/${companyId}/contact-log/new`, { ...log, at: `${today}T00:01` }), {
          companyId,
        }),
      ),
    )
  expect(await post(liaison)).toBe(303)
  expect(await dial(companyId, 'company')).toMatchObject({ reach: '+358401112222' })

  expect(await post(await as('liaison'))).toBe(303)
  expect(await dial(companyId, 'company')).toMatchObject({ reach: null })
})

test('a caller gets the number of the company in hand only, and not after a ban', async () => {
  const caller = await as('caller')
  const [companyId = ''] = await makeCompanies(1)
  await db.updateTable('company').set({ phone: '+358401112222' }).execute()
  const campaignId = await makeRunningCampaign({ companies: [companyId], callers: [caller.viewer.userId] })
  const call = await takeCall(caller.viewer, campaignId)
  const ring = (by: SignedIn) =>
    replyOf<Check>(() =>
      callDial(argsOf(by.request(`/calls/${call.id}/dial/company`), { callId: call.id, who: 'company' })),
    )
  expect((await ring(caller)).data?.check.reach).toBe('+358401112222')
  expect((await ring(await as('caller'))).status).toBe(404)

  await db
    .transaction()
    .execute((trx) =>
      suppressCompany(trx, liaison.viewer, { id: companyId }, { channel: 'all', reason: 'asked' }),
    )
  expect((await ring(caller)).data?.check).toMatchObject({ bar: 'suppressed', reach: null })

  await db.updateTable('campaign_caller').set({ removed_at: new Date() }).execute()
  expect((await ring(caller)).location).toBe(`/calls/${call.id}/outcome`)
  await db.updateTable('call').set({ outcome: 'busy', ended_at: new Date() }).execute()
  expect((await ring(caller)).location).toBe('/calls')
})

const mailPage = (companyId: string, who: string) =>
  replyOf<Check & { logged: boolean }>(() =>
    companyMail(argsOf(liaison.request(`/companies/${companyId}/mail/${who}`), { companyId, who })),
  )
const write = (by: SignedIn, companyId: string, who: string) =>
  replyOf(() => logMail(argsOf(by.post(`/companies/${companyId}/mail/${who}`), { companyId, who })))

test('mail is written by way of the check, stands in the ledger, and can be taken back', async () => {
  const companyId = await makeCompany({ email: 'info@virta.example' })
  const person = await makeContact(companyId, { email: 'elli@virta.example' })
  expect((await mailPage(companyId, 'company')).data?.check).toMatchObject({ reach: 'info@virta.example' })
  expect((await mailPage(companyId, person)).data?.check).toMatchObject({ reach: 'elli@virta.example' })
  expect(await listContactEvents(db, companyId, { limit: 9 })).toEqual([])

  const reply = await write(liaison, companyId, person)

  expect(reply).toMatchObject({ status: 303, location: `/companies/${companyId}/mail/${person}?logged` })
  expect(await listContactEvents(db, companyId, { limit: 9 })).toMatchObject([
    { channel: 'email', reached: true },
  ])
  const another = await as('liaison')
  expect((await write(another, companyId, 'company')).status).toBe(409)

  const { subject_id } = await db
    .selectFrom('company_contact_event')
    .select('subject_id')
    .executeTakeFirstOrThrow()
  const takeBack = (by: SignedIn) =>
    statusOf(() => takeBackLine(argsOf(by.post('/'), { companyId, lineId: subject_id })))
  expect(await takeBack(another)).toBe(404)
  expect(await takeBack(liaison)).toBe(303)
  expect(await listContactEvents(db, companyId, { limit: 9 })).toEqual([])
})

test('mail waits for a reason after another’s contact, and the reason leads back to it', async () => {
  const companyId = await makeCompany({ email: 'info@virta.example' })
  await contact(companyId, 2)
  expect((await mailPage(companyId, 'company')).data?.check).toMatchObject({ reach: null, contact: {} })
  expect((await write(liaison, companyId, 'company')).status).toBe(409)

  const url = `/companies/${companyId}/contact-reason?mail=company`
  const reply = await replyOf(() =>
    giveReasonFor(argsOf(liaison.post(url, { reason: 'Pyysivät' }), { companyId })),
  )

  expect(reply.location).toBe(`/companies/${companyId}/mail/company`)
  expect((await write(liaison, companyId, 'company')).status).toBe(303)
})

test.each([
  ['a ban on e-mail', {}, 'suppressed'],
  ['a sole trader without consent', { form: 'tmi' }, 'no_consent'],
])('%s stops mail', async (_what, given, bar) => {
  const companyId = await makeCompany({ email: 'info@virta.example', phone: '+358401112222', ...given })
  if (bar === 'suppressed')
    await db
      .transaction()
      .execute((trx) =>
        suppressCompany(trx, liaison.viewer, { id: companyId }, { channel: 'email', reason: 'asked' }),
      )
  expect((await mailPage(companyId, 'company')).data?.check).toMatchObject({ bar, reach: null })
  expect((await write(liaison, companyId, 'company')).status).toBe(409)
  expect(await dial(companyId, 'company')).toMatchObject({ reach: '+358401112222' })
})

test('the rest is set by an administrator and holds at once', async () => {
  const companyId = await makeCompany()
  await contact(companyId, 10)
  const inTheWay = () => findContactInTheWay(db, companyId, { userId: liaison.viewer.userId })
  expect(await readCooldownDays(db)).toBe(30)
  expect(await inTheWay()).toBeDefined()

  const administrator = await as('administrator')
  const set = (by: SignedIn, days: string) =>
    statusOf(() => setRules(argsOf(by.post('/contact-rules', { days }))))
  expect(await set(liaison, '7')).toBe(403)
  expect(await set(administrator, '7')).toBe(303)
  expect(await readCooldownDays(db)).toBe(7)
  expect(await inTheWay()).toBeUndefined()
})
