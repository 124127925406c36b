import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { sendExport } from '~/exports/exports.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { tasksShape, tasksToExport } from '../dealings/tasks.server'

/** The tasks of the list as a table for spreadsheets. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.export')
  const list = readListParams(request.url, tasksShape)
  return sendExport(db, viewer, tasksToExport(db, viewer, list))
}
