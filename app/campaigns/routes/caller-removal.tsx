import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, notFound, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { listCallers, removeCaller } from '../callers.server'
import { findCampaign, holdCampaign } from '../campaigns.server'

export const meta = pageTitle('campaigns:remove_caller')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const campaign = await findCampaign(db, viewer, idParam(params, 'campaignId'))
  const userId = idParam(params, 'userId')
  const caller = campaign && (await listCallers(db, campaign)).find(({ id }) => id === userId)
  if (!campaign || !caller) throw notFound()
  return { campaign: { id: campaign.id, name: campaign.name }, caller: { name: caller.name } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  return doOnce(request, viewer.userId, async (trx) => {
    const campaign = orNotFound(await holdCampaign(trx, viewer, idParam(params, 'campaignId')))
    if (!(await removeCaller(trx, viewer, campaign, idParam(params, 'userId')))) throw notFound()
    return { to: `/campaigns/${campaign.id}/callers`, toast: { text: 'campaigns:caller_removed' } }
  })
}

export default function CallerRemoval() {
  const { t } = useText()
  const { campaign, caller } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('campaigns:remove_caller')}
      up={{ to: `/campaigns/${campaign.id}/callers`, label: t('campaigns:callers') }}
      note={t('campaigns:remove_caller_lead', { name: caller.name, campaign: campaign.name })}
      submit={t('campaigns:remove_caller')}
      look="danger"
    />
  )
}
