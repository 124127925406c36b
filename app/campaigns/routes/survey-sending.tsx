import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { findCampaign } from '../campaigns.server'
import { sendSurvey } from '../survey-mail.server'
import { findSurvey } from '../surveys.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'campaigns.write')
  return redirect(`/campaigns/${idParam(params, 'campaignId')}/survey`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const campaign = await findCampaign(db, viewer, idParam(params, 'campaignId'))
  const survey = campaign && (await findSurvey(db, campaign))
  if (!campaign || !survey) throw notFound()
  return doOnce(request, viewer.userId, async (trx, form) => {
    if (!campaign.listApprovedAt || campaign.status === 'closed') return form.conflict('surveys:rule_running')
    if (survey.closesOn < today()) return form.conflict('surveys:rule_closed')
    const count = await sendSurvey(trx, viewer, { ...survey, campaignId: campaign.id })
    return { to: `/campaigns/${campaign.id}/survey`, toast: { text: 'surveys:sent', params: { count } } }
  })
}
