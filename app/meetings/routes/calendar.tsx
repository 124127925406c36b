import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card, Page, Section } from '~/ui/page'
import { someOf } from '../free-times'
import { findFreeTimes } from '../free-times.server'
import { HostCalendarForm } from '../host-calendar'
import { keepOwnCalendar, listOwnTimes, readOwnCalendar } from '../host-calendar.server'
import { HostCalendarFields, OwnTimes } from '../host-calendar-fields'

export const meta = pageTitle('booking:calendar')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  const [calendar, times, free] = await Promise.all([
    readOwnCalendar(db, viewer),
    listOwnTimes(db, viewer),
    findFreeTimes(db, viewer.userId),
  ])
  return { calendar, times, next: someOf(free?.starts ?? [], 6) }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  const form = await parseForm(request, HostCalendarForm)
  if (!form.ok) return form.reply
  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await keepOwnCalendar(trx, viewer, form.value))) return form.conflict('errors:changed_by_other')
    return { to: '/meetings/calendar', toast: { text: 'booking:calendar_saved' } }
  })
}

export default function HostCalendar() {
  const { t, format } = useText()
  const { calendar, times, next } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('booking:calendar')}
      lead={t('booking:calendar_lead')}
      up={{ to: '/meetings', label: t('meetings:title') }}
    >
      <Section id="next" title={t('booking:next_free')}>
        {next.length === 0 ? (
          <p className="text-soft">{t('booking:none_free')}</p>
        ) : (
          <ul className="flex flex-wrap gap-2">
            {next.map((start) => (
              <li
                key={new Date(start).toISOString()}
                className="rounded-md border border-line bg-card px-3 py-1"
              >
                {format.moment(start)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section
        id="times"
        title={t('booking:times')}
        actions={<ButtonLink to="/meetings/calendar/times/new">{t('booking:add_time')}</ButtonLink>}
      >
        <OwnTimes times={times} />
      </Section>
      <Section id="week" title={t('booking:week')}>
        <Card>
          <HostCalendarFields calendar={calendar} />
        </Card>
      </Section>
    </Page>
  )
}
