import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { ActionButton } from '~/ui/form'
import { Badge, EmptyState } from '~/ui/page'
import type { BulkChangeRow } from './bulk-history.server'

/** Acts on many companies, each with a way to take it back. */
export function BulkChangeTable({ page, list }: { page: Page<BulkChangeRow>; list: ListParams }) {
  const { t, format } = useText()
  const columns: Column<BulkChangeRow>[] = [
    { id: 'made', header: t('prospects:bulk.made'), sort: 'made', cell: (row) => format.moment(row.madeAt) },
    { id: 'what', header: t('prospects:bulk.what'), cell: (row) => <WhatChanged change={row} /> },
    {
      id: 'companies',
      header: t('prospects:segment.companies'),
      align: 'right',
      cell: ({ companies }) => format.number(companies ?? 0),
    },
    {
      id: 'state',
      header: t('ui:status'),
      cell: ({ id, madeAt, undoneAt }) =>
        undoneAt ? (
          <span className="text-soft">
            <Badge>{t('prospects:bulk.is_undone')}</Badge> {format.moment(undoneAt)}
          </span>
        ) : (
          <ActionButton action={`/companies/bulk/${id}/undo`}>
            {t('ui:undo')}
            <span className="sr-only">: {format.moment(madeAt)}</span>
          </ActionButton>
        ),
    },
  ]
  return (
    <DataTable
      caption={t('prospects:bulk.own')}
      columns={columns}
      rows={page.rows}
      list={list}
      total={page.total}
      capped={page.capped}
      empty={<EmptyState title={t('prospects:bulk.empty_title')}>{t('prospects:bulk.empty')}</EmptyState>}
    />
  )
}

function WhatChanged({ change: { kind, target, sourceListId } }: { change: BulkChangeRow }) {
  const { t } = useText()
  if (kind === 'owner' && !target) return t('prospects:bulk.no_owner')
  return (
    <>
      {t(`prospects:bulk.kinds.${kind as 'listed'}`)}:{' '}
      {sourceListId ? (
        <Link className="link" to={`/source-lists/${sourceListId}`}>
          {target}
        </Link>
      ) : (
        (target ?? t('prospects:filter.gone'))
      )}
    </>
  )
}
