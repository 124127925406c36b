import { type ActionFunctionArgs, json } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam } from '~/platform/http.server'
import { extendLease } from '../call-queue.server'

/** The card says that the caller is still at it; 409 when the company is no longer theirs. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const extended = await extendLease(db, viewer, idParam(params, 'callId'))
  return json(null, { status: extended ? 200 : 409 })
}
