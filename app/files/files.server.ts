import { createHash } from 'node:crypto'
import { enqueue } from '~/jobs/queue.server'
import { db, type Trx } from '~/platform/db.server'
import { fileStore } from './file-store.server'

/** A transaction that stores a file is over by then, one way or the other. */
const ORPHAN_AFTER = { hours: 24 }

type NewFile = { name: string; mediaType: string; bytes: Uint8Array }
type StoredFile = NonNullable<Awaited<ReturnType<typeof readStoredFile>>>

/**
 * Keeps a file and its row. Check it with `checkUpload` first. When `trx` rolls back the bytes lie there without a
 * row, and a job takes them away a day later.
 */
export async function storeFile(
  trx: Trx,
  viewer: { userId: string } | null,
  { name, mediaType, bytes }: NewFile,
): Promise<{ id: string; sha256: string }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { id } = await trx
    .insertInto('stored_file')
    .values({
      name,
      media_type: mediaType,
      bytes: bytes.byteLength,
      sha256,
      created_by: viewer?.userId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const runAt = new Date(Date.now() + ORPHAN_AFTER.hours * 60 * 60 * 1000)
  // Outside `trx`: a roll-back must not take this request with it.
  await db.transaction().execute((own) => enqueue(own, 'remove_orphan_file', { fileId: id }, { runAt }))
  await fileStore().put(id, bytes)
  return { id, sha256 }
}

/**
 * A file with its bytes, or null. Whether the viewer may read it is decided by the record it belongs to: find that
 * first through its own visibleX.
 */
export async function readStoredFile(id: string) {
  const row = await db
    .selectFrom('stored_file')
    .select(['id', 'name', 'media_type as mediaType', 'sha256', 'created_at as createdAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const bytes = await fileStore().get(id)
  if (!bytes) throw new Error(`The bytes of file ${id} are missing from the store`)
  return { ...row, bytes }
}

/** Removes the row with `trx` and the bytes after it commits. References to the file must be gone. */
export async function removeStoredFile(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('stored_file').where('id', '=', id).execute()
  await enqueue(trx, 'remove_orphan_file', { fileId: id })
}

/** Job: takes away bytes that no row speaks of. */
export async function removeOrphanFile(fileId: string): Promise<void> {
  const row = await db.selectFrom('stored_file').select('id').where('id', '=', fileId).executeTakeFirst()
  if (!row) await fileStore().remove(fileId)
}

/**
 * The answer that hands a file to a browser as a download; a browser never runs or shows it as a page of ours.
 * `name` replaces the name it was uploaded under.
 */
export function fileDownload(file: StoredFile, name = file.name): Response {
  const plainName = name.replace(/[^\w. -]/g, '_')
  return new Response(file.bytes, {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Length': String(file.bytes.byteLength),
      'Content-Disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}
