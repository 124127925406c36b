import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { csvLine } from '~/platform/csv'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { translatorFor } from '~/texts/language.server'
import { unpackText } from '~/texts/text'
import { findImport } from '../import/import.server'
import { listBadRows } from '../import/import-rows.server'

/** The rows with problems as a table: line, reason, and the row as it was, to be mended and brought again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const found = await findImport(db, viewer, idParam(params, 'importId'))
  if (!found) throw notFound()
  const rows = await listBadRows(db, viewer, found.id)

  const t = translatorFor(viewer.language)
  const head = [t('companies:import.line'), t('companies:import.problems'), ...found.header]
  const lines = rows.map(({ line, problems, cells }) => {
    const reasons = problems.map((packed) => {
      const { key, params } = unpackText(`companies:problem.${packed}`)
      return t(key, params)
    })
    return csvLine([line, reasons.join(' '), ...cells])
  })
  // Spreadsheets take the file for UTF-8 by the byte order mark.
  return new Response(`\ufeff${csvLine(head)}${lines.join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="bad-rows.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
