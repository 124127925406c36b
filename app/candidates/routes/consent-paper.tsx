import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { fileDownload, readStoredFile } from '~/files/files.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { findConsent } from '../consents.server'

/** The scanned, signed paper behind a consent. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'candidates.write')
  const at = { candidateId: idParam(params, 'candidateId'), consentId: idParam(params, 'consentId') }
  const consent = await findConsent(db, at)
  const file = consent?.fileId ? await readStoredFile(consent.fileId) : null
  if (!file) throw notFound()
  return fileDownload(file)
}
