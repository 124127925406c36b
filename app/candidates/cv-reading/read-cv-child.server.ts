/**
 * The process that reads one file and ends. Started by `readCvFile`; talks to it over the IPC channel:
 * says `ready`, gets the bytes, answers with the result. It is given no environment and no other input.
 */
import { setPriority } from 'node:os'

import { readCvBytes } from './read-cv-bytes.server'

export type ChildMessage =
  | { kind: 'ready' }
  | { kind: 'page'; read: number; of: number }
  | { kind: 'result'; result: Awaited<ReturnType<typeof readCvBytes>> }
  | { kind: 'fault'; error: string }

/** What the process is sent: a file, and whether pictures of pages are to be read too. */
export type ReaderTask = { bytes: Uint8Array; scan: boolean }

const BEHIND_EVERYBODY = 10 // niceness: pages of a scan wait for people who wait for pages

const answer = (message: ChildMessage) => process.send?.(message)

process.once('message', async ({ bytes, scan }: ReaderTask) => {
  try {
    if (scan) setPriority(BEHIND_EVERYBODY)
    const onScannedPage = scan ? (read: number, of: number) => answer({ kind: 'page', read, of }) : undefined
    answer({ kind: 'result', result: await readCvBytes(bytes, { onScannedPage }) })
  } catch (error) {
    // The stack names our own code lines; the message could quote the CV and stays here.
    const stack =
      error instanceof Error ? error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) : []
    answer({ kind: 'fault', error: `${error instanceof Error ? error.name : 'error'}\n${stack?.join('\n')}` })
  }
})
answer({ kind: 'ready' })

// The server is gone: so is everybody who could ask.
process.once('disconnect', () => process.exit())
