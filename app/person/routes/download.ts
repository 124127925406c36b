import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { packOwnData } from '../own-export.server'
import { ownCandidateId } from '../own-session.server'

/** Everything about the person, for the person. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const bytes = await packOwnData(db, viewer, ownCandidateId(viewer))
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="silta-${today()}.zip"`,
      'Cache-Control': 'no-store',
    },
  })
}
