import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { exportSealedList } from '../sealed-lists.server'

/** The list behind a presentation with all that was compared, for an audit. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'sealed_lists.export')
  const presentationId = idParam(params, 'presentationId')
  const list = orNotFound(
    await db.transaction().execute((trx) => exportSealedList(trx, viewer, presentationId)),
  )
  return new Response(JSON.stringify(list, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="list-${presentationId}.json"`,
      'Cache-Control': 'no-store',
    },
  })
}
