import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { fileDownload } from '~/files/files.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { readOwnCv } from '../own-data.server'
import { ownCandidateId } from '../own-session.server'

/** One of the person's own CVs, as it was handed in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const file = orNotFound(await readOwnCv(db, ownCandidateId(viewer), idParam(params, 'cvId')))
  return fileDownload(file)
}
