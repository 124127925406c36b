import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/page'
import type { TurnRow } from './turns.server'

/** People who wait to be shown, with how often and when they were shown last. */
export function TurnTable({ list, page }: { list: ListParams; page: Page<TurnRow> }) {
  const { t, format } = useText()
  const columns: Column<TurnRow>[] = [
    {
      id: 'number',
      header: t('candidates:column.number'),
      sort: 'number',
      cell: (row) => (
        <>
          <Link className="link" to={`/candidates/${row.id}`}>
            {row.name ? `${row.name} (${row.number})` : row.number}
          </Link>
          {row.headline && <span className="block text-sm text-soft">{row.headline}</span>}
        </>
      ),
    },
    {
      id: 'times',
      header: t('turns:times'),
      align: 'right',
      cell: (row) => row.timesShown,
    },
    {
      id: 'last',
      header: t('turns:last'),
      sort: 'waited',
      cell: (row) => (row.lastShownAt ? format.moment(row.lastShownAt) : t('turns:never')),
    },
    { id: 'coach', header: t('candidates:column.coach'), cell: (row) => row.coachName },
    {
      id: 'needs',
      header: t('candidates:section.matches'),
      cell: (row) => (
        <Link
          className="link"
          to={`/candidates/${row.id}/matches`}
          aria-label={`${t('turns:see_needs')} ${row.number}`}
        >
          {t('turns:see_needs')}
        </Link>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('turns:title')}
      columns={columns}
      list={list}
      {...page}
      empty={<EmptyState title={t('turns:empty_title')}>{t('turns:empty')}</EmptyState>}
    />
  )
}
