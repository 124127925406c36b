import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { countCampaign } from '~/campaigns/campaign-counts.server'
import { liveFigures } from '~/campaigns/live.server'
import { loader as live } from '~/campaigns/routes/live'
import { loader as liveEvents } from '~/campaigns/routes/live-events'
import { db } from '~/platform/db.server'
import { statements } from '~/platform/postgres-dialect.server'
import { argsOf, as } from '../support/as'
import { makeCall, makeCompanies, makeRunningCampaign } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { statusOf } from '../support/reply'

beforeEach(clearDatabase)

const NOW = new Date('2026-09-02T12:00:00+03:00')

/** Five companies on the list; the calls are of 2 September, at a Finnish time of day. */
async function aCampaign(calls: { nth: number; at: string; outcome?: string; undone?: boolean }[]) {
  const caller = await as('caller', { name: 'Soila Soittaja' })
  const campaignId = await makeRunningCampaign({
    companies: await makeCompanies(5),
    callers: [caller.viewer.userId],
  })
  const tasks = await db.selectFrom('call_task').select(['id', 'company_id']).orderBy('position').execute()
  for (const { nth, at, outcome = null, undone = false } of calls) {
    const task = tasks[nth]
    if (!task) throw new Error('a task is missing')
    const claimed_at = new Date(`2026-09-02T${at}:00+03:00`)
    await makeCall(task, {
      campaign_id: campaignId,
      caller_id: caller.viewer.userId,
      claimed_at,
      lease_until: claimed_at,
      outcome,
      ended_at: outcome && claimed_at,
      undone_at: undone ? claimed_at : null,
    })
    if (outcome && outcome !== 'no_answer' && !undone)
      await db.updateTable('call_task').set({ status: 'done' }).where('id', '=', task.id).execute()
  }
  return { campaignId, caller }
}

async function figuresOf(campaignId: string) {
  const figures = (await liveFigures(db, [campaignId], NOW)).get(campaignId)
  if (!figures) throw new Error('the campaign has no figures')
  return figures
}

test('the page counts companies once, calls by their hour, and leaves out what was undone', async () => {
  const { campaignId } = await aCampaign([
    { nth: 0, at: '09:10', outcome: 'no_answer' },
    { nth: 0, at: '11:30', outcome: 'interested' },
    { nth: 1, at: '09:40', outcome: 'not_interested' },
    { nth: 2, at: '09:50', outcome: 'interested', undone: true },
  ])
  const figures = await figuresOf(campaignId)
  expect(figures.companies).toEqual({ listed: 5, called: 2, reached: 2, positive: 1, open: 3 })
  expect(figures.calls).toEqual({ all: 3, today: 3, lastHour: 1 })
  expect(figures.hours).toEqual([
    { hour: 9, calls: 2, reached: 1 },
    { hour: 11, calls: 1, reached: 1 },
  ])
  expect(figures.days).toEqual([{ day: '2026-09-02', calls: 3, reached: 2 }])
  expect(figures.forecast).toEqual({ kind: 'too_few' })
})

test('the numbers kept are those of the calls, however calls are made, undone and taken away', async () => {
  const { campaignId } = await aCampaign([
    { nth: 0, at: '09:10', outcome: 'no_answer' },
    { nth: 0, at: '11:30', outcome: 'interested' },
    { nth: 1, at: '09:40', outcome: 'not_interested' },
    { nth: 2, at: '09:50', outcome: 'busy' },
    { nth: 3, at: '09:55', outcome: 'busy' },
    { nth: 4, at: '10:55' },
  ])
  const ofCall = (outcome: string) => db.updateTable('call').where('outcome', '=', outcome)
  await ofCall('interested').set({ undone_at: NOW }).execute()
  await ofCall('not_interested').set({ outcome: 'callback' }).execute()
  await db.deleteFrom('call').where('claimed_at', '=', new Date('2026-09-02T09:55:00+03:00')).execute()
  const { rows } = await sql`
    select outcome, count(*)::int as calls, count(distinct company_id)::int as companies from call
    where outcome is not null and undone_at is null group by outcome order by outcome
  `.execute(db)
  const { outcomes, companies } = await figuresOf(campaignId)
  expect(outcomes.sort((one, other) => one.outcome.localeCompare(other.outcome))).toEqual(rows)
  expect(companies).toMatchObject({ called: 3, reached: 1, positive: 0 })
  const counts = await countCampaign(db, { id: campaignId })
  expect(counts.companies).toEqual({ called: 3, reached: 1, positive: 0 })
  expect(counts.outcomes).toEqual(expect.arrayContaining(rows))
})

test('companies are counted without sorting the calls', async () => {
  const asked: string[] = []
  const listen = (text: unknown) => asked.push(String(text))
  statements.subscribe(listen)
  const { campaignId } = await aCampaign([])
  asked.length = 0
  await figuresOf(campaignId)
  statements.unsubscribe(listen)
  expect(asked.join()).not.toMatch(/count\(distinct/)
})

test('who has a company in hand is named, with a lease that ran out', async () => {
  const { campaignId } = await aCampaign([{ nth: 3, at: '11:00' }])
  const { holding } = await figuresOf(campaignId)
  expect(holding).toMatchObject([{ callerName: 'Soila Soittaja', expired: true }])
})

test('callbacks are due now, later today or later', async () => {
  const { campaignId } = await aCampaign([])
  const tasks = await db.selectFrom('call_task').select('id').orderBy('position').execute()
  for (const [nth, due] of ['2026-09-02T11:00', '2026-09-02T23:30', '2026-09-03T00:30'].entries()) {
    await db
      .updateTable('call_task')
      .set({ status: 'callback', due_at: new Date(`${due}:00+03:00`) })
      .where('id', '=', tasks[nth]?.id ?? '')
      .execute()
  }
  expect((await figuresOf(campaignId)).callbacks).toEqual({ due: 1, today: 1, later: 1 })
})

test('an open page hears of a call within seconds, and many pages cost the questions of one', async () => {
  const { campaignId, caller } = await aCampaign([])
  const liaison = await as('liaison')
  const browser = new AbortController()
  const streams = await Promise.all(
    Array.from({ length: 50 }, () =>
      liveEvents(argsOf(liaison.request('/live'), { campaignId }, { abortSignal: browser.signal })),
    ),
  )
  const heard = streams.map((stream) => hear(stream, '"called":1'))
  const task = await db.selectFrom('call_task').select(['id', 'company_id']).executeTakeFirstOrThrow()
  let asked = 0
  const count = (text: unknown) => {
    if (String(text).includes('grouping sets')) asked += 1
  }
  statements.subscribe(count)
  await makeCall(task, {
    campaign_id: campaignId,
    caller_id: caller.viewer.userId,
    lease_until: NOW,
    outcome: 'no_answer',
    ended_at: NOW,
  })
  await Promise.all(heard)
  statements.unsubscribe(count)
  browser.abort()
  expect(asked).toBeLessThan(6)
}, 20_000)

test('callers outside the house and employers see neither the page nor its stream', async () => {
  const { campaignId, caller } = await aCampaign([])
  const employer = await as('employer')
  for (const someone of [caller, employer]) {
    for (const loader of [live, liveEvents]) {
      expect(await statusOf(() => loader(argsOf(someone.request('/live'), { campaignId })))).toBe(403)
    }
  }
})

/** Reads a stream until it says `words`. */
async function hear(stream: Response, words: string): Promise<void> {
  const reader = stream.body?.getReader()
  const decoder = new TextDecoder()
  for (let text = ''; !text.includes(words); ) {
    const part = await reader?.read()
    if (!part || part.done) throw new Error(`the stream ended without ${words}`)
    text += decoder.decode(part.value, { stream: true })
  }
  await reader?.cancel()
}
