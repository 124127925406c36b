import { beforeEach, expect, test } from 'vitest'
import { loader as campaignWork } from '~/campaigns/routes/campaign-work'
import { loader as campaignWorkCsv } from '~/campaigns/routes/campaign-work-csv'
import { loader as ownWork } from '~/campaigns/routes/own-work'
import { db } from '~/platform/db.server'
import { argsOf, as } from '../support/as'
import { makeCall, makeCompanies, makeRunningCampaign } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { statusOf } from '../support/reply'

beforeEach(clearDatabase)

/** Calls of 2 September 2026, Finnish time: from when to when, and what came of each. */
async function aDayOfCalls(made: readonly (readonly [from: string, to: string, outcome: string])[]) {
  const caller = await as('caller')
  await db.updateTable('user_account').set({ organisation: 'Soittotalo Oy' }).execute()
  const liaison = await as('liaison')
  const companies = await makeCompanies(made.length)
  const campaignId = await makeRunningCampaign({ companies, callers: [caller.viewer.userId] })
  const tasks = await db.selectFrom('call_task').select(['id', 'company_id']).orderBy('position').execute()
  for (const [index, [from, to, outcome]] of made.entries()) {
    const task = tasks[index]
    if (!task) throw new Error('a task is missing')
    await makeCall(task, {
      campaign_id: campaignId,
      caller_id: caller.viewer.userId,
      claimed_at: new Date(`2026-09-02T${from}:00+03:00`),
      lease_until: new Date(),
      ended_at: new Date(`2026-09-02T${to}:00+03:00`),
      outcome,
      wrap_up_ms: (index + 1) * 1000,
    })
  }
  return { caller, liaison, campaignId }
}

const DAY = [
  ['09:00', '09:05', 'no_answer'],
  ['09:10', '09:30', 'interested'],
  ['11:00', '11:10', 'not_interested'],
] as const

test('the work of a day is counted from its calls: time, reach, outcomes', async () => {
  const { liaison, campaignId } = await aDayOfCalls(DAY)

  const page = await campaignWork(argsOf(liaison.request(`/campaigns/${campaignId}/work`), { campaignId }))

  expect(page.month).toBe('2026-09')
  expect(page.organisations).toEqual(['Soittotalo Oy'])
  expect(page.days).toMatchObject([
    {
      day: '2026-09-02',
      organisation: 'Soittotalo Oy',
      calls: 3,
      reached: 2,
      positive: 1,
      // 5 + 20 + 10 minutes at the cards and the short pause of 5; the long one is no work.
      minutes: 40,
      outcomes: { no_answer: 1, interested: 1, not_interested: 1 },
    },
  ])
})

test('a card left open overnight counts an hour', async () => {
  const { liaison, campaignId } = await aDayOfCalls([['09:00', '15:00', 'busy']])

  const page = await campaignWork(argsOf(liaison.request(`/campaigns/${campaignId}/work`), { campaignId }))
  expect(page.days[0]?.minutes).toBe(60)
})

test('managers see the median time of writing an outcome down', async () => {
  const { liaison, campaignId } = await aDayOfCalls([
    ['09:00', '09:05', 'busy'],
    ['09:10', '09:12', 'busy'],
    ['09:20', '09:22', 'busy'],
  ])

  const page = await campaignWork(argsOf(liaison.request(`/campaigns/${campaignId}/work`), { campaignId }))
  expect(page.times).toEqual([{ id: 'busy', calls: 3, seconds: 2 }])
})

test('undone calls are no work', async () => {
  const { liaison, campaignId } = await aDayOfCalls(DAY)
  await db.updateTable('call').set({ undone_at: new Date() }).execute()

  const page = await campaignWork(argsOf(liaison.request(`/campaigns/${campaignId}/work`), { campaignId }))
  expect(page.days).toEqual([])
})

test('a caller has their own report, also when the campaign is over, and no company in it', async () => {
  const { caller, campaignId } = await aDayOfCalls(DAY)
  await db.updateTable('campaign').set({ status: 'closed' }).execute()

  const page = await ownWork(argsOf(caller.request('/calls/work')))

  expect(page.days).toMatchObject([{ calls: 3, minutes: 40 }])
  expect(JSON.stringify(page)).not.toContain('Yritys 0')
  expect(
    await statusOf(() =>
      campaignWork(argsOf(caller.request(`/campaigns/${campaignId}/work`), { campaignId })),
    ),
  ).toBe(403)
  expect(
    await statusOf(() =>
      campaignWorkCsv(argsOf(caller.request(`/campaigns/${campaignId}/work.csv`), { campaignId })),
    ),
  ).toBe(403)
})

test("another caller's work is not in it", async () => {
  await aDayOfCalls(DAY)
  const other = await as('caller')

  expect((await ownWork(argsOf(other.request('/calls/work')))).days).toEqual([])
})

test('the file has a line a day and a column an outcome', async () => {
  const { liaison, campaignId } = await aDayOfCalls(DAY)

  const file = await campaignWorkCsv(
    argsOf(liaison.request(`/campaigns/${campaignId}/work.csv?month=2026-09`), { campaignId }),
  )
  const [head = '', line = ''] = (await file.text()).split('\r\n')
  expect(head.split(';')).toHaveLength(18)
  expect(line).toMatch(/^2026-09-02;Testi Tekijä;Soittotalo Oy;40;3;2;1;1;0;0;0;0;1;/)
})
