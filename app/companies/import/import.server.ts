import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { enqueue } from '~/jobs/queue.server'
import type { Db, Trx } from '~/platform/db.server'
import type { SourceListForm } from '../source-list'
import { addSourceList, visibleSourceLists } from '../source-lists.server'
import type { FileColumn } from './column-mapping'
import type { ColumnMapping } from './company-field'
import type { ImportStatus } from './import-status'
import type { ImportCounts } from './row-result'

/** The SHA-256 of a file's bytes, by which the same file is known when it comes again. */
export function fileHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

type UploadedFile = { fileId: string | null; name: string; sha256: string }

/**
 * Begins an import: a source list that says where the companies come from, and a file to be read in the
 * background. `userId` is null when a command on the server imports.
 */
export async function startImport(
  trx: Trx,
  userId: string | null,
  file: UploadedFile,
  list: SourceListForm,
): Promise<{ importId: string; sourceListId: string }> {
  const sourceListId = await addSourceList(trx, userId, list)
  const { id } = await trx
    .insertInto('company_import')
    .values({
      source_list_id: sourceListId,
      file_id: file.fileId,
      file_name: file.name,
      file_sha256: file.sha256,
      created_by: userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, { actorId: userId, action: 'import_started', subject: ['company_import', id] })
  await carryOn(trx, id)
  return { importId: id, sourceListId }
}

/** Says what the columns hold and where the file wins, and has every row checked. False when it is too late. */
export async function chooseColumns(
  trx: Trx,
  importId: string,
  chosen: { mapping: ColumnMapping; overwritten: readonly string[] },
): Promise<boolean> {
  const open = await moveOn(trx, importId, ['read', 'checking', 'checked'], {
    status: 'checking',
    mapping: chosen.mapping,
    overwritten: [...chosen.overwritten],
    mapped_at: new Date(),
  })
  if (!open) return false
  await trx.deleteFrom('company_import_row').where('import_id', '=', importId).execute()
  return true
}

/** Has the good rows of a checked import taken in. False when it is not waiting for that. */
export async function commitImport(trx: Trx, userId: string | null, importId: string): Promise<boolean> {
  return moveOn(trx, importId, ['checked'], { status: 'committing', committed_by: userId })
}

/** Has a committed import undone. False when it is not committed, or was before undoing was possible. */
export async function undoImport(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  importId: string,
): Promise<boolean> {
  return moveOn(trx, importId, ['committed'], { status: 'undoing', undone_by: viewer.userId })
}

/**
 * Gives an import up. Before the commit its rows go and the trace of who uploaded which file stays; in the middle
 * of the commit what has come in is undone. False when it is neither.
 */
export async function cancelImport(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  importId: string,
): Promise<boolean> {
  const stopped = await stopCommit(trx, viewer, importId)
  if (!stopped) {
    const open = await moveOn(trx, importId, ['reading', 'read', 'checking', 'checked', 'failed'], {
      status: 'cancelled',
    })
    if (!open) return false
    await trx.deleteFrom('company_import_row').where('import_id', '=', importId).execute()
  }
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'import_cancelled',
    subject: ['company_import', importId],
  })
  return true
}

async function stopCommit(trx: Trx, viewer: Pick<Viewer, 'userId'>, importId: string): Promise<boolean> {
  const running = await trx
    .selectFrom('company_import')
    .select('last_line as lastLine')
    .where('id', '=', importId)
    .where('status', '=', 'committing')
    .forUpdate()
    .executeTakeFirst()
  if (!running) return false
  await trx
    .deleteFrom('company_import_row')
    .where('import_id', '=', importId)
    .where((eb) => eb(eb.fn.coalesce('first_line', 'line'), '>', running.lastLine))
    .where('line', '>', running.lastLine)
    .execute()
  return moveOn(trx, importId, ['committing'], { status: 'undoing', undone_by: viewer.userId })
}

type Step = {
  status: ImportStatus
  mapping?: ColumnMapping
  overwritten?: string[]
  mapped_at?: Date
  committed_by?: string | null
  undone_by?: string
}

/** From one of the states to the next stage, from its beginning; two people at the same import wait here. */
async function moveOn(trx: Trx, importId: string, from: ImportStatus[], step: Step): Promise<boolean> {
  const moved = await trx
    .updateTable('company_import')
    .set({ ...step, rows_done: 0, last_line: 0, progress_at: new Date() })
    .where('id', '=', importId)
    .where('status', 'in', from)
    .returning('id')
    .executeTakeFirst()
  if (moved) await carryOn(trx, importId)
  return moved !== undefined
}

/** Asks for the work of the stage that an import is in; when there is none, the job finds nothing to do. */
async function carryOn(trx: Trx, importId: string): Promise<void> {
  await enqueue(trx, 'run_import', { importId }, { key: importId })
}

/** Job, every minute: imports whose worker went away are given to the next one. */
export async function resumeImports(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string }>`
      update company_import set progress_at = now()
      where status in ('reading', 'checking', 'committing', 'undoing') and progress_at < now() - interval '1 minute'
      returning id
    `.execute(trx)
    for (const { id } of rows) await carryOn(trx, id)
  })
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

/** The latest imports of the house, newest first. */
export async function listLatestImports(db: Db, viewer: Pick<Viewer, 'roles'>) {
  const found = await importRows(db, viewer).orderBy('company_import.id', 'desc').limit(20).execute()
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
    .leftJoin('user_account as undoer', 'undoer.id', 'company_import.undone_by')
    .select([
      'company_import.id',
      'company_import.source_list_id as sourceListId',
      'company_import.file_id as fileId',
      'company_import.file_name as fileName',
      'company_import.file_sha256 as sha256',
      'company_import.encoding',
      'company_import.delimiter',
      'company_import.header',
      'company_import.columns',
      'company_import.mapping',
      'company_import.overwritten',
      'company_import.preset',
      'company_import.mapped_at as mappedAt',
      'company_import.status',
      'company_import.failure',
      'company_import.row_count as rowCount',
      'company_import.rows_done as rowsDone',
      'company_import.counts',
      'company_import.created_at as createdAt',
      'company_import.committed_at as committedAt',
      'company_import.undone_at as undoneAt',
      'source_list.name as listName',
      'source_list.provider',
      'source_list.criteria',
      'source_list.keywords',
      'starter.name as starterName',
      'committer.name as committerName',
      'undoer.name as undoerName',
    ])
}

type ImportColumns = Awaited<ReturnType<ReturnType<typeof importRows>['execute']>>[number]

function withTypes(row: ImportColumns) {
  return {
    ...row,
    status: row.status as ImportStatus,
    header: row.header as string[],
    columns: row.columns as FileColumn[],
    mapping: row.mapping as ColumnMapping,
    counts: row.counts as Partial<ImportCounts>,
  }
}

export type CompanyImport = ReturnType<typeof withTypes>
