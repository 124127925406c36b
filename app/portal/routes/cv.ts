import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { fileDownload } from '~/files/files.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { profileReference } from '~/presentations/presentation'
import { readSharedCv, recordView } from '../portal.server'

/** The CV shared by name, for as long as the person's consent holds; its file name tells nothing of the person. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'portal.use')
  const presentationId = idParam(params, 'presentationId')
  const file = orNotFound(await readSharedCv(db, viewer, presentationId))
  await db.transaction().execute((trx) => recordView(trx, viewer, presentationId, 'cv'))

  const ending = /\.[a-z0-9]{1,5}$/i.exec(file.name)?.[0] ?? ''
  return fileDownload(file, `cv-${profileReference(presentationId)}${ending}`)
}
