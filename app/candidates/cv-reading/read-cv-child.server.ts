/** The process that reads one CV and ends; started by `readCvFile`. */
import { setPriority } from 'node:os'

import { readOneFile } from '~/files/file-reader-child.server'
import { readCvBytes } from './read-cv-bytes.server'

/** What the process is sent: a file, and whether pictures of pages are to be read too. */
export type ReaderTask = { bytes: Uint8Array; scan: boolean }

/** How many pages of a scan are read. */
export type PagesRead = { read: number; of: number }

const BEHIND_EVERYBODY = 10 // niceness: pages of a scan wait for people who wait for pages

readOneFile(({ bytes, scan }: ReaderTask, tell: (pages: PagesRead) => void) => {
  if (scan) setPriority(BEHIND_EVERYBODY)
  const onScannedPage = scan ? (read: number, of: number) => tell({ read, of }) : undefined
  return readCvBytes(bytes, { onScannedPage })
})
