import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import type { Trx } from '~/platform/db.server'
import { readBusinessId } from '../business-id'
import type { KnownCompany } from '../duplicates/known-companies'
import type { FileRow, FileRowProblem } from './company-file.server'
import type { CompanyImport } from './import.server'
import { checkRow } from './import-run.server'
import { foldRepeatedRows } from './repeated-rows.server'
import type { RowDecision } from './row-result'
import { countRows, stageRows } from './staged-rows.server'
import { changes } from './update-rule.server'

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
  if (!(await lockWaiting(trx, found.id))) return false
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
  await settle(trx, found.id)
  return true
}

/**
 * Says what to do with a row that is probably a known company, or repeats another without a business ID: take it as
 * new, as that company or as the `chosen` one, or not at all. False when the import is no longer waiting for its commit, or the row has
 * nothing to decide.
 */
export async function decideRow(
  trx: Trx,
  found: Pick<CompanyImport, 'id' | 'overwritten'>,
  line: number,
  decision: RowDecision,
  chosen?: Pick<KnownCompany, 'id' | 'reasons'>,
): Promise<boolean> {
  if (!(await lockWaiting(trx, found.id))) return false
  const { numAffectedRows } = await sql`
    update company_import_row as kept
    set decision = ${decision}, first_line = null, similar_id = now.known_id,
      similar_reasons = coalesce(${chosen?.reasons ?? null}::text[], kept.similar_reasons),
      problems = array_remove(kept.problems, 'duplicate_of|{"line":' || kept.first_line || '}'),
      company_id = case when ${decision} = 'known' then now.known_id else new_id() end,
      changes = case when ${decision} = 'known' then now.changes else '{}' end,
      result = case
        when ${decision} = 'new' then 'new'
        when ${decision} = 'skip' then 'skipped'
        when now.changes <> '{}' then 'updated'
        else 'known'
      end
    from (
      select row.line, known.id as known_id, ${changes('row', 'known', found)} as changes
      from company_import_row as row left join company as known on known.id = coalesce(${chosen?.id ?? null}::uuid, row.similar_id)
      where row.import_id = ${found.id}::uuid and row.line = ${line}
        and (known.id is not null or ${decision} <> 'known' and row.first_line is not null and row.business_id is null)
    ) as now
    where kept.import_id = ${found.id}::uuid and kept.line = now.line
  `.execute(trx)
  if (!numAffectedRows) return false
  await settle(trx, found.id)
  return true
}

async function lockWaiting(trx: Trx, importId: string): Promise<boolean> {
  const waiting = await trx
    .selectFrom('company_import')
    .select('id')
    .where('id', '=', importId)
    .where('status', '=', 'checked')
    .forUpdate()
    .executeTakeFirst()
  return waiting !== undefined
}

/** After a change of one row: which rows repeat which, and how many come to what. */
async function settle(trx: Trx, importId: string): Promise<void> {
  await foldRepeatedRows(trx, importId)
  await trx
    .updateTable('company_import')
    .set({ counts: await countRows(trx, importId) })
    .where('id', '=', importId)
    .execute()
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
      line = ${line} or first_line = ${line}
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
