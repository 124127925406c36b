import { parseCronItems, run, runOnce, type TaskList } from 'graphile-worker'
import { env } from '~/platform/env.server'
import { log } from '~/platform/log.server'
import { handlers, schedule } from './handlers.server'
import { jobLogger } from './job-logger.server'

/** Jobs done at the same time: mail waits on the network, a CV takes the processor. */
const CONCURRENCY = 2

/**
 * Does jobs until stopped. `stop` waits for those under way; one that was cut off is done again by the next worker.
 * Several workers may run beside each other.
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const worker = await run({
    connectionString: env().DATABASE_URL,
    maxPoolSize: CONCURRENCY + 2,
    concurrency: CONCURRENCY,
    pollInterval: 2000,
    // The process that serves decides when to stop; see scripts.
    noHandleSignals: true,
    taskList,
    parsedCronItems: parseCronItems(schedule),
    logger: jobLogger,
  })
  worker.promise.catch((error) => log.error({ err: error }, 'the worker stopped'))
  return { stop: () => worker.stop() }
}

/** Does every job that is due, one after the other, and returns: for tests and for filling a demonstration. */
export async function doDueJobs(): Promise<void> {
  await runOnce({
    connectionString: env().DATABASE_URL,
    concurrency: 1,
    noHandleSignals: true,
    taskList,
    logger: jobLogger,
  })
}

const taskList: TaskList = Object.fromEntries(
  Object.entries(handlers).map(([name, handle]) => [
    name,
    async (payload: unknown) => {
      // Only enqueue and the schedule fill the queue, and both are typed by the same table of jobs.
      await (handle as (payload: unknown) => Promise<unknown>)(payload)
    },
  ]),
)
