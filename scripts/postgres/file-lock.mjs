// @ts-check
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { openFile } from './run-as.mjs'

// O_EXLOCK of the BSDs: the file is locked as it is opened.
const openLocked = 0x20

/**
 * Takes the kernel's lock on a file, creating it when missing, without waiting.
 * The lock lasts until every copy of the returned descriptor is closed, so it ends with the process.
 *
 * @param {string} file
 * @returns {number | null} the open descriptor, or null when somebody else holds the lock
 */
export function lockFile(file) {
  const { O_RDWR, O_CREAT, O_NONBLOCK } = fs.constants
  if (process.platform === 'darwin') {
    try {
      return openFile(file, O_RDWR | O_CREAT | O_NONBLOCK | openLocked)
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EAGAIN') return null
      throw error
    }
  }
  const fd = openFile(file, O_RDWR | O_CREAT)
  // The lock belongs to the open file, which the child shares: it stays when the child has ended.
  const { status, error } = spawnSync('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', fd] })
  if (status === 0) return fd
  fs.closeSync(fd)
  if (error)
    throw new Error(`The program flock (part of util-linux) is needed to lock ${file}`, { cause: error })
  return null
}

/** @param {number} fd */
export function unlockFile(fd) {
  fs.closeSync(fd)
}
