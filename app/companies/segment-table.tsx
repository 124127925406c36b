import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Badge, EmptyState } from '~/ui/page'
import { readFilter } from './company-filter'
import { filterInWords, type NamesInFilters } from './filter-words'
import type { SegmentRow } from './segments.server'

type Row = SegmentRow & { companies: number; capped: boolean }

/** Segments with how many companies each leaves; `userId` and `mayList` say what the reader may do with them. */
export function SegmentTable({
  page,
  list,
  names,
  userId,
  mayList,
}: {
  page: Page<Row>
  list: ListParams
  names: NamesInFilters
  userId: string
  mayList: boolean
}) {
  const { t, format } = useText()
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t('prospects:segment.name'),
      sort: 'name',
      cell: (segment) => (
        <>
          <Link className="link font-medium" to={`/companies?${segment.filter}`}>
            {segment.name}
          </Link>
          <span className="block text-sm text-soft">
            {filterInWords(t, readFilter(segment.filter), names)}
          </span>
        </>
      ),
    },
    {
      id: 'companies',
      header: t('prospects:segment.companies'),
      align: 'right',
      cell: ({ companies, capped }) =>
        capped ? t('prospects:segment.over', { count: format.number(companies) }) : format.number(companies),
    },
    {
      id: 'whom',
      header: t('prospects:segment.whom'),
      cell: ({ sharedAt }) => (
        <Badge>{sharedAt ? t('prospects:segment.shared') : t('prospects:segment.private')}</Badge>
      ),
    },
    { id: 'maker', header: t('prospects:segment.made_by'), cell: ({ makerName }) => makerName },
    {
      id: 'actions',
      header: t('ui:actions'),
      cell: (segment) => (
        <span className="flex flex-wrap gap-x-4">
          {mayList && (
            <Link className="link inline-flex min-h-6 items-center" to={`/segments/${segment.id}/list`}>
              {t('prospects:segment.to_list')}
            </Link>
          )}
          {segment.madeBy === userId && (
            <Link className="link inline-flex min-h-6 items-center" to={`/segments/${segment.id}/edit`}>
              {t('ui:edit')}
            </Link>
          )}
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('prospects:segment.title')}
      columns={columns}
      rows={page.rows}
      list={list}
      total={page.total}
      empty={
        <EmptyState title={t('prospects:segment.empty_title')}>{t('prospects:segment.empty')}</EmptyState>
      }
    />
  )
}
