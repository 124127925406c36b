import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { instantOf } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { MoveForm } from '../booking'
import { moveToFreeTime } from '../bookings.server'
import { findFreeTimes, slotsOf } from '../free-times.server'
import { findMeetingByLink } from '../meeting-link.server'
import { SlotChoices } from '../slot-choices'

export const meta = pageTitle('booking:move')

const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }

/** Public: as the page of the meeting. Only free times are shown, nothing of what takes the others. */
export async function loader({ params }: LoaderFunctionArgs) {
  const token = params.token ?? ''
  const meeting = orNotFound(await findMeetingByLink(db, token))
  if (meeting.over || !meeting.sole || !meeting.hostId) throw redirect(`/booking/${token}`, 303)
  const free = await findFreeTimes(db, meeting.hostId, { moving: meeting.id })
  const { startsAt, version } = meeting
  const slots = slotsOf(free, 24, startsAt)
  return data({ base: `/booking/${token}`, startsAt, version, slots }, { headers })
}

/** Public: as the page of the meeting. */
export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const form = await parseForm(request, MoveForm)
  if (!form.ok) return form.reply
  return submitOnce(form, null, async (trx) => {
    const meeting = orNotFound(await findMeetingByLink(trx, token))
    const { id, hostId } = meeting
    if (meeting.over || !meeting.sole || !hostId) return form.conflict('booking:rule.over')
    const at = { id, hostId, version: form.value.version }
    if (!(await moveToFreeTime(trx, at, instantOf(form.value.slot))))
      return form.conflict('errors:changed_by_other')
    return { to: `/booking/${token}`, toast: { text: 'booking:moved' } }
  })
}

export default function MoveBooking() {
  const { t, format } = useText()
  const { base, startsAt, version, slots } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('booking:move')}
      lead={t('booking:now_at', { when: format.moment(startsAt) })}
      up={{ to: base, label: t('booking:page') }}
    >
      {slots.length === 0 ? (
        <p>{t('booking:none_free')}</p>
      ) : (
        <Form>
          <HiddenField name="version" value={version} />
          <SlotChoices slots={slots} label={t('booking:pick')} />
          <Submit>{t('booking:move_here')}</Submit>
        </Form>
      )}
    </Page>
  )
}
