import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { notFound } from '~/platform/http.server'
import { findPhoneViewer } from '../call-phone.server'
import { noteRecording } from '../open-call.server'
import { RecordingForm } from '../recording-form'

/** Public: the notice of recording, given on the phone that holds the call's cookie. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await findPhoneViewer(db, request)
  if (!viewer) throw redirect('/phone', 303)
  const form = await parseForm(request, RecordingForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await noteRecording(trx, viewer, viewer.callId, form.value.said))) throw notFound()
    return { to: '/phone' }
  })
}
