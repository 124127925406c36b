import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { Viewer } from '~/auth/viewer.server'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { findCampaign } from '../campaigns.server'
import { sendSurvey } from '../survey-mail.server'
import { SurveyPreview } from '../survey-preview'
import { previewSurvey } from '../survey-preview.server'
import { findSurvey } from '../surveys.server'

export const meta = pageTitle('surveys:send')

async function findSending(viewer: Viewer, params: LoaderFunctionArgs['params']) {
  const campaign = await findCampaign(db, viewer, idParam(params, 'campaignId'))
  const survey = campaign && (await findSurvey(db, campaign))
  if (!campaign || !survey) throw notFound()
  return { campaign, survey: { ...survey, campaignId: campaign.id } }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const { campaign, survey } = await findSending(viewer, params)
  return {
    campaign: { id: campaign.id, name: campaign.name },
    place: survey.place,
    closesOn: survey.closesOn,
    preview: await previewSurvey(db, viewer, survey),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const { campaign, survey } = await findSending(viewer, params)
  return doOnce(request, viewer.userId, async (trx, form) => {
    if (!campaign.listApprovedAt || campaign.status === 'closed') return form.conflict('surveys:rule_running')
    if (survey.closesOn < today()) return form.conflict('surveys:rule_closed')
    const count = await sendSurvey(trx, viewer, survey)
    return { to: `/campaigns/${campaign.id}/survey`, toast: { text: 'surveys:sent', params: { count } } }
  })
}

export default function SendSurvey() {
  const { t, format } = useText()
  const { campaign, place, closesOn, preview } = useLoaderData<typeof loader>()
  const back = `/campaigns/${campaign.id}/survey`
  return (
    <Page title={t('surveys:send')} lead={campaign.name} up={{ to: back, label: t('surveys:title') }} narrow>
      <p className="mb-6">{t(`surveys:calls_then.${place}`, { until: format.day(closesOn) })}</p>
      <SurveyPreview preview={preview} />
      <Form className="mt-6 flex flex-wrap gap-3">
        {preview.count > 0 && <Submit>{t('surveys:send_now', { count: preview.count })}</Submit>}
        <ButtonLink to={back}>{t('ui:cancel')}</ButtonLink>
      </Form>
    </Page>
  )
}
