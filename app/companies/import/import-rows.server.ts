import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { EXPORT_PORTION } from '~/exports/exports.server'
import type { Db, Trx } from '~/platform/db.server'
import { containsPattern, type ListParams, type ListShape, type Page } from '~/platform/list-params'
import type { DuplicateReason } from '../duplicates/probable-duplicates.server'
import { updatableColumns } from './company-field'
import { visibleImports } from './import.server'
import { type RowDecision, type RowResult, rowResults } from './row-result'

export const importRowsShape = {
  sorts: ['line'],
  filters: {
    result: rowResults,
    problems: ['yes'],
    suppressed: ['yes'],
    changed: updatableColumns,
    similar: ['yes'],
    matched: ['yes'],
    withoutId: ['yes'],
    left: ['yes'],
  },
} as const satisfies ListShape<string>

/** A page of an import's rows in the order of the file. */
export async function listImportRows(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  importId: string,
  list: ListParams<'line'>,
): Promise<Page<ImportRow>> {
  let matching = importRows(db, viewer, importId)
  if (list.search) {
    matching = matching.where(
      sql<boolean>`lower(company_import_row.cells::text) like ${containsPattern(list.search)}`,
    )
  }
  if (list.filters.result) matching = matching.where('company_import_row.result', '=', list.filters.result)
  if (list.filters.problems) matching = matching.where(withProblems)
  if (list.filters.suppressed) {
    matching = matching
      .where('company_import_row.suppressed', '=', true)
      .where('company_import_row.result', 'in', ['new', 'updated', 'known'])
  }
  if (list.filters.changed) {
    matching = matching
      .where('company_import_row.result', '=', 'updated')
      .where(sql<boolean>`company_import_row.changes ? ${list.filters.changed}`)
  }
  if (list.filters.similar) {
    matching = matching
      .where('company_import_row.similar_id', 'is not', null)
      .where('company_import_row.matched', '=', false)
      .where('company_import_row.result', '<>', 'duplicate')
  }
  if (list.filters.matched) {
    matching = matching
      .where('company_import_row.matched', '=', true)
      .where('company_import_row.result', 'in', ['updated', 'known'])
  }
  if (list.filters.withoutId) {
    matching = matching
      .where('company_import_row.business_id', 'is', null)
      .where('company_import_row.result', '=', 'new')
  }
  if (list.filters.left) matching = matching.where(sql<boolean>`company_import_row.left_alone <> '{}'`)
  const [rows, { total }] = await Promise.all([
    matching
      .orderBy('company_import_row.line', list.direction)
      .limit(list.pageSize)
      .offset((list.page - 1) * list.pageSize)
      .execute(),
    matching
      .clearSelect()
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows: rows.map(withTypes), total, capped: false }
}

/** One row of an import, or undefined. */
export async function findImportRow(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  importId: string,
  line: number,
): Promise<ImportRow | undefined> {
  const found = await importRows(db, viewer, importId)
    .where('company_import_row.line', '=', line)
    .executeTakeFirst()
  return found && withTypes(found)
}

/** Every row that was refused or lost a value, for the file that people mend and bring again. */
export async function* badRows(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  importId: string,
): AsyncGenerator<ImportRow> {
  const rows = importRows(db, viewer, importId).where(withProblems).orderBy('company_import_row.line')
  for await (const row of rows.stream(EXPORT_PORTION)) yield withTypes(row)
}

/** The first rows with problems, for the answer of a command. */
export function listFirstProblems(trx: Trx, importId: string, limit: number) {
  return trx
    .selectFrom('company_import_row')
    .select(['line', 'result', 'problems'])
    .where('import_id', '=', importId)
    .where(withProblems)
    .orderBy('line')
    .limit(limit)
    .execute()
}

const withProblems = sql<boolean>`company_import_row.problems <> '{}'`

function importRows(db: Db, viewer: Pick<Viewer, 'roles'>, importId: string) {
  return visibleImports(db, viewer)
    .innerJoin('company_import_row', 'company_import_row.import_id', 'company_import.id')
    .where('company_import.id', '=', importId)
    .select([
      'company_import_row.line',
      'company_import_row.cells',
      'company_import_row.result',
      'company_import_row.problems',
      'company_import_row.changes',
      'company_import_row.left_alone as leftAlone',
      'company_import_row.municipality as place',
      'company_import_row.place_key as placeKey',
      'company_import_row.similar_reasons as similarReasons',
      'company_import_row.decision',
      'company_import_row.matched',
      // Only rows without a business ID are taken for repeated by what else they say.
      sql<boolean>`company_import_row.first_line is not null and company_import_row.business_id is null`.as(
        'repeats',
      ),
      sql<string | null>`(
        select company.id from company
        where company.id = company_import_row.similar_id
      )`.as('similarId'),
      sql<string | null>`(
        select company.name from company
        where company.id = company_import_row.similar_id
      )`.as('similarName'),
      sql<string | null>`(
        select company.id from company
        where company.id = company_import_row.company_id
      )`.as('companyId'),
    ])
}

type RowColumns = Awaited<ReturnType<ReturnType<typeof importRows>['execute']>>[number]

function withTypes(row: RowColumns) {
  return {
    ...row,
    id: String(row.line),
    cells: row.cells as string[],
    result: row.result as RowResult,
    decision: row.decision as RowDecision | null,
    similarReasons: row.similarReasons as DuplicateReason[],
    changes: row.changes as Record<string, [before: string | null, after: string]>,
  }
}

export type ImportRow = ReturnType<typeof withTypes>
