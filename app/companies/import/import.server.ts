import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { recordActivity, recordActivityOfCompanies } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import type { SourceListForm } from '../source-list'
import { addSourceList, visibleSourceLists } from '../source-lists.server'
import { guessColumns, mappingOf } from './column-mapping'
import type { ColumnMapping } from './company-field'
import type { CompanyFile } from './company-file'
import { type CheckedRow, checkCompanyRow } from './company-row'
import {
  countStaged,
  type ImportCounts,
  keepStagedRows,
  stageCompanies,
  writeStagedCompanies,
} from './staged-companies.server'

/** The SHA-256 of a file's bytes, by which the same file is known when it comes again. */
export function fileHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export type UploadedFile = { fileId: string | null; name: string; sha256: string; content: CompanyFile }

/**
 * Begins an import: a source list that says where the companies come from, and the file with its columns
 * guessed. `userId` is null when a command on the server imports.
 */
export async function startImport(
  trx: Trx,
  userId: string | null,
  file: UploadedFile,
  list: SourceListForm,
): Promise<{ importId: string; sourceListId: string; mapping: ColumnMapping }> {
  const sourceListId = await addSourceList(trx, userId, list)
  const mapping = mappingOf(guessColumns(file.content.header, file.content.rows))
  const { id } = await trx
    .insertInto('company_import')
    .values({
      source_list_id: sourceListId,
      file_id: file.fileId,
      file_name: file.name,
      file_sha256: file.sha256,
      encoding: file.content.encoding,
      delimiter: file.content.delimiter,
      header: file.content.header,
      mapping,
      created_by: userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, { actorId: userId, action: 'import_started', subject: ['company_import', id] })
  return { importId: id, sourceListId, mapping }
}

/** Every read of imports starts here: who may see the list may see how it came. */
export function visibleImports(db: Db, viewer: Pick<Viewer, 'roles'>) {
  return visibleSourceLists(db, viewer).innerJoin(
    'company_import',
    'company_import.source_list_id',
    'source_list.id',
  )
}

/** One import, or undefined. */
export async function findImport(db: Db, viewer: Pick<Viewer, 'roles'>, importId: string) {
  const found = await importRows(db, viewer).where('company_import.id', '=', importId).executeTakeFirst()
  return found && withTypes(found)
}

/** The imports that filled one list, newest first. */
export async function listImports(db: Db, viewer: Pick<Viewer, 'roles'>, sourceListId: string) {
  const found = await importRows(db, viewer)
    .where('company_import.source_list_id', '=', sourceListId)
    .orderBy('company_import.id', 'desc')
    .limit(50)
    .execute()
  return found.map(withTypes)
}

/** The last committed import of a file with the same content, or undefined. */
export function findEarlierImport(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  file: { sha256: string; importId: string },
) {
  return visibleImports(db, viewer)
    .select(['company_import.id', 'company_import.committed_at as committedAt'])
    .where('company_import.file_sha256', '=', file.sha256)
    .where('company_import.status', '=', 'committed')
    .where('company_import.id', '<>', file.importId)
    .orderBy('company_import.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function importRows(db: Db, viewer: Pick<Viewer, 'roles'>) {
  return visibleImports(db, viewer)
    .leftJoin('user_account as starter', 'starter.id', 'company_import.created_by')
    .leftJoin('user_account as committer', 'committer.id', 'company_import.committed_by')
    .select([
      'company_import.id',
      'company_import.source_list_id as sourceListId',
      'company_import.file_id as fileId',
      'company_import.file_name as fileName',
      'company_import.file_sha256 as sha256',
      'company_import.encoding',
      'company_import.delimiter',
      'company_import.header',
      'company_import.mapping',
      'company_import.status',
      'company_import.counts',
      'company_import.created_at as createdAt',
      'company_import.committed_at as committedAt',
      'source_list.name as listName',
      'source_list.provider',
      'source_list.criteria',
      'source_list.keywords',
      'starter.name as starterName',
      'committer.name as committerName',
    ])
}

type ImportColumns = Awaited<ReturnType<ReturnType<typeof importRows>['execute']>>[number]

function withTypes(row: ImportColumns) {
  return {
    ...row,
    header: row.header as string[],
    mapping: row.mapping as ColumnMapping,
    counts: row.counts as Partial<ImportCounts>,
  }
}

export type CompanyImport = ReturnType<typeof withTypes>

/**
 * Checks every row by the given mapping and keeps what each comes to; nothing but the import itself changes.
 * False when the import is no longer open.
 */
export async function checkImport(
  trx: Trx,
  at: { importId: string; keywords: string[] },
  content: CompanyFile,
  mapping: ColumnMapping,
): Promise<ImportCounts | false> {
  if (!(await lockOpenImport(trx, at.importId))) return false
  await stageCompanies(trx, content.rows, await checkRows(content, mapping, at.keywords))
  await keepStagedRows(trx, at.importId)
  const counts = await countStaged(trx)
  await trx
    .updateTable('company_import')
    .set({ mapping, counts, status: 'checked' })
    .where('id', '=', at.importId)
    .execute()
  return counts
}

/**
 * Takes the good rows in: checked again in the same transaction, since companies may have been added after the
 * preview. False when the import has been committed or cancelled already.
 */
export async function commitImport(
  trx: Trx,
  userId: string | null,
  at: { importId: string; sourceListId: string; keywords: string[] },
  content: CompanyFile,
  mapping: ColumnMapping,
): Promise<ImportCounts | false> {
  if (!(await lockOpenImport(trx, at.importId))) return false
  await stageCompanies(trx, content.rows, await checkRows(content, mapping, at.keywords))
  const counts = await countStaged(trx)
  const newIds = await writeStagedCompanies(trx, at.sourceListId, userId)
  await keepStagedRows(trx, at.importId)
  await trx
    .updateTable('company_import')
    .set({ mapping, counts, status: 'committed', committed_at: new Date(), committed_by: userId })
    .where('id', '=', at.importId)
    .execute()
  await recordActivity(trx, {
    actorId: userId,
    action: 'import_committed',
    subject: ['company_import', at.importId],
    detail: counts,
  })
  await recordActivityOfCompanies(
    trx,
    { actorId: userId, action: 'company_imported', subject: ['company_import', at.importId] },
    newIds,
  )
  return counts
}

/** What a commit would count, without keeping anything. */
export async function tryImport(
  trx: Trx,
  keywords: string[],
  content: CompanyFile,
  mapping: ColumnMapping,
): Promise<ImportCounts> {
  await stageCompanies(trx, content.rows, await checkRows(content, mapping, keywords))
  return countStaged(trx)
}

/** Gives an import up; its rows go, the trace of who uploaded which file stays. False when it is not open. */
export async function cancelImport(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  importId: string,
): Promise<boolean> {
  if (!(await lockOpenImport(trx, importId))) return false
  await trx.deleteFrom('company_import_row').where('import_id', '=', importId).execute()
  await trx.updateTable('company_import').set({ status: 'cancelled' }).where('id', '=', importId).execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'import_cancelled',
    subject: ['company_import', importId],
  })
  return true
}

/** Two people at the same import wait for each other here. */
async function lockOpenImport(trx: Trx, importId: string): Promise<boolean> {
  const open = await trx
    .selectFrom('company_import')
    .select('id')
    .where('id', '=', importId)
    .where('status', 'in', ['uploaded', 'checked'])
    .forUpdate()
    .executeTakeFirst()
  return open !== undefined
}

/** Checks the rows in portions, so that a large file does not keep other requests waiting. */
async function checkRows(
  content: CompanyFile,
  mapping: ColumnMapping,
  keywords: string[],
): Promise<CheckedRow[]> {
  const checked: CheckedRow[] = []
  for (const row of content.rows) {
    const result = checkCompanyRow(row, mapping)
    if (result.company && keywords.length > 0) {
      const words = row.cells.join(' ').toLowerCase()
      const met = keywords.filter((keyword) => words.includes(keyword))
      result.company.keywords = [...new Set([...result.company.keywords, ...met])]
    }
    checked.push(result)
    if (checked.length % 1_000 === 0) await setImmediate()
  }
  return checked
}
