import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findCampaignAt, holdCampaign, takeUpNewCompanies } from '../campaigns.server'

export const meta = pageTitle('campaigns:take_up')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  return { campaign: await findCampaignAt(db, viewer, params) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  return doOnce(request, viewer.userId, async (trx) => {
    const campaign = orNotFound(await holdCampaign(trx, viewer, idParam(params, 'campaignId')))
    const count = await takeUpNewCompanies(trx, viewer, campaign)
    return {
      to: `/campaigns/${campaign.id}/list?state=undecided`,
      toast: { text: 'campaigns:taken_up', params: { count } },
    }
  })
}

export default function CallListAdditions() {
  const { t } = useText()
  const { campaign } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('campaigns:take_up')}
      up={{ to: `/campaigns/${campaign.id}/list`, label: t('campaigns:the_list') }}
      submit={t('campaigns:take_up')}
    />
  )
}
