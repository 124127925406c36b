import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam } from '~/platform/http.server'
import { isCallOpen } from '../open-call.server'

/** Whether the caller's call still waits for its outcome; it may have been finished on the phone. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const open = await isCallOpen(db, viewer, idParam(params, 'callId'))
  return json({ open }, { headers: { 'Cache-Control': 'no-store' } })
}
