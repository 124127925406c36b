import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { CampaignFields } from '../campaign-fields'
import { CampaignChangeForm } from '../campaign-form'
import { changeCampaign, findCampaign } from '../campaigns.server'

export const meta = pageTitle('campaigns:edit')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  return { campaign }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const form = await parseForm(request, CampaignChangeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const campaign = orNotFound(await findCampaign(trx, viewer, idParam(params, 'campaignId')))
    const changed = await changeCampaign(trx, viewer, campaign, form.value)
    if (!changed) return form.conflict('errors:changed_by_other')
    return { to: `/campaigns/${campaign.id}`, toast: { text: 'campaigns:saved' } }
  })
}

export default function EditCampaign() {
  const { t } = useText()
  const { campaign } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('campaigns:edit')}
      up={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
      defaultValue={campaign}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={campaign.version} />
      <CampaignFields />
    </FormPage>
  )
}
