import { setImmediate } from 'node:timers/promises'
import { CsvError, type Options, parse } from 'csv-parse/sync'
import { readBusinessId } from '../business-id'
import { type FileEncoding, readFileText } from './file-text'
import { looksLikeWorkbook, refusalOfWorkbook } from './workbook'
import { readWorkbookApart } from './workbook-reader.server'

export const fileLimits = { megabytes: 60, rows: 200_000, recordCharacters: 262_144, brokenRecords: 200 }

export type FileRefusal =
  | 'empty'
  | 'spreadsheet'
  | 'not_text'
  | 'no_rows'
  | 'too_large'
  | 'too_heavy'
  | 'too_many_rows'
  | 'broken_quotes'

export type FileRefused = { ok: false; reason: FileRefusal }

export type FileRowProblem = 'too_few_cells' | 'too_many_cells' | 'broken_quotes'

/** One row of data; `line` is the line of the file on which the row begins, counted from 1. */
export type FileRow = { line: number; cells: string[]; problem: FileRowProblem | null }

export type CompanyFile = {
  ok: true
  encoding: FileEncoding | 'xlsx'
  /** Null in a workbook, whose cells are cells. */
  delimiter: string | null
  /** The headings, or empty strings when the file begins straight with data. */
  header: string[]
  hasHeader: boolean
  rows: FileRow[]
}

const delimiters = [';', ',', '\t', '|']

/**
 * Whether the bytes can be a table of companies at all: quick enough for the answer to an upload. Null when they
 * can; reading them may still refuse.
 */
export function refusalAtSight(bytes: Uint8Array): FileRefusal | null {
  if (bytes.length > fileLimits.megabytes * 1024 * 1024) return 'too_large'
  if (looksLikeWorkbook(bytes)) return refusalOfWorkbook(bytes)
  const beginning = readFileText(bytes.subarray(0, 64 * 1024))
  return beginning.ok ? null : beginning.reason
}

/**
 * Reads an uploaded table of companies, CSV or XLSX. Every row that can be told from its neighbours is returned,
 * ragged ones with the problem named, so that one bad row never hides the good ones; rows without any value are
 * left out. A file that is no table is refused with a reason. Other work gets its turn between portions.
 */
export async function readCompanyFile(bytes: Uint8Array): Promise<CompanyFile | FileRefused> {
  const refusal = refusalAtSight(bytes)
  if (refusal) return { ok: false, reason: refusal }
  const table = looksLikeWorkbook(bytes) ? await readWorkbook(bytes) : await readTextTable(bytes)
  if (!table.ok) return table

  const filled = table.records.filter((record) => filledCells(record) > 0)
  const { header, hasHeader, data } = splitHeader(filled)
  if (data.length === 0) return { ok: false, reason: 'no_rows' }
  if (data.length > fileLimits.rows) return { ok: false, reason: 'too_many_rows' }
  const rows = data.map((record) => toFileRow(record, header.length))
  return { ok: true, encoding: table.encoding, delimiter: table.delimiter, header, hasHeader, rows }
}

async function readTextTable(bytes: Uint8Array) {
  const file = readFileText(bytes)
  if (!file.ok) return file
  // Text columns of PostgreSQL have no zero sign.
  const lines = file.text.replaceAll('\u0000', '').split(/\r\n|\r|\n/)
  const announced = /^sep=(.)$/i.exec(lines[0] ?? '')
  if (announced) lines[0] = ''
  const delimiter = announced?.[1] ?? (await detectDelimiter(lines))
  const records = await readRecords(lines, delimiter)
  if (!records) return { ok: false, reason: 'broken_quotes' } as const
  return { ok: true, encoding: file.encoding, delimiter, records } as const
}

/** The workbook as the same records: an empty row still counts as a line, so that lines agree with Excel's. */
async function readWorkbook(bytes: Uint8Array) {
  const workbook = await readWorkbookApart(bytes)
  if (!workbook.ok) return workbook
  const records = workbook.rows.map((cells, at) => ({ line: at + 1, cells, broken: false }))
  return { ok: true, encoding: 'xlsx', delimiter: null, records } as const
}

type FileRecord = { line: number; cells: string[]; broken: boolean }

class SwallowedRow extends Error {}

function csvOptions(delimiter: string): Options {
  return {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: fileLimits.recordCharacters,
    record_delimiter: '\n',
  }
}

/** A quoted cell that goes on for more lines than a portion has is taken for a quote that was never closed. */
const portion = { lines: 2_000 }

/**
 * A quote that is never closed would swallow the rows after it: its line is kept as a broken record and
 * reading goes on from the next line. Null when there are too many of them for the file to be a table.
 */
async function readRecords(lines: string[], delimiter: string): Promise<FileRecord[] | null> {
  const records: FileRecord[] = []
  let at = 0
  let broken = 0
  while (at < lines.length) {
    const end = Math.min(at + portion.lines, lines.length)
    const { rows, whole } = readPortion(lines.slice(at, end), delimiter)
    // The last record of a portion may go on in the next one: it is read again from its beginning.
    const complete = whole && end === lines.length ? rows : whole ? rows.slice(0, -1) : rows
    for (const { cells, from } of complete) records.push({ line: at + from + 1, cells, broken: false })
    const last = complete.at(-1)
    if (last) at += last.to
    else if (whole && end === lines.length) break
    else {
      records.push({ line: at + 1, cells: (lines[at] ?? '').split(delimiter), broken: true })
      at += 1
      broken += 1
      if (broken > fileLimits.brokenRecords) return null
    }
    await setImmediate()
  }
  return records
}

/** The records of some lines, `from` and `to` counted in lines; not `whole` when one of them never ends. */
function readPortion(lines: string[], delimiter: string) {
  const rows: { cells: string[]; from: number; to: number }[] = []
  try {
    parse(lines.join('\n'), {
      ...csvOptions(delimiter),
      on_record: (cells: string[], { lines: to }) => {
        // In the relaxed mode a cell keeps its opening quote only when no closing quote was found.
        if (cells.some((cell) => cell.startsWith('"') && cell.includes('\n'))) throw new SwallowedRow()
        rows.push({ cells, from: rows.at(-1)?.to ?? 0, to })
        return null
      },
    })
    return { rows, whole: true }
  } catch (error) {
    if (!(error instanceof CsvError || error instanceof SwallowedRow)) throw error
    return { rows, whole: false }
  }
}

/** The delimiter that cuts the first rows into the same number of cells, more cells winning a draw. */
async function detectDelimiter(lines: string[]): Promise<string> {
  const sample = lines.slice(0, 100)
  let best = { delimiter: ';', score: -1 }
  for (const delimiter of delimiters) {
    const widths = ((await readRecords(sample, delimiter)) ?? [])
      .filter((record) => record.cells.some((cell) => cell.trim() !== ''))
      .map((record) => record.cells.length)
    const width = mostCommon(widths)
    const steady = widths.filter((each) => each === width).length / Math.max(widths.length, 1)
    const score = width < 2 ? 0 : steady * 100 + Math.min(width, 50)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function mostCommon(numbers: number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0] as [number, number])[0]
}

/** Exports begin with a title line now and then: the headings are the first row as wide as the data. */
function splitHeader(records: FileRecord[]) {
  const width = mostCommon(records.slice(0, 100).map((record) => record.cells.length))
  const top = records
    .slice(0, 5)
    .findIndex((record) => filledCells(record) > 1 && record.cells.length === width)
  const from = Math.max(top, 0)
  const first = records[from]
  const hasHeader = !first?.cells.some((cell) => readBusinessId(cell).ok)
  const header = hasHeader
    ? (first?.cells.map((cell) => cell.trim()) ?? [])
    : new Array<string>(width).fill('')
  return { header, hasHeader, data: records.slice(hasHeader ? from + 1 : from) }
}

function filledCells(record: FileRecord): number {
  return record.cells.filter((cell) => cell.trim() !== '').length
}

function toFileRow({ line, cells, broken }: FileRecord, width: number): FileRow {
  const surplus = cells.slice(width).some((cell) => cell.trim() !== '')
  const problem = broken
    ? 'broken_quotes'
    : cells.length < width
      ? 'too_few_cells'
      : surplus
        ? 'too_many_cells'
        : null
  return { line, cells, problem }
}
