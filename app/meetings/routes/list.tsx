import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { ExportLink } from '~/exports/export-link'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import type { TextKey } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { EmptyState, Page } from '~/ui/page'
import { MeetingStatus } from '../meeting-parts'
import { listMeetings, MEETING_STATUSES, type MeetingRow, meetingListShape } from '../meetings.server'

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
  const { rows, list, total, capped, statuses, mayWrite, mayExport } = useLoaderData<typeof loader>()
  const columns = useColumns()
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
      <DataTable
        caption={t('meetings:title')}
        columns={columns}
        rows={rows}
        list={list}
        total={total}
        capped={capped}
        empty={
          <EmptyState
            title={t('meetings:empty_title')}
            action={mayWrite && <ButtonLink to="/meetings/new">{t('meetings:new')}</ButtonLink>}
          >
            {t('meetings:empty')}
          </EmptyState>
        }
      />
    </Page>
  )
}

function useColumns(): Column<MeetingRow>[] {
  const { t, format } = useText()
  return useMemo(
    () => [
      {
        id: 'starts',
        header: t('meetings:field.starts_at'),
        sort: 'starts',
        cell: (row) => format.moment(row.startsAt),
      },
      {
        id: 'title',
        header: t('meetings:field.title'),
        sort: 'title',
        cell: (row) => (
          <Link className="link" to={`/meetings/${row.id}`}>
            {row.title}
          </Link>
        ),
      },
      {
        id: 'companies',
        header: t('meetings:field.companies'),
        cell: (row) => row.companyNames ?? t('ui:none'),
      },
      {
        id: 'kind',
        header: t('meetings:field.kind'),
        cell: (row) => t(`meetings:kind.${row.kind}` as TextKey),
      },
      { id: 'status', header: t('ui:status'), cell: (row) => <MeetingStatus status={row.status} /> },
    ],
    [t, format],
  )
}
