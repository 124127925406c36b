import type { LoaderFunctionArgs } from '@remix-run/node'
import { recordReading } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { fileDownload, readStoredFile } from '~/files/files.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { findEntrustedCandidate } from '../candidates.server'
import { findConsent } from '../consents.server'

/** The signed paper behind a consent; it may tell where the person lives. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const at = { candidateId: idParam(params, 'candidateId'), consentId: idParam(params, 'consentId') }
  const [candidate, consent] = await Promise.all([
    findEntrustedCandidate(db, viewer, at.candidateId),
    findConsent(db, at),
  ])
  const file = candidate && consent?.fileId ? await readStoredFile(consent.fileId) : null
  if (!file) throw notFound()
  await recordReading(db, viewer.userId, 'consent_paper', { candidateId: at.candidateId })
  return fileDownload(file)
}
