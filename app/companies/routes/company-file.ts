import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { fileDownload, readStoredFile } from '~/files/files.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { findCompanyAt } from '../companies.server'
import { findCompanyFile } from '../dealings/company-files.server'

/** A document about a company, as a download. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const company = await findCompanyAt(db, viewer, params)
  const known = await findCompanyFile(db, { companyId: company.id, fileId: idParam(params, 'fileId') })
  const file = known ? await readStoredFile(known.storedFileId) : null
  if (!file) throw notFound()
  return fileDownload(file)
}
