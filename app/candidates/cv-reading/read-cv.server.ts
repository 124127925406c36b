import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { type CvProblem, type CvReadingResult, LARGEST_CV_BYTES } from './cv-reading'
import type { ChildMessage } from './read-cv-child.server'

/** `timeoutMs` runs from the moment the child can read, so a busy machine's slow start is not held against the file. */
export type ReadingLimits = { timeoutMs?: number; maxMemoryMb?: number }

const CHILD = 'app/candidates/cv-reading/read-cv-child.server.ts'
const SLOWEST_START_MS = 30_000
const MEMORY_CHECK_MS = 100

/**
 * Reads a CV file in a process of its own with a limit on time and memory. Resolves with the reading or with
 * the problem; rejects only when the reader itself is at fault (it cannot start, or has a bug).
 *
 * The child is started from source by tsx, with the same path from the built server, from scripts and from
 * tests: so a deployment carries `app/` and tsx next to `build/`. The child gets none of our environment variables.
 * The heap limit holds everywhere; buffers outside the heap are watched through /proc and so on Linux only.
 */
export async function readCvFile(
  bytes: Uint8Array,
  { timeoutMs = 20_000, maxMemoryMb = 512 }: ReadingLimits = {},
): Promise<CvReadingResult> {
  if (bytes.length === 0) return { problem: 'empty' }
  if (bytes.length > LARGEST_CV_BYTES) return { problem: 'too_large' }
  return readInChild(bytes, timeoutMs, maxMemoryMb)
}

function readInChild(bytes: Uint8Array, timeoutMs: number, maxMemoryMb: number): Promise<CvReadingResult> {
  const root = findProjectRoot()
  const child = fork(join(root, CHILD), {
    cwd: root,
    env: { NODE_ENV: 'production' },
    execArgv: ['--import', 'tsx', `--max-old-space-size=${maxMemoryMb}`],
    serialization: 'advanced',
    // The libraries' warnings can quote the document: nothing of them reaches our logs.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

  return new Promise((resolve, reject) => {
    let isReady = false
    let stoppedFor: CvProblem | null = null
    const stop = (problem: CvProblem) => {
      stoppedFor ??= problem
      child.kill('SIGKILL')
    }
    let timer = setTimeout(() => child.kill('SIGKILL'), SLOWEST_START_MS)
    const memoryWatch = setInterval(() => {
      if (residentMb(child) > maxMemoryMb) stop('needs_too_much_memory')
    }, MEMORY_CHECK_MS)
    const settle = (act: () => void) => {
      clearTimeout(timer)
      clearInterval(memoryWatch)
      child.kill('SIGKILL')
      act()
    }

    child.on('message', (message: ChildMessage) => {
      if (message.kind === 'ready') {
        isReady = true
        clearTimeout(timer)
        timer = setTimeout(() => stop('took_too_long'), timeoutMs)
        child.send(bytes)
      } else if (message.kind === 'result') settle(() => resolve(message.result))
      else settle(() => reject(new Error(`The CV reader failed: ${message.error}`)))
    })
    child.once('error', (error) => settle(() => reject(error)))
    child.once('exit', (code, signal) => {
      if (stoppedFor) return settle(() => resolve({ problem: stoppedFor ?? 'damaged' }))
      // V8 aborts when the heap limit is reached.
      if (isReady && (signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134))
        return settle(() => resolve({ problem: 'needs_too_much_memory' }))
      // Killed from outside while reading: the kernel, short of memory.
      if (isReady && signal === 'SIGKILL') return settle(() => resolve({ problem: 'needs_too_much_memory' }))
      settle(() => reject(new Error(`The CV reader ended by itself (code ${code}, signal ${signal})`)))
    })
  })
}

/** Memory a process holds, in megabytes; 0 where /proc does not tell. */
function residentMb(child: ChildProcess): number {
  try {
    const pages = Number(readFileSync(`/proc/${child.pid}/statm`, 'latin1').split(' ')[1])
    return (pages * 4096) / (1024 * 1024)
  } catch {
    return 0
  }
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
