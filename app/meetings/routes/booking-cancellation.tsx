import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { GuestCancellationForm } from '../booking'
import { cancelByGuest, findMeetingByLink } from '../meeting-link.server'

export const meta = pageTitle('booking:cannot_come')

const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }

/** Public: as the page of the meeting. */
export async function loader({ params }: LoaderFunctionArgs) {
  const token = params.token ?? ''
  const meeting = orNotFound(await findMeetingByLink(db, token))
  if (meeting.over || meeting.declined) throw redirect(`/booking/${token}`, 303)
  const { startsAt, version, sole } = meeting
  return data({ base: `/booking/${token}`, startsAt, version, sole }, { headers })
}

/** Public: as the page of the meeting. */
export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const form = await parseForm(request, GuestCancellationForm)
  if (!form.ok) return form.reply
  return submitOnce(form, null, async (trx) => {
    const meeting = orNotFound(await findMeetingByLink(trx, token))
    if (meeting.over || meeting.declined) return form.conflict('booking:rule.over')
    if (!(await cancelByGuest(trx, meeting, form.value))) return form.conflict('errors:changed_by_other')
    return { to: `/booking/${token}`, toast: { text: 'booking:told' } }
  })
}

export default function CancelBooking() {
  const { t, format } = useText()
  const { base, startsAt, version, sole } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('booking:cannot_come')}
      lead={format.moment(startsAt)}
      up={{ to: base, label: t('booking:page') }}
      note={t(sole ? 'booking:cancels_meeting' : 'booking:others_meet')}
      submit={t(sole ? 'booking:cancel' : 'booking:decline')}
      look="danger"
    >
      <HiddenField name="version" value={version} />
      {sole && <Field name="reason" label={t('ui:reason')} optional />}
    </FormPage>
  )
}
