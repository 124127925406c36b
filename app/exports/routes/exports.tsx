import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { EXPORTED_LISTS } from '~/exports/exported-list'
import { type ExportRow, exportListShape, listExports } from '~/exports/exports.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { Badge, EmptyState, Page } from '~/ui/page'

export const meta = pageTitle('exports:title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'exports.read')
  const list = readListParams(request.url, exportListShape)
  return { list, ...(await listExports(db, list)) }
}

/** Who took what out of the house. */
export default function Exports() {
  const { t, format } = useText()
  const { list, ...page } = useLoaderData<typeof loader>()
  const columns: Column<ExportRow>[] = [
    { id: 'when', header: t('exports:when'), sort: 'asked', cell: (row) => format.moment(row.askedAt) },
    { id: 'who', header: t('exports:who'), cell: (row) => row.userName },
    {
      id: 'what',
      header: t('exports:what'),
      cell: (row) => (
        <Link className="link" to={row.address}>
          {t(`exports:list.${row.list}`)}
          {row.address.includes('=') && ` (${t('exports:as_narrowed')})`}
        </Link>
      ),
    },
    {
      id: 'rows',
      header: t('exports:rows'),
      align: 'right',
      cell: (row) => (
        <>
          {row.rows !== null && format.number(row.rows)}{' '}
          {row.completedAt === null && <Badge tone="warn">{t('exports:broken_off')}</Badge>}
        </>
      ),
    },
  ]
  return (
    <Page title={t('exports:title')} lead={t('exports:lead')}>
      <Filters
        list={list}
        searchLabel={t('exports:search')}
        filters={[
          {
            name: 'list',
            label: t('exports:what'),
            options: optionsOf(EXPORTED_LISTS, (value) => t(`exports:list.${value}`)),
          },
        ]}
      />
      <DataTable
        caption={t('exports:title')}
        columns={columns}
        list={list}
        {...page}
        empty={<EmptyState title={t('exports:empty')}>{t('exports:empty_hint')}</EmptyState>}
      />
    </Page>
  )
}
