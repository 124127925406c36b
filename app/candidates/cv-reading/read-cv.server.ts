import { type FileReader, type ReadingLimits, readWithin } from '~/files/file-reader.server'
import { type CvReadingResult, LARGEST_CV_BYTES } from './cv-reading'
import type { PagesRead, ReaderTask } from './read-cv-child.server'
import { prepareReader, takeReader } from './reader-process.server'
import type { PageRead } from './scan-text.server'

/** A page of a scan takes two to ten seconds, and its picture and the recogniser's data take memory. */
const SCAN_LIMITS = { timeoutMs: 240_000, maxMemoryMb: 1200 }

/**
 * Reads a CV file in a process of its own with a limit on time and memory. Resolves with the reading or with
 * the problem; rejects only when the reader itself is at fault (it cannot start, or has a bug).
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
    return await readTask(reader, { bytes, scan: false }, timeoutMs)
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
    return await readTask(reader, { bytes, scan: true }, timeoutMs, onPage)
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

async function readTask(
  reader: FileReader,
  task: ReaderTask,
  timeoutMs: number,
  onPage?: PageRead,
): Promise<CvReadingResult> {
  const read = await readWithin<CvReadingResult, PagesRead>(reader, task, timeoutMs, (pages) =>
    onPage?.(pages.read, pages.of),
  )
  return 'stopped' in read ? { problem: read.stopped } : read.result
}
