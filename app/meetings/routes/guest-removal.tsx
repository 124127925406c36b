import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { removeGuest } from '../attendance.server'
import { findMeeting } from '../meetings.server'

const RemovalForm = z.object({ kind: z.enum(['companies', 'contacts', 'candidates']) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'meetings.write')
  return redirect(`/meetings/${idParam(params, 'meetingId')}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  const meetingId = idParam(params, 'meetingId')
  orNotFound(await findMeeting(db, viewer, meetingId))

  const form = await parseForm(request, RemovalForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await removeGuest(trx, viewer, meetingId, { kind: form.value.kind, id: idParam(params, 'guestId') })
    return { to: `/meetings/${meetingId}#guests`, toast: { text: 'meetings:guests.removed' } }
  })
}
