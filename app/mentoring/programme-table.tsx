import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/page'
import { StatusBadge } from './programme-parts'
import type { ProgrammeRow } from './programmes.server'

/** Mentoring programmes with how many take part and who leads them. */
export function ProgrammeTable({
  list,
  page,
  mayWrite,
}: {
  list: ListParams
  page: Page<ProgrammeRow>
  mayWrite: boolean
}) {
  const { t, format } = useText()
  const columns: Column<ProgrammeRow>[] = [
    {
      id: 'name',
      header: t('mentoring:field.name'),
      sort: 'name',
      cell: (row) => (
        <Link className="link" to={`/mentoring/${row.id}`}>
          {row.name}
        </Link>
      ),
    },
    {
      id: 'model',
      header: t('mentoring:field.model'),
      cell: (row) => t(`mentoring:model.${row.model}` as TextKey),
    },
    {
      id: 'status',
      header: t('ui:status'),
      cell: (row) => <StatusBadge of="status" status={row.status} />,
    },
    {
      id: 'starts',
      header: t('mentoring:field.starts_on'),
      sort: 'starts',
      cell: (row) => (row.startsOn ? format.day(row.startsOn) : t('ui:none')),
    },
    {
      id: 'participants',
      header: t('mentoring:participants.title'),
      align: 'right',
      cell: (row) => format.number(row.participants ?? 0),
    },
    {
      id: 'facilitator',
      header: t('mentoring:field.facilitator'),
      cell: (row) => row.facilitatorName ?? t('ui:none'),
    },
  ]
  return (
    <DataTable
      caption={t('mentoring:title')}
      columns={columns}
      list={list}
      {...page}
      empty={
        <EmptyState
          title={t('mentoring:empty_title')}
          action={mayWrite && <ButtonLink to="/mentoring/new">{t('mentoring:new')}</ButtonLink>}
        >
          {t('mentoring:empty')}
        </EmptyState>
      }
    />
  )
}
