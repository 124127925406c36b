import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { inviteGuests } from '../invitations.server'
import { findMeeting, record } from '../meetings.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'meetings.write')
  return redirect(`/meetings/${idParam(params, 'meetingId')}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  const meeting = orNotFound(await findMeeting(db, viewer, idParam(params, 'meetingId')))
  return doOnce(request, viewer.userId, async (trx, form) => {
    if (meeting.status !== 'planned' || meeting.startsAt < new Date())
      return form.conflict('booking:rule.over')
    const count = await inviteGuests(trx, meeting.id)
    if (count > 0) await record(trx, viewer, 'meeting_invitations_sent', meeting.id)
    return { to: `/meetings/${meeting.id}#guests`, toast: { text: 'booking:invited', params: { count } } }
  })
}
