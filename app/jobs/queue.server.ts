import { runMigrations } from 'graphile-worker'
import { sql } from 'kysely'
import type { Trx } from '~/platform/db.server'
import { jobLogger } from './job-logger.server'
import type { JobName, Jobs } from './jobs'

/**
 * A job is tried this often, with growing pauses: the last try comes 16 hours after the first, within the day for
 * which the mail service remembers what it has sent.
 */
const MAX_ATTEMPTS = 12

/**
 * The word for work over all companies that changed, minutes of it after a large import: one at a time, so that it
 * leaves workers to what people wait for.
 */
export const SWEEPS = 'sweeps'

/**
 * Asks for work to be done after `trx` commits; when it rolls back, nothing was asked. A job that is still waiting
 * under the same `key` is replaced, so that it is done once. `runAt` is the earliest moment. Jobs with the same
 * `oneAtATime` word never run beside each other: for work that would take the whole machine.
 */
export async function enqueue<Name extends JobName>(
  trx: Trx,
  name: Name,
  payload: Jobs[Name],
  { key, runAt, oneAtATime }: { key?: string; runAt?: Date; oneAtATime?: string } = {},
): Promise<void> {
  await sql`
    select graphile_worker.add_job(
      identifier => ${name},
      payload => ${payload}::json,
      queue_name => ${oneAtATime ?? null},
      job_key => ${key ? `${name}:${key}` : null},
      run_at => ${runAt ?? null}::timestamptz,
      max_attempts => ${MAX_ATTEMPTS}
    )
  `.execute(trx)
}

/** Brings the tables of the queue, in a schema of their own, to the version the worker needs. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl, logger: jobLogger })
}
