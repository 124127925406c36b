import type { Viewer } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { findImport } from './import.server'
import { findImportRow } from './import-rows.server'

/** The row that an address names, in an import that waits for its commit; a 404 otherwise. */
export async function findWaitingRow(
  viewer: Pick<Viewer, 'roles'>,
  params: Record<string, string | undefined>,
) {
  const found = await findImport(db, viewer, idParam(params, 'importId'))
  const line = Number(params.line)
  if (found?.status !== 'checked' || !Number.isInteger(line) || line < 1 || line > 2 ** 31 - 1)
    throw notFound()
  const row = await findImportRow(db, viewer, found.id, line)
  if (!row) throw notFound()
  return { found, row }
}
