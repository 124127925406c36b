import { Link, useLocation, useNavigation } from '@remix-run/react'
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { type ReactNode, useMemo } from 'react'
import { type ListParams, withParams } from '~/platform/list-params'
import { useText } from '~/texts/use-text'

const features = tableFeatures({})

/** How a list stands, whatever its filters hold. */
type ListState = ListParams<string, unknown>

export type Column<Row> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** The name of the server's sort; without it the column cannot be sorted. */
  sort?: string
  align?: 'right'
}

/**
 * The one table of the product. Rows come sorted and cut by the server; the state lives in the address, so that
 * every view can be bookmarked, shared and walked back. On a phone each row is a card.
 */
export function DataTable<Row extends { id: string }>({
  caption,
  columns,
  rows,
  list,
  total,
  capped = false,
  empty,
}: {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  list?: ListState
  total?: number
  capped?: boolean
  empty?: ReactNode
}) {
  const navigation = useNavigation()
  const location = useLocation()
  const loading = navigation.state === 'loading' && navigation.location.pathname === location.pathname
  const defined = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>()
    return helper.columns(columns.map((column) => helper.display({ id: column.id, header: column.header })))
  }, [columns])
  const table = useTable({ features, columns: defined, data: rows, getRowId: (row: Row) => row.id })
  const columnOf = (id: string) => columns.find((column) => column.id === id)

  const narrowed = list !== undefined && (list.search !== '' || Object.keys(list.filters).length > 0)
  if (rows.length === 0 && empty && !narrowed && !total) return <>{empty}</>

  return (
    <div aria-busy={loading} className={loading ? 'opacity-60' : undefined}>
      {total !== undefined && <RowCount total={total} capped={capped} />}
      <div className="overflow-x-auto rounded-lg border border-line bg-card">
        <table className="stack-table w-full text-left">
          <caption className="sr-only">{caption}</caption>
          <thead className="border-b border-line bg-paper text-sm">
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => (
                  <ColumnHeader key={header.id} column={columnOf(header.column.id)} list={list}>
                    <table.FlexRender header={header} />
                  </ColumnHeader>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id} className="border-b border-line last:border-b-0 hover:bg-bridge-pale/50">
                {row.getAllCells().map((cell) => (
                  <Cell key={cell.id} column={columnOf(cell.column.id)} row={row.original} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && (
          <NoRows
            narrowed={narrowed}
            lastPage={list && total && list.page > 1 ? lastPageOf(list, total) : 0}
          />
        )}
      </div>
      {list && total !== undefined && <Pagination list={list} total={total} capped={capped} />}
    </div>
  )
}

function RowCount({ total, capped }: { total: number; capped: boolean }) {
  const { t, format } = useText()
  return (
    <p className="mb-2 text-sm text-soft" role="status">
      {capped ? t('ui:rows_capped', { count: format.number(total) }) : t('ui:rows', { count: total })}
    </p>
  )
}

/** The words of a column, or the link that sorts by it. */
function ColumnHeader<Row>({
  column,
  list,
  children,
}: {
  column: Column<Row> | undefined
  list: ListState | undefined
  children: ReactNode
}) {
  return (
    <th
      scope="col"
      aria-sort={ariaSort(column, list)}
      className={`px-4 py-2 font-semibold ${column?.align === 'right' ? 'text-right' : ''}`}
    >
      {column?.sort && list ? <SortLink column={column} list={list} /> : children}
    </th>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row> | undefined; row: Row }) {
  return (
    <td
      data-label={column?.header ?? ''}
      className={`align-top md:px-4 md:py-2 ${column?.align === 'right' ? 'md:text-right tabular-nums' : ''}`}
    >
      {/* Called, not mounted as a component: what is typed, chosen or focused in a cell outlives a new column list. */}
      {column?.cell(row)}
    </td>
  )
}

/** Why there are no rows, and the way to some; `lastPage` is 0 where no page has any. */
function NoRows({ narrowed, lastPage }: { narrowed: boolean; lastPage: number }) {
  const { t, format } = useText()
  const { search } = useLocation()
  const link = 'link inline-flex min-h-11 items-center'
  if (lastPage > 0)
    return (
      <p className="px-4 py-8 text-center text-soft">
        {t('ui:page_is_beyond')}{' '}
        <Link className={link} to={withParams(search, { page: lastPage })}>
          {t('ui:to_last_page', { page: format.number(lastPage) })}
        </Link>
      </p>
    )
  if (!narrowed) return <p className="px-4 py-8 text-center text-soft">{t('ui:nothing_here')}</p>
  return (
    <p className="px-4 py-8 text-center text-soft">
      {t('ui:no_hits')}{' '}
      <Link className={link} to="?">
        {t('ui:clear_filter')}
      </Link>
    </p>
  )
}

const lastPageOf = ({ pageSize }: ListState, total: number) => Math.max(1, Math.ceil(total / pageSize))

function ariaSort<Row>(column: Column<Row> | undefined, list: ListState | undefined) {
  if (!column?.sort || !list) return undefined
  if (list.sort !== column.sort) return 'none' as const
  return list.direction === 'asc' ? ('ascending' as const) : ('descending' as const)
}

function SortLink<Row>({ column, list }: { column: Column<Row>; list: ListState }) {
  const { t } = useText()
  const { search } = useLocation()
  const active = list.sort === column.sort
  const next = active && list.direction === 'asc' ? 'desc' : 'asc'
  return (
    <Link
      to={withParams(search, { sort: column.sort ?? null, dir: next })}
      preventScrollReset
      className="inline-flex min-h-6 items-center gap-1 text-ink underline decoration-dotted"
      title={t(next === 'asc' ? 'ui:sort_ascending' : 'ui:sort_descending', {
        column: column.header,
      })}
    >
      {column.header}
      <span aria-hidden="true">{active ? (list.direction === 'asc' ? '▲' : '▼') : '↕'}</span>
    </Link>
  )
}

/** Steps through the pages of a list; nothing where one page holds all. */
export function Pagination({ list, total, capped }: { list: ListState; total: number; capped: boolean }) {
  const { t, format } = useText()
  const { search } = useLocation()
  const pages = lastPageOf(list, total)
  if (pages === 1 && !capped) return null
  const link =
    'inline-flex min-h-11 items-center rounded-md border border-control bg-card px-4 no-underline hover:bg-bridge-pale'
  return (
    <nav aria-label={t('ui:pages')} className="mt-4 flex flex-wrap items-center gap-3">
      {list.page > 1 && (
        <Link
          className={link}
          rel="prev"
          to={withParams(search, { page: capped ? list.page - 1 : Math.min(list.page - 1, pages) })}
        >
          {t('ui:previous')}
        </Link>
      )}
      <span className="text-sm text-soft">
        {capped
          ? t('ui:page', { page: format.number(list.page) })
          : t('ui:page_of', { page: format.number(list.page), pages: format.number(pages) })}
      </span>
      {(capped || list.page < pages) && (
        <Link className={link} rel="next" to={withParams(search, { page: list.page + 1 })}>
          {t('ui:next')}
        </Link>
      )}
    </nav>
  )
}
