import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { EmptyState, Unknown } from '~/ui/page'
import type { ListProvider } from './source-list'
import type { SourceListRow } from './source-lists.server'

export function SourceListTable({ page, list }: { page: Page<SourceListRow>; list: ListParams }) {
  const { t, format } = useText()
  const columns: Column<SourceListRow>[] = [
    {
      id: 'name',
      header: t('companies:list.name'),
      sort: 'name',
      cell: ({ id, name }) => (
        <Link className="link font-medium" to={`/source-lists/${id}`}>
          {name}
        </Link>
      ),
    },
    {
      id: 'provider',
      header: t('companies:list.provider'),
      cell: ({ provider }) => t(`companies:list.providers.${provider as ListProvider}`),
    },
    { id: 'round', header: t('companies:list.round'), cell: ({ roundName }) => roundName ?? <Unknown /> },
    {
      id: 'keywords',
      header: t('companies:list.keywords'),
      cell: ({ keywords }) => (keywords.length > 0 ? keywords.join(', ') : <Unknown />),
    },
    {
      id: 'companies',
      header: t('companies:list.companies'),
      align: 'right',
      cell: ({ companies }) => format.number(companies ?? 0),
    },
    {
      id: 'created',
      header: t('companies:list.created'),
      sort: 'created',
      cell: ({ createdAt, authorName }) => [format.moment(createdAt), authorName].filter(Boolean).join(' · '),
    },
  ]
  return (
    <DataTable
      caption={t('companies:list.title')}
      columns={columns}
      list={list}
      {...page}
      empty={<EmptyState title={t('companies:list.empty_title')}>{t('companies:list.empty')}</EmptyState>}
    />
  )
}
