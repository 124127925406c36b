import type { LoaderFunctionArgs } from '@remix-run/node'
import { listActivity } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { findCandidate } from '../candidates.server'

/** Older lines of a person's timeline, for the button that asks for more. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.read')
  const candidateId = idParam(params, 'candidateId')
  orNotFound(await findCandidate(db, viewer, candidateId))
  const before = new URL(request.url).searchParams.get('before')
  return { timeline: await listActivity(db, { candidateId }, { before }) }
}
