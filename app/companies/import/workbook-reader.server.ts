import { type ReadingLimits, readWithin, startFileReader } from '~/files/file-reader.server'

const CHILD = 'app/companies/import/read-workbook-child.server.ts'

/**
 * Reads a workbook in a process of its own, as `readWorkbookRows` does: opening one takes seconds of a processor and
 * many times its size. `too_heavy` when it meets the limits, `spreadsheet` when it is broken.
 */
export async function readWorkbookApart(
  bytes: Uint8Array,
  { timeoutMs = 120_000, maxMemoryMb = 1_000 }: ReadingLimits = {},
): Promise<{ ok: true; rows: string[][] } | { ok: false; reason: 'too_heavy' | 'spreadsheet' }> {
  const rows: string[][] = []
  const reader = startFileReader(CHILD, maxMemoryMb)
  try {
    await reader.ready
    const read = await readWithin<boolean, string[][]>(reader, { bytes }, timeoutMs, (portion) =>
      rows.push(...portion),
    )
    if ('stopped' in read) return { ok: false, reason: 'too_heavy' }
    return read.result ? { ok: true, rows } : { ok: false, reason: 'spreadsheet' }
  } finally {
    reader.child.kill('SIGKILL')
  }
}
