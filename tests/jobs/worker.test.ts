import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { enqueue } from '~/jobs/queue.server'
import { startWorker } from '~/jobs/worker.server'
import { db } from '~/platform/db.server'

/** Whether the queue is empty within ten seconds. */
async function allDone(): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    const { rows } = await sql`select 1 from graphile_worker.jobs`.execute(db)
    if (rows.length === 0) return true
    await sleep(100)
  }
  return false
}

test('a worker goes on after the database has cut its connections', async () => {
  const worker = await startWorker()
  try {
    await db.transaction().execute((trx) => enqueue(trx, 'forget_expired', {}))
    expect(await allDone()).toBe(true)
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
    `.execute(db)
    await db.transaction().execute((trx) => enqueue(trx, 'forget_expired', {}))
    expect(await allDone()).toBe(true)
  } finally {
    await worker.stop()
  }
})
