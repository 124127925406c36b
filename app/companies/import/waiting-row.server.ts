import type { Viewer } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { findKnownCompanies } from '../duplicates/known-companies.server'
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

/** The known companies that a row may be, the best evidence first; none for a row without a name. */
export async function knownCompaniesOfRow(
  viewer: Pick<Viewer, 'roles'>,
  { found, row }: Awaited<ReturnType<typeof findWaitingRow>>,
) {
  const written = await db
    .selectFrom('company_import_row')
    .select(['name', 'business_id as businessId', 'municipality', 'phone', 'website', 'email'])
    .where('import_id', '=', found.id)
    .where('line', '=', row.line)
    .executeTakeFirst()
  return written?.name ? findKnownCompanies(db, viewer, { ...written, name: written.name }) : []
}
