// @ts-check
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockFile, unlockFile } from './file-lock.mjs'
import { isAlive, isPostmasterOf, isZombie, readPidFile, removePidFile } from './pid-file.mjs'
import { openFile } from './run-as.mjs'

/** @typedef {import('./run-as.mjs').RunAs} RunAs */
/** @typedef {{ socketDir: string, exited: Promise<void>, stop: () => Promise<void> }} Postmaster */
/** @typedef {{ pid: number, socketDir: string, watcherLock: number }} Leftover */

// The kernel takes 107 bytes on Linux and 103 on macOS.
const longestSocketPath = 100
const logMayReach = { bytes: 5_000_000 }
const patience = {
  fastStopMs: 20_000,
  immediateStopMs: 10_000,
  newsEveryMs: 5_000,
  oldMemoryMs: 10_000,
  orphanedConnectionsMs: 1_000,
}

/**
 * Waits for its owner to go (descriptor 3 ends) and then asks Postgres to stop, unless that has gone first.
 * A postmaster that has only just started has no pid file to prove itself with, hence the retries.
 */
const watch = `
  read -r _ <&3
  tries=0
  while [ $tries -lt 100 ] && kill -0 "$postmaster" 2>/dev/null; do
    pid=
    read -r pid <"$pidfile" 2>/dev/null
    if [ "$pid" = "$postmaster" ]; then kill -INT "$postmaster"; break; fi
    tries=$((tries + 1))
    sleep 0.1
  done`

// The watcher is forked twice: Postgres takes this shell's place and must not own a child it does not know.
const watchAndBecome = `pidfile=$1; postmaster=$$; shift\n( (${watch}\n) & )\nexec "$@" 3<&- 4<&-`
const watchOther = `pidfile=$1; postmaster=$2\n${watch}`

/**
 * Finds the Postgres that a crashed owner left running. While its watcher lives it is being stopped, so it is
 * waited for; one that has lost its watcher too is returned, to be adopted.
 *
 * @param {{ dir: string, log: (line: string) => void }} options
 * @returns {Promise<Leftover | null>}
 */
export async function waitForLeftover({ dir, log }) {
  const cluster = path.join(dir, 'cluster')
  const news = everySoOften(() => log('Waiting for the previous Postgres on this folder'))
  for (;;) {
    const found = readPidFile(cluster)
    if (!found) return null
    if (!isAlive(found.pid)) {
      if (!isZombie(found.pid)) return null
      // Its connections end by themselves when they miss it, and the zombie may never be collected.
      await sleep(patience.orphanedConnectionsMs)
      removePidFile(cluster, found)
      return null
    }
    if (!isPostmasterOf(cluster, found.pid)) {
      removePidFile(cluster, found)
      return null
    }
    if (found.ready) {
      const watcherLock = lockFile(watcherLockOf(dir))
      if (watcherLock !== null) return { pid: found.pid, socketDir: found.socketDir, watcherLock }
    }
    news()
    await sleep(20)
  }
}

/**
 * Gives a running Postgres a watcher of ours.
 * @param {{ runAs: RunAs, dir: string, leftover: Leftover, log: (line: string) => void }} options
 * @returns {Postmaster}
 */
export function adoptPostmaster({ runAs, dir, leftover, log }) {
  const { pid, socketDir, watcherLock } = leftover
  const pidFile = path.join(dir, 'cluster', 'postmaster.pid')
  const watcher = runAs.spawn('/bin/sh', ['-c', watchOther, 'sh', pidFile, String(pid)], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', watcherLock],
    detached: true,
  })
  unlockFile(watcherLock)
  const lifeline = holdLifeline(watcher)
  const exited = (async () => {
    while (isAlive(pid)) await sleep(200, undefined, { ref: false })
    lifeline.destroy()
  })()
  return { socketDir, exited, stop: () => stopPostmaster({ pid, isGone: () => !isAlive(pid), log }) }
}

/**
 * Starts Postgres on the cluster of a folder and waits until it takes connections.
 * It stays in a session of its own: Ctrl-C reaches the application only, which stops Postgres last.
 *
 * @param {{
 *   binaries: import('./binaries.mjs').Binaries, runAs: RunAs, dir: string,
 *   settings: import('../postgres.mjs').Settings, log: (line: string) => void,
 * }} options
 * @returns {Promise<Postmaster>}
 */
export async function launchPostmaster({ binaries, runAs, dir, settings, log }) {
  const cluster = path.join(dir, 'cluster')
  const socket = socketFolder(dir, runAs)
  const args = ['-D', cluster, ...serverOptions({ ...settings, unix_socket_directories: quoted(socket.dir) })]
  const giveUpOnOldMemory = Date.now() + patience.oldMemoryMs
  for (;;) {
    const logFile = openLog(dir)
    const watcherLock = await takeWatcherLock(dir)
    const child = runAs.spawn(
      '/bin/sh',
      ['-c', watchAndBecome, 'sh', path.join(cluster, 'postmaster.pid'), binaries.postgres, ...args],
      { stdio: ['ignore', logFile.fd, logFile.fd, 'pipe', watcherLock], detached: true },
    )
    unlockFile(watcherLock)
    fs.closeSync(logFile.fd)
    const lifeline = holdLifeline(child)
    let gone = false
    /** @type {Promise<void>} */
    const exited = new Promise((resolve) => {
      const end = () => {
        gone = true
        lifeline.destroy()
        socket.remove()
        resolve()
      }
      child.once('exit', end)
      child.once('error', end)
    })

    const news = everySoOften(() => log('Postgres is still starting; it may be recovering from a crash'))
    while (!gone) {
      const found = readPidFile(cluster)
      if (found && found.pid === child.pid && found.ready) {
        const pid = found.pid
        const stop = () => {
          child.ref()
          return stopPostmaster({ pid, isGone: () => gone, log })
        }
        return { socketDir: socket.dir, exited, stop }
      }
      news()
      await sleep(10)
    }
    const said = logFile.sinceOpened()
    // Connections of a Postgres that was killed hold its memory until they notice.
    if (said.includes('pre-existing shared memory block') && Date.now() < giveUpOnOldMemory) {
      await sleep(250)
      continue
    }
    throw new Error(`Postgres did not start on ${dir}.\n${said || '(it left nothing in its log)'}`)
  }
}

/**
 * @param {{ pid: number, isGone: () => boolean, log: (line: string) => void }} options
 */
async function stopPostmaster({ pid, isGone, log }) {
  /** @type {[NodeJS.Signals, number][]} */
  const steps = [
    ['SIGINT', patience.fastStopMs],
    ['SIGQUIT', patience.immediateStopMs],
    ['SIGKILL', Number.POSITIVE_INFINITY],
  ]
  for (const [signal, waitMs] of steps) {
    if (isGone()) return
    if (signal !== 'SIGINT') log(`Postgres does not stop; sending ${signal}`)
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    const until = Date.now() + waitMs
    while (!isGone() && Date.now() < until) await sleep(10)
  }
}

/**
 * The pipe whose end tells the watcher that we are gone. It does not keep this process alive.
 * @param {import('node:child_process').ChildProcess} child
 */
function holdLifeline(child) {
  const lifeline = /** @type {import('node:net').Socket} */ (child.stdio[3])
  lifeline.on('error', () => {})
  lifeline.unref()
  child.on('error', () => {})
  child.unref()
  return lifeline
}

/** @param {string} dir */
const watcherLockOf = (dir) => path.join(dir, 'watcher.lock')

/**
 * The watcher of a Postgres that has just gone may need a moment to notice.
 * @param {string} dir
 */
async function takeWatcherLock(dir) {
  for (;;) {
    const lock = lockFile(watcherLockOf(dir))
    if (lock !== null) return lock
    await sleep(20)
  }
}

/**
 * @param {string} dir
 * @param {RunAs} runAs
 */
function socketFolder(dir, runAs) {
  const longest = path.join(dir, '.s.PGSQL.5432')
  if (Buffer.byteLength(longest) <= longestSocketPath) return { dir, remove: () => {} }
  const base = Buffer.byteLength(os.tmpdir()) <= 60 ? os.tmpdir() : '/tmp'
  const short = fs.mkdtempSync(path.join(base, 'silta-'))
  runAs.give(short)
  return { dir: short, remove: () => fs.rmSync(short, { recursive: true, force: true }) }
}

/** @param {string} dir */
const quoted = (dir) => `"${dir.replaceAll('"', '""')}"`

/** @param {import('../postgres.mjs').Settings} settings */
function serverOptions(settings) {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/**
 * The log is a file because Postgres may outlive the process that started it.
 * @param {string} dir
 */
function openLog(dir) {
  const { O_WRONLY, O_CREAT, O_APPEND } = fs.constants
  const file = path.join(dir, 'postgres.log')
  if (fs.existsSync(file) && fs.statSync(file).size > logMayReach.bytes) fs.renameSync(file, `${file}.old`)
  const fd = openFile(file, O_WRONLY | O_CREAT | O_APPEND)
  const start = fs.fstatSync(fd).size
  return {
    fd,
    sinceOpened: () =>
      fs.readFileSync(file).subarray(start).toString('utf8').trim().split('\n').slice(-20).join('\n'),
  }
}

/** @param {() => void} say */
function everySoOften(say) {
  let last = Date.now()
  return () => {
    if (Date.now() - last < patience.newsEveryMs) return
    last = Date.now()
    say()
  }
}
