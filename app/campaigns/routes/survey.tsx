import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { ExportLink } from '~/exports/export-link'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card, Page, Section } from '~/ui/page'
import { findCampaign } from '../campaigns.server'
import { SurveyForm } from '../survey'
import { SurveyAnswerList } from '../survey-answer-list'
import { SurveyFields } from '../survey-fields'
import { SurveyFigures } from '../survey-figures'
import { countRecipients } from '../survey-mail.server'
import { LeftOutOfSurvey } from '../survey-preview'
import { countSurvey, findSurvey, listSurveyAnswers, setSurvey } from '../surveys.server'

export const meta = pageTitle('surveys:title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.read')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const survey = await findSurvey(db, campaign)
  const [counts, answers, recipients] = await Promise.all([
    survey ? countSurvey(db, campaign) : null,
    survey ? listSurveyAnswers(db, survey) : [],
    survey ? countRecipients(db, { ...survey, campaignId: campaign.id }) : null,
  ])
  const { id, name } = campaign
  return {
    campaign: { id, name },
    survey,
    counts,
    answers,
    recipients,
    mayWrite: may(viewer, 'campaigns.write'),
    mayExport: may(viewer, 'campaigns.export'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const form = await parseForm(request, SurveyForm)
  if (!form.ok) return form.reply
  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await setSurvey(trx, viewer, campaign, form.value))) return form.conflict('errors:changed_by_other')
    return { to: `/campaigns/${campaign.id}/survey`, toast: { text: 'surveys:saved' } }
  })
}

export default function Survey() {
  const { t } = useText()
  const { campaign, survey, counts, answers, recipients, mayWrite, mayExport } =
    useLoaderData<typeof loader>()
  return (
    <Page
      title={t('surveys:title')}
      lead={t('surveys:lead')}
      up={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
      actions={
        mayExport && answers.length > 0 && <ExportLink to={`/campaigns/${campaign.id}/survey/answers.csv`} />
      }
    >
      {counts && (
        <Section id="figures" title={t('surveys:figures')}>
          <SurveyFigures counts={counts} />
          {mayWrite && recipients && (
            <div className="mt-4 space-y-2">
              <p>{t('surveys:send_lead', { count: recipients.open })}</p>
              <LeftOutOfSurvey leftOut={recipients.leftOut} />
              {recipients.open > 0 && (
                <ButtonLink look="primary" to={`/campaigns/${campaign.id}/survey/sending`}>
                  {t('surveys:look_and_send')}
                </ButtonLink>
              )}
            </div>
          )}
        </Section>
      )}
      {survey && (
        <Section id="answers" title={t('surveys:answers')}>
          <SurveyAnswerList answers={answers} />
        </Section>
      )}
      {mayWrite && (
        <Section id="settings" title={t('surveys:settings')}>
          <Card className="max-w-3xl">
            <SurveyFields survey={survey ?? null} />
          </Card>
        </Section>
      )}
    </Page>
  )
}
