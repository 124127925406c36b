import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { csvLine } from '~/platform/csv'
import { localTimeOf } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape } from '~/platform/list-params'
import { translatorFor } from '~/texts/language.server'
import type { Translate } from '~/texts/text'
import { EXPORTED_LISTS, type ExportedList } from './exported-list'

/** An instant is written as Finnish wall-clock time, several words in one cell. */
type Cell = string | number | boolean | Date | readonly string[] | null | undefined

/** The columns of a table in the reader's language: a heading, and what stands under it. */
export type ExportColumns<Row> = (
  t: Translate,
) => readonly (readonly [heading: string, cell: (row: Row) => Cell])[]

export type ListToExport<Row> = {
  list: ExportedList
  /** The page on which the same rows stand, with its filter. */
  address: string
  columns: ExportColumns<Row>
  /** As they are read, so that a hundred thousand take no memory; a list that is small anyway may be an array. */
  rows: AsyncIterable<Row> | readonly Row[]
}

/** Rows that cross from the database at a time. */
export const EXPORT_PORTION = 500
/** Characters that leave for the reader at a time. */
const CHUNK = 32_000

/**
 * The answer with a list as a CSV file. That somebody takes it is written down before the first byte leaves, how
 * many rows went when the last has.
 */
export async function sendExport<Row>(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'language'>,
  taken: ListToExport<Row>,
): Promise<Response> {
  const { id } = await db
    .insertInto('list_export')
    .values({ user_id: viewer.userId, list: taken.list, address: taken.address })
    .returning('id')
    .executeTakeFirstOrThrow()
  const lines = csvFile(db, id, taken, translatorFor(viewer.language))
  return new Response(createReadableStreamFromReadable(Readable.from(lines)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${taken.list.replaceAll('_', '-')}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}

async function* csvFile<Row>(
  db: Db,
  id: string,
  taken: ListToExport<Row>,
  t: Translate,
): AsyncGenerator<string> {
  const columns = taken.columns(t)
  let rows = 0
  let completed = false
  try {
    // Spreadsheets take the file for UTF-8 by the byte order mark.
    let chunk = `\ufeff${csvLine(columns.map(([heading]) => heading))}`
    for await (const row of taken.rows) {
      chunk += csvLine(columns.map(([, cell]) => written(cell(row), t)))
      rows += 1
      if (chunk.length > CHUNK) {
        yield chunk
        chunk = ''
      }
    }
    yield chunk
    completed = true
  } finally {
    await db
      .updateTable('list_export')
      .set({ rows, completed_at: completed ? new Date() : null })
      .where('id', '=', id)
      .execute()
  }
}

function written(cell: Cell, t: Translate): string | number | null {
  if (cell === undefined || cell === null) return null
  if (typeof cell === 'boolean') return t(cell ? 'ui:yes' : 'ui:no')
  if (cell instanceof Date) return localTimeOf(cell).replace('T', ' ')
  return typeof cell === 'object' ? cell.join(', ') : cell
}

export const exportListShape = {
  sorts: ['asked'],
  defaultDirection: 'desc',
  filters: { list: EXPORTED_LISTS },
} as const satisfies ListShape<string>

/** One page of what was taken out, by whom and how much of it. For those who may read exports. */
export async function listExports(db: Db, list: ListParams<'asked'>) {
  const { search, filters } = list
  let matching = db
    .selectFrom('list_export')
    .innerJoin('user_account', 'user_account.id', 'list_export.user_id')
  if (filters.list) matching = matching.where('list_export.list', '=', filters.list)
  if (search) matching = matching.where(sql`lower(user_account.name)`, 'like', containsPattern(search))
  return readListPage(db, list, {
    rows: matching
      .select([
        'list_export.id',
        'list_export.address',
        'list_export.asked_at as askedAt',
        'list_export.rows',
        'list_export.completed_at as completedAt',
        'user_account.name as userName',
        sql<ExportedList>`list_export.list`.as('list'),
      ])
      .orderBy('list_export.id', list.direction),
    matching: matching.select('list_export.id'),
  })
}

export type ExportRow = Awaited<ReturnType<typeof listExports>>['rows'][number]
