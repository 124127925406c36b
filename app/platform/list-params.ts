import { hideRightCodes } from '~/platform/identity-code'

/** What a table shows, kept in the address: search, sort, page and filters, each of one value or of any of several. */
export type ListParams<Sort extends string = string, Value = string> = {
  search: string
  sort: Sort
  direction: 'asc' | 'desc'
  page: number
  pageSize: number
  filters: Record<string, Value>
}

export type ListShape<Sort extends string> = {
  sorts: readonly [Sort, ...Sort[]]
  /** Filter names and the values each may have, in a list or by a pattern; null allows any short text. */
  filters?: Record<string, readonly string[] | RegExp | null>
  defaultDirection?: 'asc' | 'desc'
  pageSize?: number
}

/** Pages past this are not offered; a search narrows better than the thousandth page. */
const LAST_PAGE = 2000

/** A filter of several values takes no more of them than this. */
const MOST_VALUES = 50

/** Reads the list state from an address; anything unknown falls back to the default. */
export function readListParams<Sort extends string>(
  url: URL | string,
  shape: ListShape<Sort>,
): ListParams<Sort> {
  const { filters, ...list } = readListOfSeveral(url, shape)
  const first = Object.entries(filters).map(([name, values]) => [name, values[0] ?? ''])
  return { ...list, filters: Object.fromEntries(first) }
}

/** Like `readListParams`, for a list whose filters are each met by any of several values: `size=1-4&size=5-9`. */
export function readListOfSeveral<Sort extends string>(
  url: URL | string,
  shape: ListShape<Sort>,
): ListParams<Sort, string[]> {
  const params = new URL(url).searchParams
  const sort = shape.sorts.find((name) => name === params.get('sort')) ?? shape.sorts[0]
  const direction = params.get('dir')
  const filters: Record<string, string[]> = {}
  for (const [name, allowed] of Object.entries(shape.filters ?? {})) {
    const given = params.getAll(name).map((value) => value.trim().slice(0, 100))
    const values = [...new Set(given)].filter((value) => value !== '' && isAllowed(value, allowed))
    if (values.length > 0) filters[name] = values.slice(0, MOST_VALUES)
  }
  return {
    search: searchWords(params),
    sort,
    direction: direction === 'asc' || direction === 'desc' ? direction : (shape.defaultDirection ?? 'asc'),
    page: Math.min(Math.max(Math.trunc(Number(params.get('page'))) || 1, 1), LAST_PAGE),
    pageSize: shape.pageSize ?? 50,
    filters,
  }
}

function isAllowed(value: string, allowed: readonly string[] | RegExp | null): boolean {
  if (allowed === null) return true
  return allowed instanceof RegExp ? allowed.test(value) : allowed.includes(value)
}

/** What is searched for, as `?q=` has it; a personal identity code finds nothing and is not repeated. */
export function searchWords(params: URLSearchParams): string {
  return hideRightCodes((params.get('q') ?? '').trim().slice(0, 100))
}

/** What narrows a list, in the form that `filterAddress` writes. */
export type Narrowed = { search: string; filters: Record<string, string | readonly string[]> }

/** What narrows a list as an address writes it, `q=pilvi&size=5-9`; its order and page are left out. */
export function filterAddress({ search, filters }: Narrowed): string {
  const pairs = Object.entries(filters).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  )
  return new URLSearchParams([...(search ? [['q', search] as [string, string]] : []), ...pairs]).toString()
}

/** The address of the same list with some parameters changed; null removes one. A new sort or filter starts at page 1. */
export function withParams(search: string, changes: Record<string, string | number | null>): string {
  const params = new URLSearchParams(search)
  if (!('page' in changes)) params.delete('page')
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') params.delete(name)
    else params.set(name, String(value))
  }
  const text = params.toString()
  return text ? `?${text}` : '?'
}

/** A user's words as a LIKE pattern: lower case, wildcards of the pattern language made plain. */
export function containsPattern(words: string): string {
  return `%${words.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

/** Rows of one page and how many there are in all, counted no further than a limit. */
export type Page<Row> = { rows: Row[]; total: number; capped: boolean }

/** Counting stops here, so that no list pays for rows nobody pages to. */
export const COUNT_LIMIT = 10_000
