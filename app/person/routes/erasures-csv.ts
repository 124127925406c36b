import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { listErasures } from '../erasure.server'

/** Who was erased and when, by id: what a database restored from an older backup has to be told. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  const erasures = await listErasures(db)
  const lines = erasures.map(({ candidateId, erasedAt }) => `${candidateId},${erasedAt.toISOString()}`)
  return new Response(['candidate_id,erased_at', ...lines, ''].join('\n'), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="erasures.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
