import { existsSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { fileDownload, readStoredFile, removeStoredFile, storeFile } from '~/files/files.server'
import { doDueJobs } from '~/jobs/worker.server'
import { db } from '~/platform/db.server'

const cv = {
  name: 'Ansioluettelo äö.txt',
  mediaType: 'text/plain',
  bytes: new TextEncoder().encode('Osaan TIG-hitsauksen'),
}

function placeOnDisk(id: string): string {
  return path.join(process.env.DATA_DIR ?? '', 'files', id.slice(-2), id)
}

async function aDayPasses(): Promise<void> {
  await sql`update graphile_worker._private_jobs set run_at = now() - interval '1 hour'`.execute(db)
  await doDueJobs()
}

test('a stored file is read back as it was', async () => {
  const { id } = await db.transaction().execute((trx) => storeFile(trx, null, cv))
  const file = await readStoredFile(id)
  expect(file).toMatchObject({ name: cv.name, mediaType: 'text/plain' })
  expect(new TextDecoder().decode(file?.bytes)).toBe('Osaan TIG-hitsauksen')
})

test('a file whose transaction commits outlives the search for orphans', async () => {
  const { id } = await db.transaction().execute((trx) => storeFile(trx, null, cv))
  await aDayPasses()
  expect(existsSync(placeOnDisk(id))).toBe(true)
})

test('a file whose transaction rolls back is taken away a day later', async () => {
  let id = ''
  const cause = db.transaction().execute(async (trx) => {
    id = (await storeFile(trx, null, cv)).id
    throw new Error('the form was refused')
  })
  await expect(cause).rejects.toThrow('the form was refused')
  expect(await readStoredFile(id)).toBeNull()
  expect(existsSync(placeOnDisk(id))).toBe(true)
  await aDayPasses()
  expect(existsSync(placeOnDisk(id))).toBe(false)
})

test('removing a file removes its bytes after the commit', async () => {
  const { id } = await db.transaction().execute((trx) => storeFile(trx, null, cv))
  await db.transaction().execute((trx) => removeStoredFile(trx, id))
  expect(existsSync(placeOnDisk(id))).toBe(true)
  await doDueJobs()
  expect(existsSync(placeOnDisk(id))).toBe(false)
})

test('a download keeps its name and can never run as a page of ours', async () => {
  const { id } = await db.transaction().execute((trx) => storeFile(trx, null, cv))
  const file = await readStoredFile(id)
  if (!file) throw new Error('the file is gone')
  const { headers } = fileDownload(file)
  expect(headers.get('Content-Disposition')).toBe(
    `attachment; filename="Ansioluettelo __.txt"; filename*=UTF-8''Ansioluettelo%20%C3%A4%C3%B6.txt`,
  )
  expect(headers.get('Content-Security-Policy')).toContain('sandbox')
})
