import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { EmptyState, Page } from '~/ui/page'
import { listSealedLists, type SealedListRow } from '../sealed-lists.server'

export const meta = pageTitle('lists:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'sealed_lists.read')
  const list = readListParams(request.url, { sorts: ['sealed'], defaultDirection: 'desc', filters: {} })
  return { list, ...(await listSealedLists(db, viewer, list)) }
}

export default function SealedLists() {
  const { t, format } = useText()
  const { list, ...page } = useLoaderData<typeof loader>()
  const columns = useMemo(
    (): Column<SealedListRow>[] => [
      {
        id: 'sealed',
        header: t('lists:column.sealed'),
        sort: 'sealed',
        cell: (row) => (
          <Link className="link" to={`/presentations/${row.presentationId}/list`}>
            {format.moment(row.sealedAt)}
          </Link>
        ),
      },
      {
        id: 'need',
        header: t('lists:column.need'),
        cell: (row) => (
          <>
            {row.needTitle}
            <span className="block text-sm text-soft">{row.companyName}</span>
          </>
        ),
      },
      { id: 'presented', header: t('lists:column.presented'), cell: (row) => row.number },
      {
        id: 'place',
        header: t('lists:column.place'),
        cell: (row) =>
          row.place === null
            ? t('lists:not_on_list')
            : t('lists:place_of', { place: row.place, of: row.of ?? 0 }),
      },
      { id: 'passed', header: t('lists:column.passed_over'), align: 'right', cell: (row) => row.passedOver },
      { id: 'by', header: t('lists:column.by'), cell: (row) => row.sealerName },
    ],
    [t, format],
  )
  return (
    <Page title={t('lists:title')} lead={t('lists:lead')}>
      <DataTable
        caption={t('lists:title')}
        columns={columns}
        list={list}
        {...page}
        empty={<EmptyState title={t('lists:empty_title')}>{t('lists:empty')}</EmptyState>}
      />
    </Page>
  )
}
