import { readFileSync } from 'node:fs'

import { type CvProblem, type CvReadingResult, LARGEST_CV_BYTES } from './cv-reading'
import type { ChildMessage, ReaderTask } from './read-cv-child.server'
import { prepareReader, type ReaderProcess, takeReader } from './reader-process.server'
import type { PageRead } from './scan-text.server'

/** `timeoutMs` runs from when the process can read: a busy machine's slow start is not held against a file. */
export type ReadingLimits = { timeoutMs?: number; maxMemoryMb?: number }

/** A page of a scan takes two to ten seconds, and its picture and the recogniser's data take memory. */
const SCAN_LIMITS = { timeoutMs: 240_000, maxMemoryMb: 1200 }
const MEMORY_CHECK_MS = 100
const PAGE_BYTES = 4096

/**
 * Reads a CV file in a process of its own with a limit on time and memory. Resolves with the reading or with
 * the problem; rejects only when the reader itself is at fault (it cannot start, or has a bug).
 *
 * The heap limit holds everywhere; buffers outside the heap are watched through /proc and so on Linux only.
 */
export async function readCvFile(
  bytes: Uint8Array,
  { timeoutMs = 20_000, maxMemoryMb = 512 }: ReadingLimits = {},
): Promise<CvReadingResult> {
  if (bytes.length === 0) return { problem: 'empty' }
  if (bytes.length > LARGEST_CV_BYTES) return { problem: 'too_large' }

  const reader = takeReader(maxMemoryMb)
  try {
    await reader.ready
    return await readWithin(reader, { bytes, scan: false }, timeoutMs)
  } finally {
    reader.child.kill('SIGKILL')
    prepareReader(maxMemoryMb)
  }
}

/**
 * Reads a file that `readCvFile` calls `scanned`: recognises the text of its pages, in a process of its own with
 * wider limits. `onPage` is told after each page how many are read, of how many.
 */
export async function readScannedCvFile(
  bytes: Uint8Array,
  onPage: PageRead,
  { timeoutMs, maxMemoryMb }: Required<ReadingLimits> = SCAN_LIMITS,
): Promise<CvReadingResult> {
  if (bytes.length > LARGEST_CV_BYTES) return { problem: 'too_large' }
  const reader = takeReader(maxMemoryMb)
  try {
    await reader.ready
    return await readWithin(reader, { bytes, scan: true }, timeoutMs, onPage)
  } finally {
    reader.child.kill('SIGKILL')
  }
}

/** Reads a CV file as `readCvFile` does, and the pages of a scan by text recognition. */
export async function readCvOrScan(bytes: Uint8Array, onPage: PageRead): Promise<CvReadingResult> {
  const result = await readCvFile(bytes)
  const isScan = 'problem' in result && result.problem === 'scanned'
  return isScan ? readScannedCvFile(bytes, onPage) : result
}

function readWithin(
  { child, maxMemoryMb }: ReaderProcess,
  task: ReaderTask,
  timeoutMs: number,
  onPage?: PageRead,
): Promise<CvReadingResult> {
  return new Promise((resolve, reject) => {
    let stoppedFor: CvProblem | null = null
    const stop = (problem: CvProblem) => {
      stoppedFor ??= problem
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => stop('took_too_long'), timeoutMs)
    const memoryWatch = setInterval(() => {
      if (residentMb(child.pid) > maxMemoryMb) stop('needs_too_much_memory')
    }, MEMORY_CHECK_MS)
    const settle = (act: () => void) => {
      clearTimeout(timer)
      clearInterval(memoryWatch)
      act()
    }

    child.on('message', (message: ChildMessage) => {
      if (message.kind === 'page') onPage?.(message.read, message.of)
      if (message.kind === 'result') settle(() => resolve(message.result))
      if (message.kind === 'fault') settle(() => reject(new Error(`The CV reader failed: ${message.error}`)))
    })
    child.on('error', (error) => settle(() => reject(error)))
    child.once('exit', (code, signal) => {
      const problem = stoppedFor ?? (diedOfMemory(code, signal) ? 'needs_too_much_memory' : null)
      if (problem) settle(() => resolve({ problem }))
      else settle(() => reject(new Error(`The CV reader ended by itself (code ${code}, signal ${signal})`)))
    })
    child.send(task)
  })
}

/** V8 aborts at the heap limit; a kill that is not ours comes from a kernel short of memory. */
const diedOfMemory = (code: number | null, signal: NodeJS.Signals | null) =>
  code === 134 || signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGKILL'

/** Memory a process holds, in megabytes; 0 where /proc does not tell. */
function residentMb(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1])
    return (pages * PAGE_BYTES) / (1024 * 1024)
  } catch {
    return 0
  }
}
