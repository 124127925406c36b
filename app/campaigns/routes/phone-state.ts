import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { db } from '~/platform/db.server'
import { findPhoneViewer } from '../call-phone.server'
import { isCallOpen } from '../open-call.server'

/** Public: tells the phone that holds a call's cookie whether that call still waits for its outcome. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findPhoneViewer(db, request)
  const open = viewer !== null && (await isCallOpen(db, viewer, viewer.callId))
  return json({ open }, { headers: { 'Cache-Control': 'no-store' } })
}
