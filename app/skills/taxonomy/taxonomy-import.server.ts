import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { readStoredFile } from '~/files/files.server'
import { enqueue } from '~/jobs/queue.server'
import { type Db, db, type Trx } from '~/platform/db.server'
import { loadVocabulary } from '../vocabulary.server'
import { tellVocabularyChanged } from '../vocabulary-refresh.server'
import { rowsToSave, saveTaxonomy, type TaxonomyCounts } from './save-taxonomy.server'
import {
  readTaxonomy,
  type TaxonomyFile,
  TaxonomyRefusal,
  type TaxonomyRefusalReason,
  taxonomyFilesOf,
  versionInName,
} from './taxonomy-files.server'
import type { Taxonomy } from './taxonomy-table'

type TaxonomyImportStatus = 'reading' | 'saving' | 'done' | 'cancelled' | 'failed'

/** Whether the background work is under way. */
const RUNNING: TaxonomyImportStatus[] = ['reading', 'saving']

class Stopped extends Error {}

type NewTaxonomyImport = {
  fileId: string | null
  name: string
  sha256: string | null
  version: string | null
}

/** Begins the import of a stored file in the background. Gives its id. */
export async function startTaxonomyImport(
  trx: Trx,
  userId: string | null,
  { fileId, name, sha256, version }: NewTaxonomyImport,
): Promise<string> {
  const { id } = await trx
    .insertInto('taxonomy_import')
    .values({
      file_id: fileId,
      file_name: name,
      file_sha256: sha256,
      version: version ?? versionInName(name),
      created_by: userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: userId,
    action: 'taxonomy_import_started',
    subject: ['taxonomy_import', id],
  })
  if (fileId) await askForRun(trx, id)
  return id
}

/** Stops an import that is under way; nothing of it is kept. False when it is over. */
export async function cancelTaxonomyImport(trx: Trx, userId: string, importId: string): Promise<boolean> {
  const stopped = await trx
    .updateTable('taxonomy_import')
    .set({ status: 'cancelled', ended_at: new Date() })
    .where('id', '=', importId)
    .where('status', 'in', RUNNING)
    .returning('id')
    .executeTakeFirst()
  if (!stopped) return false
  await recordActivity(trx, {
    actorId: userId,
    action: 'taxonomy_import_cancelled',
    subject: ['taxonomy_import', importId],
  })
  return true
}

/** Job: reads and saves the uploaded file of an import. Killed in the middle it has kept nothing and begins anew. */
export async function runTaxonomyImport(importId: string): Promise<void> {
  const row = await db
    .selectFrom('taxonomy_import')
    .select(['file_id as fileId', 'file_name as name'])
    .where('id', '=', importId)
    .where('status', 'in', RUNNING)
    .executeTakeFirst()
  if (!row?.fileId) return
  const stored = await readStoredFile(row.fileId)
  if (!stored) throw new Error(`the file of taxonomy import ${importId} is missing`)
  await carryOutImport(importId, () => taxonomyFilesOf(row.name, stored.bytes))
}

/**
 * Reads and saves files for an import that was begun, telling on its row how far it is. Everything comes in one
 * transaction, so that nobody ever works with half a taxonomy. Gives the counts, or undefined where it was cancelled,
 * refused, or another process is at it.
 */
export async function carryOutImport(
  importId: string,
  files: () => TaxonomyFile[],
): Promise<TaxonomyCounts | undefined> {
  try {
    return await db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ mine: boolean }>`
        select pg_try_advisory_xact_lock(hashtext('taxonomy_import')) as mine
      `.execute(trx)
      // The minute's job comes back to it.
      if (!rows[0]?.mine) return undefined
      const read = await readTaxonomy(files(), () => tellProgress(importId, { status: 'reading' }))
      const rowCount = rowsToSave(read)
      const told = { status: 'saving', taxonomy: read.taxonomy, row_count: rowCount } as const
      await tellProgress(importId, told)
      const counts = await saveTaxonomy(trx, read, loadVocabulary().vocabulary, (rowsDone) =>
        tellProgress(importId, { rows_done: rowsDone }),
      )
      await finish(trx, importId, read.version, counts, rowCount)
      return counts
    })
  } catch (error) {
    if (error instanceof Stopped) return undefined
    if (!(error instanceof TaxonomyRefusal)) throw error
    await fail(importId, error.reason)
    return undefined
  }
}

type Progress = { status?: 'reading' | 'saving'; taxonomy?: Taxonomy; row_count?: number; rows_done?: number }

/** Outside the transaction of the import, so that others see it at once. Throws Stopped when it was cancelled. */
async function tellProgress(importId: string, progress: Progress): Promise<void> {
  const running = await db
    .updateTable('taxonomy_import')
    .set({ ...progress, progress_at: new Date() })
    .where('id', '=', importId)
    .where('status', 'in', RUNNING)
    .returning('id')
    .executeTakeFirst()
  if (!running) throw new Stopped()
}

async function finish(
  trx: Trx,
  importId: string,
  versionInFiles: string | null,
  counts: TaxonomyCounts,
  rowCount: number,
): Promise<void> {
  const done = await trx
    .updateTable('taxonomy_import')
    .set((eb) => ({
      status: 'done',
      counts,
      rows_done: rowCount,
      version: eb.fn.coalesce('version', eb.val(versionInFiles)),
      ended_at: new Date(),
    }))
    .where('id', '=', importId)
    .where('status', 'in', RUNNING)
    .returning(['created_by as userId'])
    .executeTakeFirst()
  if (!done) throw new Stopped()
  await tellVocabularyChanged(trx)
  await recordActivity(trx, {
    actorId: done.userId,
    action: 'taxonomy_imported',
    subject: ['taxonomy_import', importId],
    detail: { added: counts.added, changed: counts.changed, retired: counts.retired },
  })
}

async function fail(importId: string, failure: TaxonomyRefusalReason): Promise<void> {
  await db
    .updateTable('taxonomy_import')
    .set({ status: 'failed', failure, ended_at: new Date() })
    .where('id', '=', importId)
    .where('status', 'in', RUNNING)
    .execute()
}

async function askForRun(trx: Trx, importId: string): Promise<void> {
  await enqueue(trx, 'run_taxonomy_import', { importId }, { key: importId, oneAtATime: 'taxonomies' })
}

/** Job, every minute: imports whose worker went away are given to the next one. */
export async function resumeTaxonomyImports(): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string; uploaded: boolean }>`
      update taxonomy_import set
        progress_at = now(),
        status = case when file_id is null then 'failed' else status end,
        failure = case when file_id is null then 'interrupted' end
      where status in ('reading', 'saving') and progress_at < now() - interval '1 minute'
      returning id, file_id is not null as uploaded
    `.execute(trx)
    for (const { id, uploaded } of rows) if (uploaded) await askForRun(trx, id)
  })
}

const importColumns = [
  'taxonomy_import.id',
  'taxonomy_import.file_name as fileName',
  'taxonomy_import.taxonomy',
  'taxonomy_import.version',
  'taxonomy_import.status',
  'taxonomy_import.failure',
  'taxonomy_import.rows_done as rowsDone',
  'taxonomy_import.row_count as rowCount',
  'taxonomy_import.counts',
  'taxonomy_import.created_at as createdAt',
  'taxonomy_import.ended_at as endedAt',
] as const

/** One import, or undefined. For administrators. */
export async function findTaxonomyImport(db: Db, importId: string) {
  const row = await db
    .selectFrom('taxonomy_import')
    .select(importColumns)
    .where('id', '=', importId)
    .executeTakeFirst()
  return row && withTypes(row)
}

/** The latest imports, newest first. For administrators. */
export async function listTaxonomyImports(db: Db) {
  const rows = await db
    .selectFrom('taxonomy_import')
    .select(importColumns)
    .orderBy('taxonomy_import.id', 'desc')
    .limit(20)
    .execute()
  return rows.map(withTypes)
}

export type TaxonomyImport = Awaited<ReturnType<typeof listTaxonomyImports>>[number]

function withTypes<Row extends { status: string; failure: string | null; counts: unknown }>(row: Row) {
  return {
    ...row,
    status: row.status as TaxonomyImportStatus,
    failure: row.failure as TaxonomyRefusalReason | 'interrupted' | null,
    counts: row.counts as Partial<TaxonomyCounts>,
  }
}

/** Version and time of the last import of each taxonomy that is in use. */
export async function listTaxonomiesInUse(db: Db) {
  return db
    .selectFrom('taxonomy_import')
    .distinctOn('taxonomy')
    .select(['taxonomy', 'version', 'ended_at as importedAt'])
    .where('status', '=', 'done')
    .orderBy('taxonomy')
    .orderBy('ended_at', 'desc')
    .execute()
}
