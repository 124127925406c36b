import { type FileReader, startFileReader } from '~/files/file-reader.server'

const CHILD = 'app/candidates/cv-reading/read-cv-child.server.ts'
const SPARE_WAITS_MS = 60_000

let spare: FileReader | null = null

/**
 * A process for one file. Each reads one file and ends, so that nothing of one CV is left for the next; the
 * one after it is started beforehand by `prepareReader`.
 */
export function takeReader(maxMemoryMb: number): FileReader {
  const waiting = spare
  if (waiting?.child.connected && waiting.maxMemoryMb === maxMemoryMb) {
    spare = null
    waiting.child.ref()
    waiting.child.channel?.ref()
    return waiting
  }
  return startFileReader(CHILD, maxMemoryMb)
}

/** Starts a process that waits a minute for the next file. It does not keep the server from ending. */
export function prepareReader(maxMemoryMb: number): void {
  if (spare) return
  const reader = startFileReader(CHILD, maxMemoryMb)
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
