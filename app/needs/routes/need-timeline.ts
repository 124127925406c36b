import type { LoaderFunctionArgs } from '@remix-run/node'
import { listActivity } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { findNeed } from '../needs.server'

/** Older lines of a need's timeline, `?before=` the last one shown. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'needs.read')
  const need = await findNeed(db, viewer, idParam(params, 'needId'))
  if (!need) throw notFound()
  const before = new URL(request.url).searchParams.get('before')
  return {
    timeline: await listActivity(
      db,
      { subject: ['need', need.id] },
      { before: before && idParam({ before }, 'before') },
    ),
  }
}
