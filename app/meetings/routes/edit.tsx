import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { openRounds } from '~/companies/engagement-rounds.server'
import { localTimeOf } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { MeetingForm } from '../meeting'
import { MeetingFields } from '../meeting-fields'
import { changeMeeting, findMeeting } from '../meetings.server'

export const meta = pageTitle('meetings:edit')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  const meeting = orNotFound(await findMeeting(db, viewer, idParam(params, 'meetingId')))
  const rounds = await openRounds(db, meeting.roundId)
  return { meeting: { ...meeting, startsAt: localTimeOf(meeting.startsAt) }, rounds }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  const meetingId = idParam(params, 'meetingId')
  orNotFound(await findMeeting(db, viewer, meetingId))

  const form = await parseForm(request, MeetingForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await changeMeeting(trx, viewer, meetingId, form.value)))
      return form.conflict('errors:changed_by_other')
    return { to: `/meetings/${meetingId}`, toast: { text: 'meetings:saved' } }
  })
}

export default function EditMeeting() {
  const { t } = useText()
  const { meeting, rounds } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('meetings:edit')}
      up={{ to: `/meetings/${meeting.id}`, label: meeting.title }}
      defaultValue={meeting}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={meeting.version} />
      <MeetingFields rounds={rounds} />
    </FormPage>
  )
}
