import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/page'
import { PlacementStatus } from './placement-parts'
import type { PlacementRow } from './placements.server'

/** Placements: whose, where, in which form and how they stand. */
export function PlacementTable({
  list,
  page,
  linksCandidates,
}: {
  list: ListParams
  page: Page<PlacementRow>
  linksCandidates: boolean
}) {
  const { t, format } = useText()
  const columns: Column<PlacementRow>[] = [
    {
      id: 'title',
      header: t('placements:column.title'),
      cell: (row) => (
        <>
          <Link className="link" to={`/placements/${row.id}`}>
            {row.title}
          </Link>
          <span className="block text-sm text-soft">{t(`placements:form.${row.form}` as TextKey)}</span>
        </>
      ),
    },
    {
      id: 'who',
      header: t('placements:column.who'),
      cell: (row) =>
        linksCandidates ? (
          <Link className="link" to={`/candidates/${row.candidateId}`}>
            {row.candidateNumber}
          </Link>
        ) : (
          row.candidateNumber
        ),
    },
    {
      id: 'company',
      header: t('placements:column.company'),
      sort: 'company',
      cell: (row) => (
        <Link className="link" to={`/companies/${row.companyId}`}>
          {row.companyName}
        </Link>
      ),
    },
    { id: 'status', header: t('ui:status'), cell: (row) => <PlacementStatus status={row.status} /> },
    {
      id: 'starts',
      header: t('placements:column.starts'),
      sort: 'starts',
      cell: (row) => format.day(row.startsOn),
    },
    {
      id: 'ends',
      header: t('placements:column.ends'),
      sort: 'ends',
      cell: (row) => (row.endsOn ? format.day(row.endsOn) : t('ui:none')),
    },
  ]
  return (
    <DataTable
      caption={t('placements:title')}
      columns={columns}
      list={list}
      {...page}
      empty={<EmptyState title={t('placements:empty_title')}>{t('placements:empty')}</EmptyState>}
    />
  )
}
