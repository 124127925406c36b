import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { db, type Trx } from '~/platform/db.server'
import { columnsOfFile, type FileColumn, mappingOf } from './column-mapping'
import { commitLines } from './commit-stage.server'
import type { ColumnMapping } from './company-field'
import type { CompanyFile, FileRefused, FileRow } from './company-file.server'
import { checkCompanyRow } from './company-row'
import { readImportFile } from './import-file.server'
import { type ImportStatus, isRunning } from './import-status'
import { headerFingerprint, rememberedColumns } from './remembered-columns.server'
import { foldRepeatedRows } from './repeated-rows.server'
import type { ImportCounts } from './row-result'
import { countRows, type StagedRow, stageRows } from './staged-rows.server'
import { undoLines } from './undo-stage.server'

/** Runs work in a transaction; a dry run gives the same one every time and rolls it back. */
export type InTransaction = <T>(work: (trx: Trx) => Promise<T>) => Promise<T>

/** Rows of one transaction: a worker that is killed loses no more work than these. */
const portion = { rows: 5_000 }

type File = CompanyFile | FileRefused

/**
 * Job: does the work of the stage that an import is in, portion by portion, until a person has to act, and returns
 * the import as it stands then. Each portion is one transaction that also moves the import's `last_line`; so a worker
 * that takes over goes on where the last one stopped, and two at once do nothing twice. `file` saves reading it again.
 */
export async function runImport(
  importId: string,
  given: { inTransaction?: InTransaction; file?: File } = {},
): Promise<Run | undefined> {
  const { inTransaction = (work) => db.transaction().execute(work) } = given
  let { file } = given
  while (true) {
    const run = await inTransaction((trx) => findRun(trx, importId))
    if (!run || !isRunning(run.status)) return run
    if (run.status === 'reading' || run.status === 'checking') file ??= await readImportFile(run.fileId)
    await inTransaction((trx) => takePortion(trx, importId, run.status, file))
    await setImmediate()
  }
}

type Run = NonNullable<Awaited<ReturnType<typeof findRun>>>

async function findRun(trx: Trx, importId: string) {
  const run = await runs(trx, importId).executeTakeFirst()
  return (
    run && {
      ...run,
      status: run.status as ImportStatus,
      mapping: run.mapping as ColumnMapping,
      counts: run.counts as Partial<ImportCounts>,
    }
  )
}

function runs(trx: Trx, importId: string) {
  return trx
    .selectFrom('company_import')
    .innerJoin('source_list', 'source_list.id', 'company_import.source_list_id')
    .select([
      'company_import.id',
      'company_import.status',
      'company_import.file_id as fileId',
      'company_import.mapping',
      'company_import.overwritten',
      'company_import.last_line as lastLine',
      'company_import.counts',
      'company_import.failure',
      'company_import.header',
      'company_import.created_by as createdBy',
      'company_import.committed_by as committedBy',
      'company_import.undone_by as undoneBy',
      'source_list.id as sourceListId',
      'source_list.keywords',
    ])
    .where('company_import.id', '=', importId)
}

/** Does a portion of the stage that the import was found in; nothing when it has left that stage meanwhile. */
async function takePortion(
  trx: Trx,
  importId: string,
  stage: ImportStatus,
  file: File | undefined,
): Promise<void> {
  await trx.selectFrom('company_import').select('id').where('id', '=', importId).forUpdate().execute()
  const run = await findRun(trx, importId)
  if (run?.status !== stage) return
  if (stage === 'committing') return commit(trx, run)
  if (stage === 'undoing') return undo(trx, run)
  if (!file) throw new Error('a stage that reads the file was begun without it')
  return stage === 'reading' ? read(trx, run, file) : check(trx, run, file)
}

async function read(trx: Trx, run: Run, file: File): Promise<void> {
  if (!file.ok) {
    await save(trx, run, { status: 'failed', failure: file.reason })
    return
  }
  const fingerprint = headerFingerprint(file.header)
  const { guesses, overwritten, preset } = await rememberedColumns(trx, run.createdBy, fingerprint, file)
  await save(trx, run, {
    status: 'read',
    encoding: file.encoding,
    delimiter: file.delimiter,
    header: file.header,
    columns: columnsOfFile(file, guesses),
    row_count: file.rows.length,
    fingerprint,
    preset,
    mapping: mappingOf(guesses),
    overwritten,
  })
}

async function check(trx: Trx, run: Run, file: File): Promise<void> {
  if (!file.ok) throw new Error(`a file that was read cannot be read any more: ${file.reason}`)
  const begin = firstAfter(file.rows, run.lastLine)
  const rows = await corrected(trx, run.id, file.rows.slice(begin, begin + portion.rows))
  await stageRows(trx, run.id, run, await checkRows(rows, run))
  const done = begin + rows.length
  const last = rows.at(-1)
  if (last && done < file.rows.length) return save(trx, run, { rows_done: done, last_line: last.line })
  await foldRepeatedRows(trx, run.id)
  await save(trx, run, { status: 'checked', rows_done: done, counts: await countRows(trx, run.id) })
}

async function commit(trx: Trx, run: Run): Promise<void> {
  const to = await lastOfPortion(trx, run)
  if (to) {
    await commitLines(
      trx,
      { importId: run.id, after: run.lastLine, to: to.line },
      { ...run, userId: run.committedBy },
    )
    return moveAlong(trx, run, to)
  }
  const counts = await countRows(trx, run.id)
  // The people have been added by now; how many there were to add is what the check counted.
  const { contacts = 0 } = run.counts
  await save(trx, run, { status: 'committed', committed_at: new Date(), counts: { ...counts, contacts } })
  const { fields: _, undone: __, ...detail } = counts
  await recordActivity(trx, {
    actorId: run.committedBy,
    action: 'import_committed',
    subject: ['company_import', run.id],
    detail,
  })
}

async function undo(trx: Trx, run: Run): Promise<void> {
  const { counts } = run
  const soFar = counts.undone && run.lastLine > 0 ? counts.undone : { removed: 0, restored: 0, leftAlone: 0 }
  const to = await lastOfPortion(trx, run)
  if (to) {
    const portion = await undoLines(
      trx,
      { importId: run.id, after: run.lastLine, to: to.line },
      { sourceListId: run.sourceListId, userId: run.undoneBy },
    )
    const undone = {
      ...soFar,
      removed: soFar.removed + portion.removed,
      restored: soFar.restored + portion.restored,
    }
    await save(trx, run, { counts: { ...counts, undone } })
    return moveAlong(trx, run, to)
  }
  const { leftAlone } = await trx
    .selectFrom('company_import_row')
    .select((eb) => eb.fn.countAll<number>().as('leftAlone'))
    .where('import_id', '=', run.id)
    .where(sql<boolean>`left_alone <> '{}'`)
    .executeTakeFirstOrThrow()
  const undone = { ...soFar, leftAlone }
  await save(trx, run, { status: 'undone', undone_at: new Date(), counts: { ...counts, undone } })
  await recordActivity(trx, {
    actorId: run.undoneBy,
    action: 'import_undone',
    subject: ['company_import', run.id],
    detail: undone,
  })
}

type Change = {
  status?: ImportStatus
  failure?: string
  encoding?: string
  delimiter?: string | null
  header?: string[]
  columns?: FileColumn[]
  row_count?: number
  rows_done?: number
  last_line?: number
  fingerprint?: string
  preset?: string | null
  mapping?: ColumnMapping
  overwritten?: string[]
  counts?: object
  committed_at?: Date
  undone_at?: Date
}

async function save(trx: Trx, run: Run, change: Change): Promise<void> {
  await trx
    .updateTable('company_import')
    .set({ ...change, progress_at: new Date() })
    .where('id', '=', run.id)
    .execute()
}

async function moveAlong(trx: Trx, run: Run, to: { line: number; rows: number }): Promise<void> {
  await trx
    .updateTable('company_import')
    .set((eb) => ({
      last_line: to.line,
      rows_done: eb('rows_done', '+', to.rows),
      progress_at: new Date(),
    }))
    .where('id', '=', run.id)
    .execute()
}

/** The last line of the next portion of kept rows, and how many rows it has; undefined after the last one. */
async function lastOfPortion(trx: Trx, run: Run) {
  const { rows } = await sql<{ line: number | null; rows: number }>`
    select max(line) as line, count(*)::int as rows from (
      select line from company_import_row
      where import_id = ${run.id}::uuid and line > ${run.lastLine}
      order by line limit ${portion.rows}
    ) as next
  `.execute(trx)
  const [next] = rows
  return next && next.line !== null ? { line: next.line, rows: next.rows } : undefined
}

function firstAfter(rows: FileRow[], line: number): number {
  const at = rows.findIndex((row) => row.line > line)
  return at < 0 ? rows.length : at
}

/** Rows that a person has corrected take the place of the file's. */
async function corrected(trx: Trx, importId: string, rows: FileRow[]): Promise<FileRow[]> {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return []
  const corrections = await trx
    .selectFrom('company_import_correction')
    .select(['line', 'cells'])
    .where('import_id', '=', importId)
    .where('line', '>=', first.line)
    .where('line', '<=', last.line)
    .execute()
  if (corrections.length === 0) return rows
  const byLine = new Map(corrections.map(({ line, cells }) => [line, cells as string[]]))
  return rows.map((row) => {
    const cells = byLine.get(row.line)
    return cells ? { line: row.line, cells, problem: null } : row
  })
}

/** Reads the rows in small portions, so that a large file does not keep other requests waiting. */
async function checkRows(rows: FileRow[], run: Run): Promise<StagedRow[]> {
  const staged: StagedRow[] = []
  for (const row of rows) {
    staged.push(checkRow(row, run))
    if (staged.length % 500 === 0) await setImmediate()
  }
  return staged
}

/** One row read by the columns chosen, with the words of the list that stand in it. */
export function checkRow(
  row: FileRow,
  { mapping, keywords }: { mapping: ColumnMapping; keywords: string[] },
): StagedRow {
  const checked = checkCompanyRow(row, mapping)
  if (checked.company && keywords.length > 0) {
    const words = row.cells.join(' ').toLowerCase()
    const met = keywords.filter((keyword) => words.includes(keyword))
    checked.company.keywords = [...new Set([...checked.company.keywords, ...met])]
  }
  return { row, checked }
}
