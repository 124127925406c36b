import type { LoaderFunctionArgs } from '@remix-run/node'
import { listActivity } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { findCandidateAt } from '../candidates.server'

/** Older lines of a person's timeline, for the button that asks for more. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.read')

  const { id: candidateId } = await findCandidateAt(db, viewer, params)
  const before = new URL(request.url).searchParams.get('before')
  return { timeline: await listActivity(db, { candidateId }, { before }) }
}
