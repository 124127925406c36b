import type { Viewer } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { orNotFound } from '~/platform/http.server'
import { HeldForm } from './mentoring'
import { findSession, reportSession } from './sessions.server'

/** The rest of the attendance action after its guard; coordinators and mentors differ only in where they return to. */
export async function saveAttendance(request: Request, viewer: Viewer, sessionId: string, backTo: string) {
  const session = orNotFound(await findSession(db, viewer, sessionId))

  const form = await parseForm(request, HeldForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await reportSession(trx, viewer, session, form.value)))
      return form.conflict('errors:changed_by_other')
    return { to: backTo, toast: { text: 'mentoring:sessions.attendance_saved' } }
  })
}
