import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { sendExport } from '~/exports/exports.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { needsToExport } from '../need-export.server'
import { needListShape } from '../need-list.server'

/** The needs of the list as a table for spreadsheets. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'needs.export')
  return sendExport(db, viewer, needsToExport(db, viewer, readListParams(request.url, needListShape)))
}
