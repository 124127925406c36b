import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { ChildMessage } from './read-cv-child.server'

/** A process that has loaded the reader, or is loading it, and has not been given a file. */
export type ReaderProcess = { child: ChildProcess; maxMemoryMb: number; ready: Promise<void> }

const CHILD = 'app/candidates/cv-reading/read-cv-child.server.ts'
const SLOWEST_START_MS = 30_000
const SPARE_WAITS_MS = 60_000

let spare: ReaderProcess | null = null

/**
 * A process for one file. Each reads one file and ends, so that nothing of one CV is left for the next; the
 * one after it is started beforehand by `prepareReader`.
 */
export function takeReader(maxMemoryMb: number): ReaderProcess {
  const waiting = spare
  if (waiting?.child.connected && waiting.maxMemoryMb === maxMemoryMb) {
    spare = null
    waiting.child.ref()
    waiting.child.channel?.ref()
    return waiting
  }
  return startReader(maxMemoryMb)
}

/** Starts a process that waits a minute for the next file. It does not keep the server from ending. */
export function prepareReader(maxMemoryMb: number): void {
  if (spare) return
  const reader = startReader(maxMemoryMb)
  spare = reader
  const forget = () => {
    if (spare === reader) spare = null
  }
  reader.ready.catch(forget)
  reader.child.once('exit', forget)
  reader.child.unref()
  reader.child.channel?.unref()
  setTimeout(() => {
    if (spare !== reader) return
    spare = null
    reader.child.kill('SIGKILL')
  }, SPARE_WAITS_MS).unref()
}

/**
 * The child is started from source by tsx, on the same path from the built server, from scripts and from tests:
 * so a deployment carries `app/` and tsx next to `build/`. It gets none of our environment variables.
 */
function startReader(maxMemoryMb: number): ReaderProcess {
  const root = findProjectRoot()
  const child = fork(join(root, CHILD), {
    cwd: root,
    env: { NODE_ENV: 'production' },
    execArgv: ['--import', 'tsx', `--max-old-space-size=${maxMemoryMb}`],
    serialization: 'advanced',
    // The libraries' warnings can quote the document: nothing of them reaches our logs.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ready = new Promise<void>((resolve, reject) => {
    const tooSlow = setTimeout(() => child.kill('SIGKILL'), SLOWEST_START_MS)
    child.once('message', (message: ChildMessage) => {
      clearTimeout(tooSlow)
      if (message.kind === 'ready') resolve()
    })
    child.on('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(tooSlow)
      reject(new Error(`The CV reader did not start (code ${code}, signal ${signal})`))
    })
  })
  return { child, maxMemoryMb, ready }
}

/** The folder that holds `app/`, seen from the source file and from the server bundle alike. */
function findProjectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, CHILD))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`${CHILD} is not shipped with this build`)
    folder = parent
  }
  return folder
}
