import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { Badge, EmptyState } from '~/ui/page'
import type { CandidateRow } from './candidate-list.server'

/** People who look for work; with their names for those who may see them. */
export function CandidateTable({
  list,
  page,
  mayWrite,
}: {
  list: ListParams
  page: Page<CandidateRow>
  mayWrite: boolean
}) {
  const { t, format } = useText()
  const columns: Column<CandidateRow>[] = [
    {
      id: 'number',
      header: t('candidates:column.number'),
      sort: 'number',
      cell: (row) => (
        <Link className="link" to={`/candidates/${row.id}`}>
          {row.number}
        </Link>
      ),
    },
    ...(mayWrite
      ? [
          {
            id: 'name',
            header: t('candidates:column.name'),
            sort: 'name',
            cell: (row: CandidateRow) => (
              <>
                {row.name} {row.endedAt && <Badge>{t('candidates:end.ended_badge')}</Badge>}
              </>
            ),
          },
        ]
      : []),
    {
      id: 'headline',
      header: t('candidates:column.headline'),
      cell: (row) => row.headline ?? t('ui:none'),
    },
    {
      id: 'municipality',
      header: t('candidates:column.municipality'),
      cell: (row) => row.municipality ?? t('ui:none'),
    },
    {
      id: 'skills',
      header: t('candidates:column.skills'),
      align: 'right',
      cell: (row) => format.number(row.skillCount ?? 0),
    },
    { id: 'coach', header: t('candidates:column.coach'), cell: (row) => row.coachName ?? t('ui:none') },
  ]
  return (
    <DataTable
      caption={t('candidates:title')}
      columns={columns}
      list={list}
      {...page}
      empty={
        <EmptyState
          title={t('candidates:empty_title')}
          action={mayWrite && <ButtonLink to="/candidates/new">{t('candidates:new')}</ButtonLink>}
        >
          {t('candidates:empty')}
        </EmptyState>
      }
    />
  )
}
