import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/platform/db.server'
import { orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Page } from '~/ui/page'
import { BookedMeeting } from '../booking-page'
import { findMeetingByLink } from '../meeting-link.server'

export const meta = pageTitle('booking:page')

const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }

/** Public: who has the personal link sees the one meeting it was sent for, until that is over. */
export async function loader({ params }: LoaderFunctionArgs) {
  const token = params.token ?? ''
  const meeting = orNotFound(await findMeetingByLink(db, token))
  const { title, startsAt, minutesLong, place, link, hostName, over, declined, sole, hostId } = meeting
  const shown = over
    ? { title: null, startsAt, minutesLong, place: null, link: null, hostName: null, over, declined }
    : { title, startsAt, minutesLong, place, link, hostName, over, declined }
  return data(
    {
      base: `/booking/${token}`,
      shown,
      mayMove: sole && hostId !== null && !over,
      mayCancel: !over && !declined,
    },
    { status: over ? 410 : 200, headers },
  )
}

export default function BookingPage() {
  const { t } = useText()
  const { base, shown, mayMove, mayCancel } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('booking:page')}>
      <BookedMeeting meeting={shown}>
        <p className="flex flex-wrap gap-3">
          {mayMove && (
            <ButtonLink look="primary" to={`${base}/time`}>
              {t('booking:move')}
            </ButtonLink>
          )}
          {mayCancel && <ButtonLink to={`${base}/cancellation`}>{t('booking:cannot_come')}</ButtonLink>}
        </p>
      </BookedMeeting>
    </Page>
  )
}
