import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { sendExport } from '~/exports/exports.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { readListParams } from '~/platform/list-params'
import { findCampaign } from '../campaigns.server'
import { queueToExport } from '../queue-export.server'
import { queueListShape } from '../queue-state.server'

/** What the companies of a campaign wait for, or why they are not called, as a table for spreadsheets. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.export')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const list = readListParams(request.url, queueListShape)
  return sendExport(db, viewer, await queueToExport(db, campaign, list))
}
