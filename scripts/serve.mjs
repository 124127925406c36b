// @ts-check
import { createServer } from 'node:http'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pino from 'pino'
import { createApp } from './server/app.mjs'
import { loadBuild } from './server/build.mjs'

const stopMayTake = { ms: 5_000 }
// Longer than the proxies in front keep an idle connection, or they meet one that is just closing.
const idleConnectionsLast = { ms: 65_000 }

/**
 * Brings the database up to date, loads the demo into an empty one, and serves pages and background work.
 * Rejects with a reason for the operator when a migration fails or the port is taken.
 *
 * @param {import('./settings.mjs').Settings} settings
 * @param {(line: string) => void} say
 * @returns {Promise<{ accounts: import('./server/build.mjs').Account[], port: number, close: () => Promise<void> }>}
 */
export async function serve(settings, say) {
  const log = pino({
    level: process.env.LOG_LEVEL ?? 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  })
  process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'a rejection was not handled'))

  const { build, boot } = await loadBuild()
  /** @type {(() => Promise<void>)[]} */
  const stops = [boot.close]
  const close = async () => {
    for (const stop of stops.splice(0)) await stop()
  }
  try {
    await migrate(boot, say)
    stops.unshift(boot.followVocabulary())
    const accounts = settings.demo ? await loadDemo(boot, say) : []

    const { app, closeStreams } = createApp({
      build,
      log,
      publicUrl: settings.publicUrl,
      trustProxy: settings.trustProxy,
      clientDir: path.resolve('build/client'),
      isReady: boot.ready,
    })
    const server = createServer({ keepAliveTimeout: idleConnectionsLast.ms }, app)
    const port = await listen(server, settings)
    stops.unshift(() => drain(server, closeStreams))

    if (settings.workerHere) {
      const worker = await boot.startWorker()
      stops.splice(1, 0, worker.stop)
    }
    return { accounts, port, close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * @param {import('./server/build.mjs').Boot} boot
 * @param {(line: string) => void} say
 */
async function migrate(boot, say) {
  try {
    const { applied } = await boot.migrate()
    if (applied.length > 0) say(`Database brought up to date (${applied.length} changes)`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`The database could not be brought up to date:\n${reason}`, { cause: error })
  }
}

/**
 * @param {import('./server/build.mjs').Boot} boot
 * @param {(line: string) => void} say
 */
async function loadDemo(boot, say) {
  const { loaded, accounts } = await boot.loadDemoIfFirstRun()
  if (loaded) say('Demo data loaded')
  return accounts
}

/**
 * @param {import('node:http').Server} server
 * @param {{ port: number, host: string | undefined }} address
 * @returns {Promise<number>} the port, which the system chooses for 0
 */
function listen(server, { port, host }) {
  return new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') {
        reject(
          new Error(
            `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`,
          ),
        )
      } else if (error.code === 'EACCES') {
        reject(
          new Error(
            `This account may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
          ),
        )
      } else {
        reject(error)
      }
    })
    server.listen({ port, host }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/**
 * Takes no new requests and lets those under way finish.
 *
 * @param {import('node:http').Server} server
 * @param {() => void} closeStreams
 */
async function drain(server, closeStreams) {
  closeStreams()
  let drained = false
  server.close(() => {
    drained = true
  })
  const until = Date.now() + stopMayTake.ms
  while (!drained) {
    // A connection is kept open for the next request also after its last answer.
    if (Date.now() < until) server.closeIdleConnections()
    else server.closeAllConnections()
    await sleep(20)
  }
}
