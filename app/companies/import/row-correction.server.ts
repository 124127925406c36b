import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import type { Trx } from '~/platform/db.server'
import { readBusinessId } from '../business-id'
import type { FileRow, FileRowProblem } from './company-file'
import type { CompanyImport } from './import.server'
import { checkRow } from './import-run.server'
import { countRows, stageRows } from './staged-rows.server'

/**
 * Puts corrected cells in place of a row of the file and checks it again, and with it the rows that name the same
 * company, whose first one it may be now. False when the import is no longer waiting for its commit.
 */
export async function correctRow(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  found: Pick<CompanyImport, 'id' | 'mapping' | 'keywords' | 'overwritten'>,
  line: number,
  cells: string[],
): Promise<boolean> {
  const waiting = await trx
    .selectFrom('company_import')
    .select('id')
    .where('id', '=', found.id)
    .where('status', '=', 'checked')
    .forUpdate()
    .executeTakeFirst()
  if (!waiting) return false
  const correction = { cells, corrected_by: viewer.userId, corrected_at: new Date() }
  await trx
    .insertInto('company_import_correction')
    .values({ import_id: found.id, line, ...correction })
    .onConflict((conflict) => conflict.columns(['import_id', 'line']).doUpdateSet(correction))
    .execute()

  const rows = await takeRowsOf(trx, found, line, cells)
  await stageRows(
    trx,
    found.id,
    found,
    rows.map((row) => checkRow(row, found)),
  )
  await trx
    .updateTable('company_import')
    .set({ counts: await countRows(trx, found.id) })
    .where('id', '=', found.id)
    .execute()
  return true
}

const fileProblems: readonly FileRowProblem[] = ['too_few_cells', 'too_many_cells', 'broken_quotes']

/** The row and those about its company, before and after the correction: taken out, in the file's order. */
async function takeRowsOf(
  trx: Trx,
  { id, mapping }: Pick<CompanyImport, 'id' | 'mapping'>,
  line: number,
  cells: string[],
): Promise<FileRow[]> {
  const written = readBusinessId((mapping.business_id !== undefined && cells[mapping.business_id]) || '')
  const { rows } = await sql<{ line: number; cells: string[]; problems: string[] }>`
    delete from company_import_row
    where import_id = ${id}::uuid and (
      line = ${line}
      or business_id = ${written.ok ? written.businessId : null}
      or business_id = (
        select business_id from company_import_row where import_id = ${id}::uuid and line = ${line}
      )
    )
    returning line, cells, problems
  `.execute(trx)
  return rows
    .sort((a, b) => a.line - b.line)
    .map((row) =>
      row.line === line
        ? { line, cells, problem: null }
        : {
            line: row.line,
            cells: row.cells,
            problem: fileProblems.find((problem) => row.problems.includes(problem)) ?? null,
          },
    )
}
