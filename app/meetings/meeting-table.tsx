import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/page'
import { MeetingStatus } from './meeting-parts'
import type { MeetingRow } from './meetings.server'

/** Meetings: when, with whom, of what kind and how they stand. */
export function MeetingTable({
  list,
  page,
  mayWrite,
}: {
  list: ListParams
  page: Page<MeetingRow>
  mayWrite: boolean
}) {
  const { t, format } = useText()
  const columns: Column<MeetingRow>[] = [
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
  ]
  return (
    <DataTable
      caption={t('meetings:title')}
      columns={columns}
      list={list}
      {...page}
      empty={
        <EmptyState
          title={t('meetings:empty_title')}
          action={mayWrite && <ButtonLink to="/meetings/new">{t('meetings:new')}</ButtonLink>}
        >
          {t('meetings:empty')}
        </EmptyState>
      }
    />
  )
}
