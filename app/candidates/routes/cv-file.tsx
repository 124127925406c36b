import type { LoaderFunctionArgs } from '@remix-run/node'
import { recordReading } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { fileDownload, readStoredFile } from '~/files/files.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { findCv } from '../cvs.server'

/** The original file, to the person's coaches only. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const at = { candidateId: idParam(params, 'candidateId'), cvId: idParam(params, 'cvId') }
  const cv = orNotFound(await findCv(db, viewer, at))
  const file = orNotFound(await readStoredFile(cv.fileId))
  await recordReading(db, viewer.userId, 'cv_file', { candidateId: at.candidateId })
  return fileDownload(file)
}
