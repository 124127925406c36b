import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { setCampaignStatus } from '../campaign-status.server'
import { findCampaignAt, holdCampaign } from '../campaigns.server'

export const meta = pageTitle('campaigns:start')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  return { campaign: await findCampaignAt(db, viewer, params) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  return doOnce(request, viewer.userId, async (trx) => {
    const campaign = orNotFound(await holdCampaign(trx, viewer, idParam(params, 'campaignId')))
    await setCampaignStatus(trx, viewer, campaign, 'running')
    return { to: `/campaigns/${campaign.id}`, toast: { text: 'campaigns:did.running' } }
  })
}

export default function CampaignStart() {
  const { t } = useText()
  const { campaign } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('campaigns:start')}
      up={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
      note={t('campaigns:confirm.running')}
      submit={t('campaigns:start')}
    />
  )
}
