import { beforeEach, describe, expect, test } from 'vitest'
import { action as signOut } from '~/auth/routes/sign-out'
import { startSession } from '~/auth/session.server'
import { findCallDesk } from '~/campaigns/call-desk.server'
import { setCampaignStatus } from '~/campaigns/campaign-status.server'
import { findCampaign } from '~/campaigns/campaigns.server'
import { countQueue, listQueue } from '~/campaigns/queue-state.server'
import { isRetryNext } from '~/campaigns/queue-steps.server'
import { action as logOutcome } from '~/campaigns/routes/call-outcome'
import { loader as queuePage, action as setHours } from '~/campaigns/routes/campaign-queue'
import { action as allowCall } from '~/campaigns/routes/contact-exception'
import { doDueJobs } from '~/jobs/worker.server'
import { localTimeOf } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { argsOf, as, post } from '../support/as'
import { claim, contact, makeCompanies, makeRunningCampaign, takeCall } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { replyOf, statusOf } from '../support/reply'

beforeEach(clearDatabase)

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)

async function end(outcome: string, status: 'done' | 'queued') {
  const { task_id } = await db
    .updateTable('call')
    .set({ outcome, ended_at: new Date() })
    .where('outcome', 'is', null)
    .where('released_at', 'is', null)
    .returning('task_id')
    .executeTakeFirstOrThrow()
  await db.updateTable('call_task').set({ status }).where('id', '=', task_id).execute()
}

const change = (companyId: string, values: object) =>
  db.updateTable('call_task').set(values).where('company_id', '=', companyId).execute()

/** Now is within no calling hours: they were the hour before the last. */
async function fallQuiet(campaignId: string) {
  const today = new Date()
  const weekday = ((today.getUTCDay() + 6) % 7) + 1
  await db
    .updateTable('campaign')
    .set({
      call_weekdays: [1, 2, 3, 4, 5, 6, 7].filter(
        (day) => day !== weekday && day !== (weekday % 7) + 1 && day !== ((weekday + 5) % 7) + 1,
      ),
    })
    .where('id', '=', campaignId)
    .execute()
}

describe('the order of the queue', () => {
  test('second tries and fresh companies alternate at a share of fifty', () => {
    const steps: string[] = []
    for (let turn = 0; turn < 8; turn += 1) steps.unshift(isRetryNext(steps, 50) ? 'retry' : 'fresh')
    expect(steps.filter((step) => step === 'retry')).toHaveLength(4)
  })

  test.each([
    [0, ['fresh', 'fresh', 'retry', 'retry']],
    [50, ['retry', 'fresh', 'retry', 'fresh']],
    [100, ['retry', 'retry', 'fresh', 'fresh']],
  ])('with a share of %i in a hundred the companies come as %j', async (share, expected) => {
    const { viewer } = await as('liaison')
    const companies = await makeCompanies(4)
    const campaignId = await makeRunningCampaign({ companies, callers: [viewer.userId] })
    await db.updateTable('campaign').set({ retry_share: share }).execute()
    for (const id of companies.slice(0, 2)) await change(id, { attempts: 1, due_at: ago(10) })

    for (let turn = 0; turn < 4; turn += 1) {
      await takeCall(viewer, campaignId)
      await end('busy', 'done')
    }

    const calls = await db.selectFrom('call').select('step').orderBy('id').execute()
    expect(calls.map(({ step }) => step)).toEqual(expected)
  })

  test('a callback promised by another caller is left to them for a quarter of an hour', async () => {
    const { viewer } = await as('liaison')
    const other = await as('liaison')
    const [company = ''] = await makeCompanies(1)
    const campaignId = await makeRunningCampaign({ companies: [company], callers: [viewer.userId] })
    await change(company, { status: 'callback', callback_for: other.viewer.userId, due_at: ago(5) })
    expect(await claim(viewer, campaignId)).toEqual({ kind: 'nothing' })

    await change(company, { due_at: ago(16) })
    expect((await claim(viewer, campaignId)).kind).toBe('taken')
  })
})

describe('quiet hours', () => {
  test('give nothing but callbacks that were agreed for the quiet', async () => {
    const { viewer } = await as('liaison')
    const [fresh = '', retry = '', callback = ''] = await makeCompanies(3)
    const campaignId = await makeRunningCampaign({
      companies: [fresh, retry, callback],
      callers: [viewer.userId],
    })
    await fallQuiet(campaignId)
    await change(retry, { attempts: 1 })
    await change(callback, { status: 'callback', callback_for: viewer.userId, due_at: ago(7 * 24 * 60) })
    expect(await claim(viewer, campaignId)).toEqual({ kind: 'nothing' })

    await change(callback, { due_at: ago(1) })
    expect((await takeCall(viewer, campaignId)).companyId).toBe(callback)
  })

  test('are set on the queue’s page, which refuses an end before the beginning', async () => {
    const liaison = await as('liaison')
    const campaignId = await makeRunningCampaign({
      companies: await makeCompanies(1),
      callers: [liaison.viewer.userId],
    })
    const send = (fields: Record<string, string | string[]>) =>
      replyOf(() => setHours(argsOf(liaison.post(`/campaigns/${campaignId}/queue`, fields), { campaignId })))
    const hours = { callsFrom: '09:00', callsUntil: '15:30', callWeekdays: ['2', '4'], retryShare: '20' }

    expect((await send({ ...hours, callsUntil: '08:00', version: '1' })).status).toBe(422)
    expect((await send({ ...hours, version: '1' })).status).toBe(303)
    expect((await send({ ...hours, version: '1' })).status).toBe(409)

    expect(
      await db
        .selectFrom('campaign')
        .select(['calls_from', 'calls_until', 'call_weekdays', 'calls_on_holidays', 'retry_share'])
        .executeTakeFirst(),
    ).toEqual({
      calls_from: '09:00',
      calls_until: '15:30',
      call_weekdays: [2, 4],
      calls_on_holidays: false,
      retry_share: 20,
    })
  })
})

describe('a company somebody else was in touch with', () => {
  test('is passed over by a claim, and called when a reason was written', async () => {
    const liaison = await as('liaison')
    const [company = ''] = await makeCompanies(1)
    const campaignId = await makeRunningCampaign({
      companies: [company],
      callers: [liaison.viewer.userId],
    })
    await contact(company, 3)
    expect(await claim(liaison.viewer, campaignId)).toEqual({ kind: 'nothing' })

    const allow = (reason: string) =>
      statusOf(() =>
        allowCall(
          argsOf(liaison.post(`/campaigns/${campaignId}/exceptions/${company}`, { reason }), {
            campaignId,
            companyId: company,
          }),
        ),
      )
    expect(await allow('')).toBe(422)
    expect(await allow('Pyysivät soittamaan')).toBe(303)
    expect((await claim(liaison.viewer, campaignId)).kind).toBe('taken')
  })

  test('is still called back when that was promised', async () => {
    const { viewer } = await as('liaison')
    const [company = ''] = await makeCompanies(1)
    const campaignId = await makeRunningCampaign({ companies: [company], callers: [viewer.userId] })
    await change(company, { status: 'callback', callback_for: viewer.userId, due_at: ago(1) })
    await contact(company, 1)

    expect((await claim(viewer, campaignId)).kind).toBe('taken')
  })

  test('rests a day, not a month, after a try that nobody answered', async () => {
    const { viewer } = await as('liaison')
    const [company = ''] = await makeCompanies(1)
    const campaignId = await makeRunningCampaign({ companies: [company], callers: [viewer.userId] })
    await contact(company, 0.1, { reached: false })
    expect(await claim(viewer, campaignId)).toEqual({ kind: 'nothing' })

    await contact(company, 1.5, { reached: false })
    expect((await claim(viewer, campaignId)).kind).toBe('taken')
  })

  test('is not kept from the campaign that called it', async () => {
    const liaison = await as('liaison')
    const [company = ''] = await makeCompanies(1)
    const campaignId = await makeRunningCampaign({
      companies: [company],
      callers: [liaison.viewer.userId],
    })
    const call = await takeCall(liaison.viewer, campaignId)
    await logOutcome(
      argsOf(liaison.post(`/calls/${call.id}/outcome`, { outcome: 'no_answer' }), { callId: call.id }),
    )
    await change(company, { due_at: ago(1) })

    expect((await claim(liaison.viewer, campaignId)).kind).toBe('taken')
  })
})

describe('why a company cannot be called', () => {
  test('is counted and listed, so that done, waiting and stuck differ', async () => {
    const liaison = await as('liaison', { name: 'Liisa Liitto' })
    const other = await as('caller', { name: 'Sanni Soittaja' })
    const [held = '', callback = '', retry = '', resting = '', done = '', now = ''] = await makeCompanies(6)
    const campaignId = await makeRunningCampaign({
      companies: [held, callback, retry, resting, done, now],
      callers: [liaison.viewer.userId, other.viewer.userId],
    })
    expect((await takeCall(other.viewer, campaignId)).companyId).toBe(held)
    await change(callback, { status: 'callback', callback_for: other.viewer.userId, due_at: ago(-60) })
    await change(retry, { attempts: 2, due_at: ago(-120) })
    await change(done, { status: 'done', done_reason: 'max_attempts' })
    await contact(resting, 3)

    const counts = await countQueue(db, null, { id: campaignId })
    expect(counts).toMatchObject({
      now: 1,
      held: 1,
      callback: 1,
      retry: 1,
      resting: 1,
      suppressed: 0,
      done: 1,
      unreached: 1,
    })
    expect(localTimeOf(counts.nextFreeAt ?? new Date(0))).toBe(localTimeOf(ago(-60)))

    const list = { search: '', sort: 'free', direction: 'asc', page: 1, pageSize: 50 } as const
    const { rows, total } = await listQueue(db, { id: campaignId }, { ...list, filters: {} })
    expect(total).toBe(5)
    const rowOf = (id: string) => rows.find(({ companyId }) => companyId === id)
    expect(rowOf(held)).toMatchObject({ state: 'held', holderName: 'Sanni Soittaja' })
    expect(rowOf(callback)).toMatchObject({ state: 'callback', callbackFor: 'Sanni Soittaja' })
    expect(rowOf(resting)).toMatchObject({ state: 'resting', contactChannel: 'meeting' })

    const page = await listQueue(db, { id: campaignId }, { ...list, filters: { state: 'resting' } })
    expect(page).toMatchObject({ total: 1, rows: [{ companyId: resting }] })
  })

  test('is for the house only', async () => {
    const caller = await as('caller')
    const campaignId = await makeRunningCampaign({
      companies: await makeCompanies(1),
      callers: [caller.viewer.userId],
    })
    const read = () => queuePage(argsOf(caller.request(`/campaigns/${campaignId}/queue`), { campaignId }))
    expect(await statusOf(read)).toBe(403)
  })
})

describe('a company in hand', () => {
  test('goes back to the queue when the caller signs out, unless they are signed in elsewhere', async () => {
    const caller = await as('caller')
    const campaignId = await makeRunningCampaign({
      companies: await makeCompanies(1),
      callers: [caller.viewer.userId],
    })
    await claim(caller.viewer, campaignId)
    const phone = (await startSession(caller.viewer.userId, 'phone')).split(';')[0]
    const signOutOf = async (cookie: string | undefined) => {
      await signOut(argsOf(post('/sign-out', {}, cookie)))
      await doDueJobs()
    }
    const held = () => db.selectFrom('call').select('id').where('released_at', 'is', null).execute()

    await signOutOf(phone)
    expect(await held()).toHaveLength(1)
    await signOutOf(caller.cookie)
    expect(await held()).toHaveLength(0)
  })

  test('goes back when the campaign closes, and the caller in mid-call still logs the outcome', async () => {
    const [liaison, caller] = [await as('liaison'), await as('caller')]
    const campaignId = await makeRunningCampaign({
      companies: await makeCompanies(1),
      callers: [caller.viewer.userId],
    })
    const call = await takeCall(caller.viewer, campaignId)

    await db.transaction().execute(async (trx) => {
      const campaign = await findCampaign(trx, liaison.viewer, campaignId)
      if (campaign) await setCampaignStatus(trx, liaison.viewer, campaign, 'closed')
    })

    const { unfinished, open } = await findCallDesk(db, caller.viewer, ago(60))
    expect(open).toBeNull()
    expect(unfinished).toMatchObject([{ id: call.id }])
    const reply = await replyOf(() =>
      logOutcome(argsOf(caller.post(`/calls/${call.id}/outcome`, { outcome: 'busy' }), { callId: call.id })),
    )
    expect(reply.status).toBe(303)
  })
})
