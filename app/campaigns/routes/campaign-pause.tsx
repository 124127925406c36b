import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { setCampaignStatus } from '../campaign-status.server'
import { CampaignStatusPage } from '../campaign-status-page'
import { findCampaignAt, holdCampaign } from '../campaigns.server'

export const meta = pageTitle('campaigns:pause')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  return { campaign: await findCampaignAt(db, viewer, params) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  return doOnce(request, viewer.userId, async (trx) => {
    const campaign = orNotFound(await holdCampaign(trx, viewer, idParam(params, 'campaignId')))
    await setCampaignStatus(trx, viewer, campaign, 'paused')
    return { to: `/campaigns/${campaign.id}`, toast: { text: 'campaigns:did.paused' } }
  })
}

export default function CampaignPause() {
  return <CampaignStatusPage status="paused" {...useLoaderData<typeof loader>()} />
}
