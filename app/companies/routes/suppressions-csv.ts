import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { sendExport } from '~/exports/exports.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { suppressionsToExport } from '../suppression-export.server'
import { suppressionsShape } from '../suppressions.server'

/** The register of bans as a table for spreadsheets. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.export')
  const list = readListParams(request.url, suppressionsShape)
  return sendExport(db, viewer, suppressionsToExport(db, list))
}
