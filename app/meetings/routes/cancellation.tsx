import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { CancellationForm } from '../meeting'
import { cancelMeeting, findMeeting } from '../meetings.server'

export const meta = pageTitle('meetings:cancel.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  const meeting = orNotFound(await findMeeting(db, viewer, idParam(params, 'meetingId')))
  return { id: meeting.id, title: meeting.title, version: meeting.version }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  const meetingId = idParam(params, 'meetingId')
  orNotFound(await findMeeting(db, viewer, meetingId))

  const form = await parseForm(request, CancellationForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await cancelMeeting(trx, viewer, meetingId, form.value)))
      return form.conflict('errors:changed_by_other')
    return { to: `/meetings/${meetingId}`, toast: { text: 'meetings:cancel.done' } }
  })
}

export default function CancelMeeting() {
  const { t } = useText()
  const meeting = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('meetings:cancel.title')}
      up={{ to: `/meetings/${meeting.id}`, label: meeting.title }}
      submit={t('meetings:cancel.title')}
      look="danger"
    >
      <HiddenField name="version" value={meeting.version} />
      <Field name="reason" label={t('ui:reason')} />
    </FormPage>
  )
}
