import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { sendExport } from '~/exports/exports.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { unpackText } from '~/texts/text'
import { findImport } from '../import/import.server'
import { badRows, type ImportRow } from '../import/import-rows.server'

/** The rows with problems as a table: line, reason, and the row as it was, to be mended and brought again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const found = orNotFound(await findImport(db, viewer, idParam(params, 'importId')))
  return sendExport(db, viewer, {
    list: 'bad_rows',
    address: `/companies/imports/${found.id}`,
    columns: (t) => [
      [t('imports:line'), (row) => row.line],
      [
        t('imports:problems'),
        ({ problems }: ImportRow) =>
          problems
            .map((packed) => {
              const { key, params } = unpackText(`companies:problem.${packed}`)
              return t(key, params)
            })
            .join(' '),
      ],
      ...found.header.map((heading, at) => [heading, (row: ImportRow) => row.cells[at]] as const),
    ],
    rows: badRows(db, viewer, found.id),
  })
}
