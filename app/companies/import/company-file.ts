import { CsvError, type Options, parse } from 'csv-parse/sync'
import { readBusinessId } from '../business-id'
import { type FileEncoding, readFileText } from './file-text'

export const fileLimits = { megabytes: 25, rows: 200_000, recordCharacters: 65_536, brokenRecords: 200 }

export type FileRefusal =
  | 'empty'
  | 'spreadsheet'
  | 'not_text'
  | 'no_rows'
  | 'too_large'
  | 'too_many_rows'
  | 'broken_quotes'

export type FileRowProblem = 'too_few_cells' | 'too_many_cells' | 'broken_quotes'

/** One row of data; `line` is the line of the file on which the row begins, counted from 1. */
export type FileRow = { line: number; cells: string[]; problem: FileRowProblem | null }

export type CompanyFile = {
  ok: true
  encoding: FileEncoding
  delimiter: string
  /** The headings, or empty strings when the file begins straight with data. */
  header: string[]
  hasHeader: boolean
  rows: FileRow[]
}

const delimiters = [';', ',', '\t', '|']

/**
 * Reads an uploaded table of companies. Every row that can be told from its neighbours is returned, ragged
 * ones with the problem named, so that one bad row never hides the good ones; rows without any value are
 * left out. A file that is no table at all is refused with a reason.
 */
export function readCompanyFile(bytes: Uint8Array): CompanyFile | { ok: false; reason: FileRefusal } {
  if (bytes.length > fileLimits.megabytes * 1024 * 1024) return { ok: false, reason: 'too_large' }
  const file = readFileText(bytes)
  if (!file.ok) return file

  const lines = file.text.split(/\r\n|\r|\n/)
  const announced = /^sep=(.)$/i.exec(lines[0] ?? '')
  if (announced) lines[0] = ''
  const delimiter = announced?.[1] ?? detectDelimiter(lines)
  const records = readRecords(lines, delimiter)
  if (!records) return { ok: false, reason: 'broken_quotes' }

  const { header, hasHeader, data } = splitHeader(records.filter((record) => filledCells(record) > 0))
  if (data.length === 0) return { ok: false, reason: 'no_rows' }
  if (data.length > fileLimits.rows) return { ok: false, reason: 'too_many_rows' }
  const rows = data.map((record) => toFileRow(record, header.length))
  return { ok: true, encoding: file.encoding, delimiter, header, hasHeader, rows }
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

/**
 * A quote that is never closed would swallow the rows after it: its line is kept as a broken record and
 * reading goes on from the next line. Null when there are too many of them for the file to be a table.
 */
function readRecords(lines: string[], delimiter: string): FileRecord[] | null {
  const records: FileRecord[] = []
  let linesRead = 0
  for (let broken = 0; broken <= fileLimits.brokenRecords; broken += 1) {
    const restart = linesRead
    try {
      parse(lines.slice(restart).join('\n'), {
        ...csvOptions(delimiter),
        on_record: (cells: string[], at) => {
          // In the relaxed mode a cell keeps its opening quote only when no closing quote was found.
          if (cells.some((cell) => cell.startsWith('"') && cell.includes('\n'))) throw new SwallowedRow()
          records.push({ line: linesRead + 1, cells, broken: false })
          linesRead = restart + at.lines
          return null
        },
      })
      return records
    } catch (error) {
      if (!(error instanceof CsvError || error instanceof SwallowedRow)) throw error
    }
    records.push({ line: linesRead + 1, cells: (lines[linesRead] ?? '').split(delimiter), broken: true })
    linesRead += 1
  }
  return null
}

/** The delimiter that cuts the first rows into the same number of cells, more cells winning a draw. */
function detectDelimiter(lines: string[]): string {
  const sample = lines.slice(0, 100)
  const scored = delimiters.map((delimiter) => {
    const widths = (readRecords(sample, delimiter) ?? [])
      .filter((record) => record.cells.some((cell) => cell.trim() !== ''))
      .map((record) => record.cells.length)
    const width = mostCommon(widths)
    const steady = widths.filter((each) => each === width).length / Math.max(widths.length, 1)
    return { delimiter, score: width < 2 ? 0 : steady * 100 + Math.min(width, 50) }
  })
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter
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
