import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Field } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { findCallTask, withdrawCompany } from '../call-tasks.server'
import { WithdrawalForm } from '../campaign-form'
import { findCampaign } from '../campaigns.server'

export const meta = pageTitle('campaigns:withdraw')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const at = { campaignId: idParam(params, 'campaignId'), companyId: idParam(params, 'companyId') }
  const task = orNotFound(await findCallTask(db, viewer, at))
  return { campaignId: at.campaignId, companyName: task.companyName }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const form = await parseForm(request, WithdrawalForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const campaign = await findCampaign(trx, viewer, idParam(params, 'campaignId'))
    const companyId = idParam(params, 'companyId')
    if (!campaign || !(await findCallTask(trx, viewer, { campaignId: campaign.id, companyId })))
      throw notFound()
    const withdrawn = await withdrawCompany(trx, viewer, campaign, companyId, form.value.reason)
    if (!withdrawn) return form.conflict('campaigns:rule.already_done')
    return { to: `/campaigns/${campaign.id}/tasks`, toast: { text: 'campaigns:withdrawn' } }
  })
}

export default function TaskWithdrawal() {
  const { t } = useText()
  const { campaignId, companyName } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('campaigns:withdraw')}
      lead={companyName}
      up={{ to: `/campaigns/${campaignId}/tasks`, label: t('campaigns:tasks') }}
      note={t('campaigns:withdraw_lead')}
      submit={t('campaigns:withdraw')}
      look="danger"
    >
      <Field name="reason" label={t('ui:reason')} />
    </FormPage>
  )
}
