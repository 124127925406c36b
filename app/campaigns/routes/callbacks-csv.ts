import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { sendExport } from '~/exports/exports.server'
import { db } from '~/platform/db.server'
import { ownCallbacksToExport } from '../call-exports.server'

/** The viewer's own callbacks as a table for spreadsheets; an external caller has them on the page only. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.export')
  return sendExport(db, viewer, ownCallbacksToExport(db, viewer))
}
