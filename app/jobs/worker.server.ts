import { setTimeout as sleep } from 'node:timers/promises'
import { parseCronItems, type Runner, run, runOnce, type TaskList } from 'graphile-worker'
import { databaseUrl } from '~/platform/env.server'
import { log } from '~/platform/log.server'
import { handlers, schedule } from './handlers.server'
import { jobLogger } from './job-logger.server'

/** Jobs done at the same time: mail waits on the network, an import on the database, a CV takes the processor. */
const CONCURRENCY = 3
const RESTART_AFTER = { ms: 1000 }

/**
 * Does jobs until stopped. `stop` waits for those under way; one that was cut off is done again by the next worker.
 * Several workers may run beside each other. A worker that loses the database ends itself; a new one takes over.
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  let runner = await beginWork()
  const stopped = new AbortController()
  const watching = (async () => {
    while (!stopped.signal.aborted) {
      await runner.promise.catch((error) => log.error({ err: error }, 'the worker ended'))
      if (stopped.signal.aborted) return
      await sleep(RESTART_AFTER.ms, undefined, { signal: stopped.signal }).catch(() => {})
      if (stopped.signal.aborted) return
      runner = await beginWork().catch((error) => {
        log.error({ err: error }, 'the worker could not start again')
        return runner
      })
    }
  })()
  return {
    async stop() {
      stopped.abort()
      await runner.stop().catch((error) => log.error({ err: error }, 'the worker had ended already'))
      await watching
    },
  }
}

function beginWork(): Promise<Runner> {
  return run({
    connectionString: databaseUrl(),
    maxPoolSize: CONCURRENCY + 2,
    concurrency: CONCURRENCY,
    pollInterval: 2000,
    // The process around it decides when to stop.
    noHandleSignals: true,
    taskList,
    parsedCronItems: parseCronItems(schedule),
    logger: jobLogger,
  })
}

/** Does every job that is due, one after the other, and returns: for tests and for filling a demonstration. */
export async function doDueJobs(): Promise<void> {
  await runOnce({
    connectionString: databaseUrl(),
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
