import type { LoaderFunctionArgs } from '@remix-run/node'
import { listActivity } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { findNeed } from '../needs.server'

/** Older lines of a need's timeline, `?before=` the last one shown. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'needs.read')
  const need = orNotFound(await findNeed(db, viewer, idParam(params, 'needId')))
  const before = new URL(request.url).searchParams.get('before')
  return {
    timeline: await listActivity(
      db,
      { subject: ['need', need.id] },
      { before: before && idParam({ before }, 'before') },
    ),
  }
}
