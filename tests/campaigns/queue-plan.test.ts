import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { nextTask } from '~/campaigns/queue-steps.server'
import { fillContactLedger } from '~/companies/contact-ledger.server'
import { db } from '~/platform/db.server'
import { makeRunningCampaign } from '../support/campaigns'
import { makeUser } from '../support/factories'

const COMPANIES = 8000
const CALLS = 60_000

let campaignId: string
let userId: string

beforeAll(async () => {
  userId = await makeUser('caller')
  const { rows } = await sql<{ id: string }>`
    insert into company (name, phone)
    select 'Yritys ' || n || ' Oy', '+35840' || (1000000 + n) from generate_series(1, ${COMPANIES}) as n
    returning id
  `.execute(db)
  const companies = rows.map(({ id }) => id)
  const elsewhere = await makeRunningCampaign({ companies, callers: [userId] })
  campaignId = await makeRunningCampaign({ companies, callers: [userId] })
  await sql`
    insert into call (task_id, campaign_id, company_id, caller_id, claimed_at, lease_until, ended_at, outcome)
    select task.id, task.campaign_id, task.company_id, ${userId}, at, at, at,
      case when n % 3 = 0 then 'not_interested' else 'no_answer' end
    from generate_series(1, ${CALLS}) as n
    join (select *, row_number() over () as place from call_task where campaign_id = ${elsewhere}) as task
      on task.place = 1 + n % ${COMPANIES}
    cross join lateral (select now() - interval '40 days' - n * interval '1 minute' as at) as past
  `.execute(db)
  await sql`
    insert into suppression (phone_key, channel, reason)
    select phone_key, 'phone', 'other_body' from company limit 500
  `.execute(db)
  await db.transaction().execute(fillContactLedger)
  await sql`update call_task set attempts = 1 where campaign_id = ${campaignId} and position % 4 = 0`.execute(
    db,
  )
  await sql`vacuum analyze`.execute(db)
}, 60_000)

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Node[]
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

test.each([
  ['second tries first', true],
  ['fresh companies first', false],
])(
  'a claim reads a handful of rows, however many calls and companies there are: %s',
  async (_name, retryFirst) => {
    const claim = nextTask({ userId }, { id: campaignId, leaseMinutes: 30, retryFirst, quietSince: null })
    const plan = await db.transaction().execute(async (trx) => {
      const { rows } = await sql<{
        'QUERY PLAN': [{ Plan: Node }]
      }>`explain (analyze, format json) ${claim}`.execute(trx)
      return rows[0]?.['QUERY PLAN'][0].Plan
    })
    if (!plan) throw new Error('no plan')
    expect(plan['Actual Rows']).toBe(1)

    const large = ['call', 'call_task', 'company', 'company_contact_event']
    for (const node of nodesOf(plan)) {
      if (!large.includes(node['Relation Name'] ?? '')) continue
      const read = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
      expect([node['Relation Name'], node['Node Type'], read <= 1200]).toEqual([
        node['Relation Name'],
        node['Node Type'],
        true,
      ])
      expect(node['Node Type']).not.toBe('Seq Scan')
    }
  },
)
