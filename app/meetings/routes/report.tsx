import type { ActionFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { reportMeeting } from '../attendance.server'
import { HeldForm } from '../meeting'
import { findMeeting } from '../meetings.server'

// A refused form is shown again on the meeting's own page.
export { default, loader, meta } from './meeting'

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  const meetingId = idParam(params, 'meetingId')
  orNotFound(await findMeeting(db, viewer, meetingId))

  const form = await parseForm(request, HeldForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await reportMeeting(trx, viewer, meetingId, form.value)))
      return form.conflict('errors:changed_by_other')
    return { to: `/meetings/${meetingId}`, toast: { text: 'meetings:held.saved' } }
  })
}
