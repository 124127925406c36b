import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { sendExport } from '~/exports/exports.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { readListParams } from '~/platform/list-params'
import { callListToExport } from '../call-exports.server'
import { callListShape } from '../call-list.server'
import { findCampaign } from '../campaigns.server'

/** The companies under decision as a table for spreadsheets. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.export')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const list = readListParams(request.url, callListShape)
  return sendExport(db, viewer, await callListToExport(db, viewer, campaign, list))
}
