import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { lookForDuplicatesLater } from '~/companies/duplicates/duplicate-search.server'
import { schedule } from '~/jobs/handlers.server'
import { enqueue, SWEEPS } from '~/jobs/queue.server'
import { doDueJobs } from '~/jobs/worker.server'
import { db } from '~/platform/db.server'

beforeEach(async () => {
  await sql`delete from graphile_worker._private_jobs`.execute(db)
})

async function waitingJobs(): Promise<{ name: string; key: string | null; attempts: number }[]> {
  const { rows } = await sql<{ name: string; key: string | null; attempts: number }>`
    select task_identifier as name, key, attempts from graphile_worker.jobs order by id
  `.execute(db)
  return rows
}

test('a job is queued when the transaction of its cause commits', async () => {
  await db.transaction().execute((trx) => enqueue(trx, 'forget_expired', {}))
  expect(await waitingJobs()).toEqual([{ name: 'forget_expired', key: null, attempts: 0 }])
})

test('a job whose cause is rolled back was never queued', async () => {
  const cause = db.transaction().execute(async (trx) => {
    await enqueue(trx, 'forget_expired', {})
    throw new Error('the cause failed')
  })
  await expect(cause).rejects.toThrow('the cause failed')
  expect(await waitingJobs()).toEqual([])
})

test('asking twice under one key leaves one job', async () => {
  await db.transaction().execute(async (trx) => {
    await enqueue(trx, 'forget_expired', {}, { key: 'night' })
    await enqueue(trx, 'forget_expired', {}, { key: 'night' })
  })
  expect(await waitingJobs()).toHaveLength(1)
})

test('work over all companies that changed takes one worker at most, asked for or by the clock', async () => {
  await db.transaction().execute((trx) => lookForDuplicatesLater(trx, [crypto.randomUUID()]))
  const { rows } = await sql`select queue_name from graphile_worker.jobs`.execute(db)
  expect(rows).toEqual([{ queue_name: SWEEPS }])
  const swept = schedule.filter(({ options }) => options?.queueName === SWEEPS).map(({ task }) => task)
  expect(swept).toEqual(['count_company_fits', 'recount_company_fits', 'find_duplicates'])
})

test('a job for later is left alone until then', async () => {
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000)
  await db.transaction().execute((trx) => enqueue(trx, 'forget_expired', {}, { runAt: tomorrow }))
  await doDueJobs()
  expect(await waitingJobs()).toHaveLength(1)
})

test('the nightly job forgets what has expired and nothing else', async () => {
  await db
    .insertInto('form_submission')
    .values([
      { token: crypto.randomUUID(), content_hash: Buffer.from('old'), at: new Date('2020-01-01') },
      { token: crypto.randomUUID(), content_hash: Buffer.from('new') },
    ])
    .execute()
  await db
    .insertInto('sign_in_failure')
    .values([{ key_hash: Buffer.from('old'), at: new Date('2020-01-01') }, { key_hash: Buffer.from('new') }])
    .execute()

  await db.transaction().execute((trx) => enqueue(trx, 'forget_expired', {}))
  await doDueJobs()

  const submissions = await db.selectFrom('form_submission').select('content_hash').execute()
  const failures = await db.selectFrom('sign_in_failure').select('key_hash').execute()
  expect(submissions.map((row) => row.content_hash.toString())).toEqual(['new'])
  expect(failures.map((row) => row.key_hash.toString())).toEqual(['new'])
  expect(await waitingJobs()).toEqual([])
})
