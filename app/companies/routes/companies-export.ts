import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { translatorFor } from '~/texts/language.server'
import { exportCompanies } from '../company-export.server'
import { companyListShape } from '../company-filter'

/** The companies of the list as a table for spreadsheets, in the form that an import reads back. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.export')
  const list = readListParams(request.url, companyListShape)
  const lines = exportCompanies(db, viewer, list, translatorFor(viewer.language))
  const bytes = createReadableStreamFromReadable(Readable.from(lines))
  return new Response(bytes, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="companies.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
