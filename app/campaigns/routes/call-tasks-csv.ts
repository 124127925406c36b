import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { sendExport } from '~/exports/exports.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { readListParams } from '~/platform/list-params'
import { callTasksToExport } from '../call-exports.server'
import { taskListShape } from '../call-tasks.server'
import { findCampaign } from '../campaigns.server'

/** Whom to call yet, callbacks among them, and what came of the others, as a table for spreadsheets. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.export')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const list = readListParams(request.url, taskListShape)
  return sendExport(db, viewer, callTasksToExport(db, viewer, campaign, list))
}
