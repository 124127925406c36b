import type { ActionFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { idParam } from '~/platform/http.server'
import { saveAttendance } from '../attendance.server'

// A refused form is shown again on the session's own page.
export { default, loader, meta } from './session'

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')
  const sessionId = idParam(params, 'sessionId')
  return saveAttendance(request, viewer, sessionId, `/mentoring/sessions/${sessionId}`)
}
