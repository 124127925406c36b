import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { CallOutcomeForm } from '~/campaigns/call-outcome-form'
import { logCallOutcome } from '~/campaigns/call-outcomes.server'
import { claimNextCall } from '~/campaigns/call-queue.server'
import { findOwnCall } from '~/campaigns/calls.server'
import { db } from '~/platform/db.server'
import { makeRunningCampaign } from '../support/campaigns'
import { makeUser } from '../support/factories'

const CALLERS = 100
const CLAIMS = 10_000
const COMPANIES = 2500
/** After so many claims the database counts its rows, which it does by itself outside of tests. */
const COUNTED_AFTER = [200, 2000]

/** Chances of what happens to a caller, per claim. */
const crashes = { killedBeforeCommit: 0.01, losesLease: 0.01, goneForGood: 0.005 }
/** Most companies do not answer: each is taken about four times. */
const answers = 0.2
/** Of the outcomes this part goes through the whole of the product, the others through its two writes. */
const wholeOutcomes = 0.05

type Caller = { userId: string; roles: ['caller']; language: 'fi' }
const chance = (part: number) => Math.random() < part

test('a hundred callers who crash share ten thousand claims: never two on a company, none lost', async () => {
  const { campaignId, callers, spare } = await makeCrowd()
  /** Who is on the line with a company, as the callers themselves know it. */
  const onTheLine = new Map<string, { callId: string; userId: string }>()
  const together: string[] = []
  const seen = { claims: 0, killed: 0, leases: 0, gone: 0, errors: new Map<string, number>() }

  async function work(first: Caller) {
    let caller = first
    while (seen.claims < CLAIMS) {
      try {
        const fate = await oneCall(caller)
        if (fate === 'gone') caller = spare.pop() ?? caller
      } catch (error) {
        const name = error instanceof Error ? `${error.name} ${error.message}` : String(error)
        seen.errors.set(name, (seen.errors.get(name) ?? 0) + 1)
      }
    }
  }

  async function oneCall(caller: Caller): Promise<'goes on' | 'gone'> {
    const kill = chance(crashes.killedBeforeCommit)
    const claim = await db.transaction().execute(async (trx) => {
      const claimed = await claimNextCall(trx, caller, { id: campaignId })
      if (kill) {
        seen.killed += 1
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx)
      }
      return claimed
    })
    if (claim.kind === 'nothing') {
      await timePasses(campaignId)
      return 'goes on'
    }
    seen.claims += 1
    if (COUNTED_AFTER.includes(seen.claims)) await countRows()
    const call = await db
      .selectFrom('call')
      .select(['company_id as companyId', 'task_id as taskId'])
      .where('id', '=', claim.callId)
      .executeTakeFirstOrThrow()
    const other = onTheLine.get(call.companyId)
    if (other && other.callId !== claim.callId) together.push(call.companyId)
    onTheLine.set(call.companyId, { callId: claim.callId, userId: caller.userId })

    if (chance(crashes.goneForGood + crashes.losesLease)) {
      const gone = chance(crashes.goneForGood / (crashes.goneForGood + crashes.losesLease))
      seen[gone ? 'gone' : 'leases'] += 1
      onTheLine.delete(call.companyId)
      await sql`update call set lease_until = now() - interval '1 second' where id = ${claim.callId}`.execute(
        db,
      )
      return gone ? 'gone' : 'goes on'
    }
    onTheLine.delete(call.companyId)
    if (chance(wholeOutcomes)) await endWhole(caller, claim.callId)
    else await endBriefly(claim.callId, call.taskId)
    return 'goes on'
  }

  await Promise.all(callers.map(work))

  expect(together).toEqual([])
  expect(seen.claims).toBeGreaterThanOrEqual(CLAIMS)
  expect(Math.min(seen.killed, seen.leases, seen.gone)).toBeGreaterThan(0)
  expect([...seen.errors.keys()].filter((name) => !name.startsWith('ConnectionLostError'))).toEqual([])

  await sql`update call set lease_until = now() - interval '1 second' where outcome is null`.execute(db)
  const { rows } = await sql<{ status: string; companies: number }>`
    select status, count(distinct company_id)::int as companies from call_task group by status
  `.execute(db)
  expect(rows.reduce((sum, { companies }) => sum + companies, 0)).toBe(COMPANIES)

  // Whatever has no final state is given to the next sober caller, each company once.
  await timePasses(campaignId)
  await sql`update call set released_at = now() where outcome is null and released_at is null`.execute(db)
  const sober = spare.pop() as Caller
  const waiting = rows.find(({ status }) => status === 'queued')?.companies ?? 0
  const swept = new Set<string>()
  for (;;) {
    const claim = await db.transaction().execute((trx) => claimNextCall(trx, sober, { id: campaignId }))
    if (claim.kind === 'nothing') break
    const { company_id, task_id } = await db
      .updateTable('call')
      .set({ outcome: 'busy', ended_at: new Date() })
      .where('id', '=', claim.callId)
      .returning(['company_id', 'task_id'])
      .executeTakeFirstOrThrow()
    await db.updateTable('call_task').set({ status: 'done' }).where('id', '=', task_id).execute()
    expect(swept.has(company_id)).toBe(false)
    swept.add(company_id)
  }
  expect(swept.size).toBe(waiting)
}, 300_000)

async function makeCrowd() {
  const { rows: companies } = await sql<{ id: string }>`
    insert into company (name) select 'Yritys ' || n || ' Oy' from generate_series(1, ${COMPANIES}) as n returning id
  `.execute(db)
  const { rows: users } = await sql<{ id: string }>`
    insert into user_account (email, name, roles, accepted_at)
    select n || '@crowd.example', 'Soittaja ' || n, '{caller}', now() from generate_series(1, ${CALLERS * 3}) as n
    returning id
  `.execute(db)
  const campaignId = await makeRunningCampaign({
    companies: companies.map(({ id }) => id),
    callers: [await makeUser('caller')],
    maxAttempts: 20,
  })
  await sql`
    insert into campaign_caller (campaign_id, user_id)
    select ${campaignId}, id from user_account where email like '%@crowd.example'
  `.execute(db)
  await countRows()
  const people = users.map(({ id }): Caller => ({ userId: id, roles: ['caller'], language: 'fi' }))
  return { campaignId, callers: people.slice(0, CALLERS), spare: people.slice(CALLERS) }
}

async function countRows(): Promise<void> {
  await sql`analyze call_task, call, company, user_account, company_contact_event, campaign_caller`.execute(
    db,
  )
}

/** A day later: those whom nobody answered may be tried again. */
async function timePasses(campaignId: string): Promise<void> {
  await sql`
    update call_task set due_at = now() - interval '1 second'
    where id in (
      select id from call_task where campaign_id = ${campaignId} and status <> 'done' and due_at > now()
      order by id for no key update skip locked
    )
  `.execute(db)
}

/** The outcome as the product writes it, with all that follows. */
async function endWhole(caller: Caller, callId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const call = await findOwnCall(trx, caller, callId)
    const outcome = chance(answers) ? 'already_in_talks' : 'no_answer'
    if (call) await logCallOutcome(trx, caller, call, CallOutcomeForm.parse({ outcome }))
  })
}

/** The product's two writes in the product's order: first the task is held, then the call ends. The day passes at once. */
async function endBriefly(callId: string, taskId: string): Promise<void> {
  const outcome = chance(answers) ? 'already_in_talks' : 'no_answer'
  await sql`
    with task as materialized (select id from call_task where id = ${taskId} for no key update),
    ended as (
      update call set outcome = ${outcome}, ended_at = now()
      where id = ${callId} and outcome is null and (select id from task) is not null
        and (released_at is null or not exists (
          select from call as later where later.task_id = call.task_id and later.id > call.id
        ))
      returning task_id
    )
    update call_task set attempts = attempts + 1,
      status = case when ${outcome} = 'no_answer' then 'queued' else 'done' end,
      due_at = now()
    from ended where call_task.id = ended.task_id
  `.execute(db)
}
