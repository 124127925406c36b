import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { sendExport } from '~/exports/exports.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { meetingsToExport } from '../meeting-export.server'
import { meetingListShape } from '../meetings.server'

/** The meetings of the list as a table for spreadsheets. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.export')
  return sendExport(db, viewer, meetingsToExport(db, viewer, readListParams(request.url, meetingListShape)))
}
