import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { loader as callPage } from '~/campaigns/routes/call'
import { loader as callListPage } from '~/campaigns/routes/call-list'
import { action as logOutcome, loader as outcomePage } from '~/campaigns/routes/call-outcome'
import { action as noteRecording } from '~/campaigns/routes/call-recording'
import { loader as desk } from '~/campaigns/routes/calls'
import { loader as campaignPage } from '~/campaigns/routes/campaign'
import { loader as callsOfCampaign, action as nextCall } from '~/campaigns/routes/campaign-calls'
import { visibleCandidates } from '~/candidates/candidates.server'
import { visibleCompanies } from '~/companies/companies.server'
import { db } from '~/platform/db.server'
import { readToast } from '~/platform/http.server'
import { argsOf, as } from '../support/as'
import { makeCompanies, makeRunningCampaign, takeCall } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeCandidate, makeContact } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

beforeEach(clearDatabase)

async function anExternalCaller() {
  const caller = await as('caller')
  const companies = await makeCompanies(3)
  const campaignId = await makeRunningCampaign({ companies, callers: [caller.viewer.userId] })
  return { caller, campaignId, companies }
}

test('sees zero candidate rows and no company outside the card', async () => {
  const { caller } = await anExternalCaller()
  await makeCandidate()

  expect(await visibleCandidates(db, caller.viewer).select('candidate.id').execute()).toEqual([])
  expect(await visibleCompanies(db, caller.viewer).select('company.id').execute()).toEqual([])
})

test('has no campaign page, no list and no list of calls', async () => {
  const { caller, campaignId } = await anExternalCaller()
  const at = (path: string) => argsOf(caller.request(`/campaigns/${campaignId}${path}`), { campaignId })

  expect(await statusOf(() => campaignPage(at('')))).toBe(403)
  expect(await statusOf(() => callListPage(at('/list')))).toBe(403)
  expect(await statusOf(() => callsOfCampaign(at('/calls')))).toBe(403)
})

test('sees the card of the company in hand, and each view is recorded', async () => {
  const { caller, campaignId } = await anExternalCaller()
  const call = await takeCall(caller.viewer, campaignId)
  await makeContact(call.companyId, { name: 'Aino Laine', phone: '+358407654321' })

  const page = await callPage(argsOf(caller.request(`/calls/${call.id}`), { callId: call.id }))

  expect(page.card).toMatchObject({
    companyName: call.companyName,
    contacts: [{ name: 'Aino Laine', phone: { number: '+358407654321' } }],
    script: { blocks: [{ kind: 'say', text: 'Hei, olen Testi Tekijä. Onko Aino Laine paikalla?' }] },
  })
  expect(await db.selectFrom('reading').select(['what', 'user_id', 'company_id']).execute()).toEqual([
    { what: 'call_card', user_id: caller.viewer.userId, company_id: call.companyId },
  ])
})

test('loses the card when the call has an outcome, and keeps a result without contact data', async () => {
  const { caller, campaignId } = await anExternalCaller()
  const call = await takeCall(caller.viewer, campaignId)
  await logOutcome(argsOf(caller.post(`/calls/${call.id}/outcome`, { outcome: 'busy' }), { callId: call.id }))

  const back = await replyOf(() => callPage(argsOf(caller.request(`/calls/${call.id}`), { callId: call.id })))
  expect(back.location).toBe('/calls')
  const page = await desk(argsOf(caller.request('/calls')))
  expect(page.ended).toEqual([
    { id: call.id, companyName: call.companyName, outcome: 'busy', endedAt: expect.any(Date) },
  ])
})

test('going back to a call that is logged leads to the desk, with the undo while there is time', async () => {
  const { caller, campaignId } = await anExternalCaller()
  const other = await as('caller')
  const call = await takeCall(caller.viewer, campaignId)
  const at = { callId: call.id }
  const save = (note: string) =>
    replyOf(() => logOutcome(argsOf(caller.post(`/calls/${call.id}/outcome`, { outcome: 'busy', note }), at)))
  await save('Linja varattu')
  const goBack = (by: typeof caller, page: typeof callPage | typeof outcomePage) =>
    replyOf(() => page(argsOf(by.request(`/calls/${call.id}`), at)))
  const toastAfter = async (page: typeof callPage | typeof outcomePage) => {
    const { location, setCookie } = await goBack(caller, page)
    expect(location).toBe('/calls')
    return readToast(new Request('http://silta.test/', { headers: { Cookie: setCookie ?? '' } }))
  }

  for (const page of [callPage, outcomePage]) {
    expect(await toastAfter(page)).toEqual({ text: 'calls:already_logged', undo: `/calls/${call.id}/undo` })
    expect((await goBack(other, page)).status).toBe(404)
  }
  expect(await save('Toinen tulos')).toMatchObject({
    status: 409,
    data: { form: { initialValue: { note: 'Toinen tulos' } } },
  })
  await db
    .updateTable('call')
    .set({ ended_at: new Date(Date.now() - 11 * 60_000) })
    .execute()
  expect(await toastAfter(callPage)).toEqual({ text: 'calls:already_logged' })
})

test("does not see another caller's card", async () => {
  const { caller, campaignId } = await anExternalCaller()
  const other = await as('caller')
  const call = await takeCall(caller.viewer, campaignId)

  expect(
    await statusOf(() => callPage(argsOf(other.request(`/calls/${call.id}`), { callId: call.id }))),
  ).toBe(404)
})

test('a number whose holder does not want calls is not on the card', async () => {
  const { caller, campaignId } = await anExternalCaller()
  const call = await takeCall(caller.viewer, campaignId)
  await makeContact(call.companyId, { name: 'Aino Laine', phone: '+358407654321' })
  await db
    .insertInto('suppression')
    .values({
      phone_key: sql`reach_key('+358407654321')`,
      channel: 'phone',
      reason: 'asked',
    })
    .execute()

  const page = await callPage(argsOf(caller.request(`/calls/${call.id}`), { callId: call.id }))
  expect(page.card.contacts).toMatchObject([{ name: 'Aino Laine', phone: null }])
})

test.each([
  ['that is not theirs', async () => db.deleteFrom('campaign_caller').execute()],
  ['that has ended', async () => db.updateTable('campaign').set({ ends_on: '2020-01-31' }).execute()],
  ['that is closed', async () => db.updateTable('campaign').set({ status: 'closed' }).execute()],
])('a campaign %s does not exist for them', async (_what, change) => {
  const { caller, campaignId } = await anExternalCaller()
  await change()

  expect((await desk(argsOf(caller.request('/calls')))).campaigns).toEqual([])
  const post = caller.post(`/campaigns/${campaignId}/calls`)
  expect(await statusOf(() => nextCall(argsOf(post, { campaignId })))).toBe(404)
})

test('removed in the middle of a call, the caller finishes it', async () => {
  const { caller, campaignId } = await anExternalCaller()
  const call = await takeCall(caller.viewer, campaignId)
  await db.updateTable('campaign_caller').set({ removed_at: new Date() }).execute()

  expect((await desk(argsOf(caller.request('/calls')))).open?.id).toBe(call.id)
  const reply = await replyOf(() =>
    logOutcome(argsOf(caller.post(`/calls/${call.id}/outcome`, { outcome: 'busy' }), { callId: call.id })),
  )
  expect(reply.status).toBe(303)
})

test('the button for the next company leads to the open call and asks for its outcome', async () => {
  const { caller, campaignId } = await anExternalCaller()
  const call = await takeCall(caller.viewer, campaignId)

  const reply = await replyOf(() =>
    nextCall(argsOf(caller.post(`/campaigns/${campaignId}/calls`), { campaignId })),
  )
  expect(reply.location).toBe(`/calls/${call.id}?unfinished`)
})

test.each([
  ['removed', async () => db.updateTable('campaign_caller').set({ removed_at: new Date() }).execute()],
  ['of a closed campaign', async () => db.updateTable('campaign').set({ status: 'closed' }).execute()],
  ['after the last day', async () => db.updateTable('campaign').set({ ends_on: '2020-01-31' }).execute()],
])('a caller %s loses the card at once and is led to what is left: the outcome', async (_what, change) => {
  const { caller, campaignId } = await anExternalCaller()
  const call = await takeCall(caller.viewer, campaignId)
  await makeContact(call.companyId, { name: 'Aino Laine', phone: '+358407654321' })
  await change()

  const card = await replyOf(() => callPage(argsOf(caller.request(`/calls/${call.id}`), { callId: call.id })))
  expect(card.location).toBe(`/calls/${call.id}/outcome`)
  const rest = await outcomePage(argsOf(caller.request(`/calls/${call.id}/outcome`), { callId: call.id }))
  expect(rest).toMatchObject({
    companyName: call.companyName,
    open: false,
    call: { people: [], script: null },
  })
  expect(JSON.stringify(rest)).not.toMatch(/Aino|4076543/)
})

test('a caller removed after an answered call says on the page of the outcome whether recording was told of', async () => {
  const { caller, campaignId } = await anExternalCaller()
  await db.updateTable('campaign').set({ recording_kept_days: 30 }).execute()
  const call = await takeCall(caller.viewer, campaignId)
  await db.updateTable('campaign_caller').set({ removed_at: new Date() }).execute()
  const at = { callId: call.id }
  const page = () => outcomePage(argsOf(caller.request(`/calls/${call.id}/outcome`), at))
  const refuse = () =>
    statusOf(() =>
      logOutcome(
        argsOf(
          caller.post(`/calls/${call.id}/outcome`, { outcome: 'not_interested', refusalReason: 'no_time' }),
          at,
        ),
      ),
    )

  expect((await page()).recording).toEqual({ keptDays: 30, told: false, notRecorded: false })
  expect(await refuse()).toBe(409)
  const said = caller.post(`/calls/${call.id}/recording`, { said: 'not_recorded' })
  const { location } = await replyOf(() => noteRecording(argsOf(said, at)))
  const next = await replyOf(() => callPage(argsOf(caller.request(location ?? ''), at)))

  expect(next.location).toBe(`/calls/${call.id}/outcome`)
  expect((await page()).recording).toMatchObject({ notRecorded: true })
  expect(await refuse()).toBe(303)
})

test('the names of companies go from the desk with the campaign', async () => {
  const { caller, campaignId } = await anExternalCaller()
  const call = await takeCall(caller.viewer, campaignId)
  await logOutcome(argsOf(caller.post(`/calls/${call.id}/outcome`, { outcome: 'busy' }), { callId: call.id }))
  await db.updateTable('campaign').set({ status: 'closed' }).execute()

  const page = await desk(argsOf(caller.request('/calls')))
  expect(page.ended).toEqual([])
  expect(page.summary).toMatchObject({ calls: 1, reached: 0 })
})
