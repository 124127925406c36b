import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { sendExport } from '~/exports/exports.server'
import { db } from '~/platform/db.server'
import { companiesToExport } from '../company-export.server'
import { readCompanyList } from '../company-filter'

/** The companies of the list as a table for spreadsheets, in the form that an import reads back. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.export')
  return sendExport(db, viewer, companiesToExport(db, viewer, readCompanyList(request.url)))
}
