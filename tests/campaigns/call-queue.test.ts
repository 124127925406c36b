import { beforeEach, describe, expect, test } from 'vitest'
import { extendLease } from '~/campaigns/call-queue.server'
import { countQueue } from '~/campaigns/queue-state.server'
import { suppressTarget } from '~/companies/suppressions.server'
import { db } from '~/platform/db.server'
import { as } from '../support/as'
import { claim, makeCompanies, makeRunningCampaign, takeCall } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeCompany } from '../support/factories'

beforeEach(clearDatabase)

const soon = () => new Date(Date.now() + 60_000)
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)

async function endOpenCalls(outcome = 'no_answer') {
  await db
    .updateTable('call')
    .set({ outcome, ended_at: new Date() })
    .where('outcome', 'is', null)
    .where('released_at', 'is', null)
    .execute()
}

describe('taking the next company', () => {
  test('twenty callers at once over sixty companies share none and lose none', async () => {
    const companies = await makeCompanies(60)
    const callers = await Promise.all(Array.from({ length: 20 }, () => as('caller')))
    const campaignId = await makeRunningCampaign({
      companies,
      callers: callers.map(({ viewer }) => viewer.userId),
    })

    async function callUntilNothingIsLeft(viewer: (typeof callers)[number]['viewer']) {
      for (;;) {
        const claimed = await claim(viewer, campaignId)
        if (claimed.kind === 'nothing') return
        expect(claimed.kind).toBe('taken')
        await db.transaction().execute(async (trx) => {
          // The order of the product: first the task, then the call.
          await trx
            .updateTable('call_task')
            .from('call')
            .set({ status: 'done' })
            .whereRef('call.task_id', '=', 'call_task.id')
            .where('call.id', '=', claimed.callId)
            .execute()
          await trx
            .updateTable('call')
            .set({ outcome: 'busy', ended_at: new Date() })
            .where('id', '=', claimed.callId)
            .execute()
        })
      }
    }
    await Promise.all(callers.map(({ viewer }) => callUntilNothingIsLeft(viewer)))

    const calls = await db.selectFrom('call').select('company_id').execute()
    expect(calls).toHaveLength(60)
    expect(new Set(calls.map(({ company_id }) => company_id)).size).toBe(60)
  })

  test('two clicks of one caller at once open one call', async () => {
    const { viewer } = await as('liaison')
    const campaignId = await makeRunningCampaign({
      companies: await makeCompanies(5),
      callers: [viewer.userId],
    })

    const claims = await Promise.all(Array.from({ length: 6 }, () => claim(viewer, campaignId)))

    expect(new Set(claims.map((one) => one.kind !== 'nothing' && one.callId)).size).toBe(1)
    expect(await db.selectFrom('call').select('id').execute()).toHaveLength(1)
  })

  test('a call without an outcome is asked for before a new company is given', async () => {
    const { viewer } = await as('liaison')
    const campaignId = await makeRunningCampaign({
      companies: await makeCompanies(2),
      callers: [viewer.userId],
    })
    const first = await claim(viewer, campaignId)

    expect(await claim(viewer, campaignId)).toEqual({ ...first, kind: 'unfinished' })
  })

  test('a company whose caller went away comes back when the lease is over', async () => {
    const [gone, next] = [await as('caller'), await as('caller')]
    const [company] = await makeCompanies(1)
    const campaignId = await makeRunningCampaign({
      companies: [company ?? ''],
      callers: [gone.viewer.userId, next.viewer.userId],
    })
    await claim(gone.viewer, campaignId)
    expect(await claim(next.viewer, campaignId)).toEqual({ kind: 'nothing' })

    await db
      .updateTable('call')
      .set({ lease_until: ago(1) })
      .execute()

    expect((await takeCall(next.viewer, campaignId)).companyId).toBe(company)
    // The one who went away is not asked for an outcome that is now the other caller's.
    expect(await claim(gone.viewer, campaignId)).toEqual({ kind: 'nothing' })
  })

  test('a released call that nobody followed up is still asked for', async () => {
    const [gone, next] = [await as('caller'), await as('caller')]
    const campaignId = await makeRunningCampaign({
      companies: await makeCompanies(2),
      callers: [gone.viewer.userId, next.viewer.userId],
    })
    const left = await takeCall(gone.viewer, campaignId)
    await db.updateTable('call').set({ released_at: new Date() }).execute()
    await db.updateTable('call_task').set({ due_at: soon() }).where('id', '=', left.taskId).execute()

    expect(await claim(gone.viewer, campaignId)).toEqual({ kind: 'unfinished', callId: left.id })
  })

  test('the card keeps the lease alive, but not for ever', async () => {
    const { viewer } = await as('caller')
    const campaignId = await makeRunningCampaign({
      companies: await makeCompanies(1),
      callers: [viewer.userId],
    })
    const call = await takeCall(viewer, campaignId)
    expect(await extendLease(db, viewer, call.id)).toBe(true)

    await db
      .updateTable('call')
      .set({ claimed_at: ago(200) })
      .execute()
    expect(await extendLease(db, viewer, call.id)).toBe(false)
  })

  test('own callbacks come first, then those of others, then retries, then the untried', async () => {
    const { viewer } = await as('liaison')
    const other = await as('liaison')
    const [fresh = '', retry = '', others = '', own = '', later = ''] = await makeCompanies(5)
    const campaignId = await makeRunningCampaign({
      companies: [fresh, retry, others, own, later],
      callers: [viewer.userId],
    })
    const set = (companyId: string, values: object) =>
      db.updateTable('call_task').set(values).where('company_id', '=', companyId).execute()
    await set(retry, { attempts: 1, due_at: ago(60) })
    await set(others, { status: 'callback', callback_for: other.viewer.userId, due_at: ago(90) })
    await set(own, { status: 'callback', callback_for: viewer.userId, due_at: ago(1) })
    await set(later, { status: 'callback', callback_for: viewer.userId, due_at: soon() })

    const order: string[] = []
    for (let turn = 0; turn < 4; turn += 1) {
      const call = await takeCall(viewer, campaignId)
      order.push(call.companyId)
      await endOpenCalls()
      await set(call.companyId, { status: 'done' })
    }

    expect(order).toEqual([own, others, retry, fresh])
    expect(await claim(viewer, campaignId)).toEqual({ kind: 'nothing' })
  })

  test('a company on the line in one campaign is not given in another', async () => {
    const [one, two] = [await as('caller'), await as('caller')]
    const companies = await makeCompanies(1)
    const first = await makeRunningCampaign({ companies, callers: [one.viewer.userId] })
    const second = await makeRunningCampaign({ companies, callers: [two.viewer.userId] })
    await claim(one.viewer, first)

    expect(await claim(two.viewer, second)).toEqual({ kind: 'nothing' })
    expect(await countQueue(db, two.viewer, { id: second })).toMatchObject({ held: 1, now: 0 })
  })
})

describe('a company that must not be contacted', () => {
  const businessId = '0538134-0'
  const phone = '+358401234567'
  const asked = { channel: 'all', reason: 'asked' } as const

  test.each([
    ['business ID', { businessId }],
    ['number', { phone }],
  ])('is not given to a caller, whoever the ban by %s was written for', async (_what, target) => {
    const { viewer } = await as('liaison')
    const companyId = await makeCompany({ business_id: businessId, phone })
    const campaignId = await makeRunningCampaign({ companies: [companyId], callers: [viewer.userId] })
    await db
      .transaction()
      .execute((trx) => suppressTarget(trx, viewer, { ok: true, ...target }, { ...asked, target: '' }))

    expect(await claim(viewer, campaignId)).toEqual({ kind: 'nothing' })
    expect(await countQueue(db, viewer, { id: campaignId })).toMatchObject({ suppressed: 1, now: 0 })
  })

  test('stays given when only its mail is banned', async () => {
    const { viewer } = await as('liaison')
    const companyId = await makeCompany({ business_id: businessId })
    const campaignId = await makeRunningCampaign({ companies: [companyId], callers: [viewer.userId] })
    await db
      .transaction()
      .execute((trx) =>
        suppressTarget(
          trx,
          viewer,
          { ok: true, businessId },
          { channel: 'email', reason: 'asked', target: '' },
        ),
      )

    expect((await claim(viewer, campaignId)).kind).toBe('taken')
  })

  test('is let go of when the ban comes while a caller holds it', async () => {
    const { viewer } = await as('liaison')
    const banned = await makeCompany({ business_id: businessId })
    const allowed = await makeCompany()
    const campaignId = await makeRunningCampaign({
      companies: [banned, allowed],
      callers: [viewer.userId],
    })
    expect((await takeCall(viewer, campaignId)).companyId).toBe(banned)
    await db
      .transaction()
      .execute((trx) => suppressTarget(trx, viewer, { ok: true, businessId }, { ...asked, target: '' }))

    expect((await takeCall(viewer, campaignId)).companyId).toBe(allowed)
  })
})

describe('a campaign that gives no calls', () => {
  test.each([
    ['paused', 'campaigns:rule.paused'],
    ['closed', 'campaigns:rule.not_running'],
    ['list_approved', 'campaigns:rule.not_running'],
  ])('says so when it is %s', async (status, text) => {
    const { viewer } = await as('liaison')
    const campaignId = await makeRunningCampaign({
      companies: await makeCompanies(1),
      callers: [viewer.userId],
    })
    await db.updateTable('campaign').set({ status }).execute()

    await expect(claim(viewer, campaignId)).rejects.toMatchObject({ text })
  })

  test('says so to a removed caller, who still gets back to the open call', async () => {
    const { viewer } = await as('caller')
    const campaignId = await makeRunningCampaign({
      companies: await makeCompanies(2),
      callers: [viewer.userId],
    })
    const open = await takeCall(viewer, campaignId)
    await db.updateTable('campaign_caller').set({ removed_at: new Date() }).execute()

    expect(await claim(viewer, campaignId)).toEqual({ kind: 'unfinished', callId: open.id })
    await endOpenCalls()
    await expect(claim(viewer, campaignId)).rejects.toMatchObject({ text: 'campaigns:rule.not_a_caller' })
  })
})
