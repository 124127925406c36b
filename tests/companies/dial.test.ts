import { beforeEach, expect, test } from 'vitest'
import { loader as callDial } from '~/campaigns/routes/call-dial'
import { findContactInTheWay, readCooldownDays } from '~/companies/cooldown.server'
import { loader as companyPage } from '~/companies/routes/company'
import { loader as companyDial, action as giveReason } from '~/companies/routes/company-dial'
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

type Check = { check: { number: string | null; banned: boolean; contact: object | null } }

async function dial(companyId: string, who: string) {
  const url = `/companies/${companyId}/dial/${who}`
  const { data } = await replyOf<Check>(() => companyDial(argsOf(liaison.request(url), { companyId, who })))
  return data?.check
}

test('the number of a company and of its people is given when nothing speaks against it', async () => {
  const companyId = await makeCompany({ phone: '+358401112222' })
  const person = await makeContact(companyId, { phone: '+358403334444' })
  expect(await dial(companyId, 'company')).toMatchObject({ number: '+358401112222' })
  expect(await dial(companyId, person)).toMatchObject({ number: '+358403334444' })
  expect(await dial(companyId, await makeContact(await makeCompany()))).toBeUndefined()
})

test('a ban written a moment ago stops the call, and no reason helps', async () => {
  const companyId = await makeCompany({ phone: '+358401112222' })
  await db
    .transaction()
    .execute((trx) =>
      suppressCompany(trx, liaison.viewer, { id: companyId }, { channel: 'phone', reason: 'asked' }),
    )
  expect(await dial(companyId, 'company')).toMatchObject({ banned: true, number: null })
  const url = `/companies/${companyId}/dial/company`
  const params = { companyId, who: 'company' }
  await giveReason(argsOf(liaison.post(url, { reason: 'silti' }), params))
  expect(await dial(companyId, 'company')).toMatchObject({ banned: true, number: null })
})

test('a company another was in touch with is rung for a reason, which is kept and shown', async () => {
  const companyId = await makeCompany({ phone: '+358401112222' })
  await contact(companyId, 2)
  expect(await dial(companyId, 'company')).toMatchObject({
    number: null,
    contact: { channel: 'meeting' },
  })

  const url = `/companies/${companyId}/dial/company`
  const params = { companyId, who: 'company' }
  expect(await statusOf(() => giveReason(argsOf(liaison.post(url, { reason: '' }), params)))).toBe(422)
  await giveReason(argsOf(liaison.post(url, { reason: 'Pyysivät soittamaan tänään' }), params))

  expect(await dial(companyId, 'company')).toMatchObject({ number: '+358401112222' })
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
  expect(await dial(companyId, 'company')).toMatchObject({ number: '+358401112222' })

  expect(await post(await as('liaison'))).toBe(303)
  expect(await dial(companyId, 'company')).toMatchObject({ number: null })
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
  expect((await ring(caller)).data?.check.number).toBe('+358401112222')
  expect((await ring(await as('caller'))).status).toBe(404)

  await db
    .transaction()
    .execute((trx) =>
      suppressCompany(trx, liaison.viewer, { id: companyId }, { channel: 'all', reason: 'asked' }),
    )
  expect((await ring(caller)).data?.check).toMatchObject({ banned: true, number: null })
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
