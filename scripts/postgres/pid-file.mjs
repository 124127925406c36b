// @ts-check
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** @typedef {{ pid: number, socketDir: string, ready: boolean }} PidFile */

/**
 * What postmaster.pid says: its first line is the process, the fifth the socket folder, the eighth the state.
 * @param {string} cluster
 * @returns {PidFile | null}
 */
export function readPidFile(cluster) {
  /** @type {string[]} */
  let lines
  try {
    lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, socketDir: lines[4]?.trim() ?? '', ready: lines[7]?.trim() === 'ready' }
}

/**
 * A process that has ended but whose parent has not asked for it yet still answers to signals.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
  return !isZombie(pid)
}

/** @param {number} pid */
export function isZombie(pid) {
  if (process.platform !== 'linux') return false
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name before the state stands in brackets and may contain any character.
    return /^[ZX]$/.test(stat.slice(stat.lastIndexOf(')') + 2).charAt(0))
  } catch {
    return false
  }
}

/**
 * Whether a living process is the Postgres of this cluster. In doubt it is: two servers on one cluster
 * destroy it.
 *
 * @param {string} cluster
 * @param {number} pid
 */
export function isPostmasterOf(cluster, pid) {
  if (process.platform === 'linux') {
    try {
      // A postmaster stands in its data folder, also after the folder has been moved.
      return fs.readlinkSync(`/proc/${pid}/cwd`) === cluster
    } catch {
      return true
    }
  }
  const { status, stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
    encoding: 'utf8',
  })
  return status !== 0 || stdout.includes('postgres')
}

/**
 * Removes the pid files of a Postgres that is gone but whose number still answers, as a zombie or as another
 * program. Postgres itself would take it for a living server and refuse to start.
 *
 * @param {string} cluster
 * @param {PidFile} pidFile
 */
export function removePidFile(cluster, { socketDir }) {
  fs.rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
  if (socketDir) fs.rmSync(path.join(socketDir, '.s.PGSQL.5432.lock'), { force: true })
}
