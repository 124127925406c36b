import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'

const zipMark = [0x50, 0x4b, 0x03, 0x04]
const compoundFileMark = [0xd0, 0xcf, 0x11, 0xe0]

/** What a small file may unpack to: a workbook of 100,000 rows of text has about a third of it. */
const unpackedLimit = { megabytes: 400 }

/** A zip (.xlsx) or a compound file (.xls, or a workbook with a password). */
export function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, zipMark) || startsWith(bytes, compoundFileMark)
}

/** Why a workbook cannot be read, from its table of contents alone; null when it can. */
export function refusalOfWorkbook(bytes: Uint8Array): 'spreadsheet' | 'too_large' | null {
  if (!startsWith(bytes, zipMark)) return 'spreadsheet'
  let unpacked = 0
  let hasWorkbook = false
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize
        hasWorkbook ||= name === 'xl/workbook.xml'
        return false
      },
    })
  } catch {
    return 'spreadsheet'
  }
  if (!hasWorkbook) return 'spreadsheet'
  return unpacked > unpackedLimit.megabytes * 1024 * 1024 ? 'too_large' : null
}

/** The cells of the first sheet as text, days as `YYYY-MM-DD`; null when the workbook is broken. */
export async function readWorkbookRows(bytes: Uint8Array): Promise<string[][] | null> {
  try {
    const rows = await readSheet(Buffer.from(bytes), { trim: false })
    const width = Math.max(0, ...rows.slice(0, 100).map((row) => row.length))
    return rows.map((row) =>
      Array.from({ length: Math.max(width, row.length) }, (_, at) => cellText(row[at])),
    )
  } catch {
    return null
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value).replaceAll('\u0000', '')
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}
