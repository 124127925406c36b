import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { ExportLink } from '~/exports/export-link'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { MeetingTable } from '../meeting-table'
import { listMeetings, MEETING_STATUSES, meetingListShape } from '../meetings.server'

export const meta = pageTitle('meetings:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.read')
  const list = readListParams(request.url, meetingListShape)
  return {
    list,
    ...(await listMeetings(db, viewer, list)),
    statuses: MEETING_STATUSES,
    mayWrite: may(viewer, 'meetings.write'),
    mayExport: may(viewer, 'meetings.export'),
  }
}

export default function Meetings() {
  const { t } = useText()
  const { list, statuses, mayWrite, mayExport, ...page } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('meetings:title')}
      actions={
        <>
          {mayExport && <ExportLink to="/meetings/export.csv" list={list} />}
          {mayWrite && (
            <>
              <ButtonLink to="/meetings/calendar">{t('booking:calendar')}</ButtonLink>
              <ButtonLink look="primary" to="/meetings/new">
                {t('meetings:new')}
              </ButtonLink>
            </>
          )}
        </>
      }
    >
      <Filters
        list={list}
        searchLabel={t('meetings:search')}
        filters={[
          {
            name: 'status',
            label: t('ui:status'),
            options: optionsOf(statuses, (value) => t(`meetings:status.${value}`)),
          },
          {
            name: 'when',
            label: t('meetings:filter.when'),
            options: optionsOf(['coming', 'past'], (value) => t(`meetings:filter.${value}`)),
          },
        ]}
      />
      <MeetingTable list={list} page={page} mayWrite={mayWrite} />
    </Page>
  )
}
