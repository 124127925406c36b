/** The process that reads one workbook and ends; started by `readWorkbookApart`. */
import { readOneFile } from '~/files/file-reader-child.server'
import { readWorkbookRows } from './workbook'

/** Rows that cross to the server at a time, so that taking them in keeps nobody waiting. */
const PORTION = 2_000

/** Whether the workbook could be read; its rows are told on the way. */
readOneFile(async ({ bytes }: { bytes: Uint8Array }, tell: (rows: string[][]) => void) => {
  const rows = await readWorkbookRows(bytes)
  if (!rows) return false
  for (let at = 0; at < rows.length; at += PORTION) tell(rows.slice(at, at + PORTION))
  return true
})
