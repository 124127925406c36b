import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Card, Facts, Page, Section } from '~/ui/page'
import { SURVEY_QUESTIONS, SurveyReviewForm } from '../survey'
import { findSurveyAnswer, pointOutOffered, readAnswers, reviewAnswer } from '../survey-answers.server'
import { offeredSkills } from '../survey-offer.server'
import { SurveyReview } from '../survey-review-fields'

export const meta = pageTitle('surveys:review')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.read')
  const recipient = orNotFound(await findSurveyAnswer(db, viewer, idParam(params, 'recipientId')))
  const answers = await readAnswers(db, recipient)
  const { companyName, campaignId, needId, version } = recipient
  const offered = offeredSkills(answers, viewer.language)
  const mayReview = may(viewer, 'campaigns.write') && may(viewer, 'needs.write')
  return { companyName, campaignId, needId, version, answers, offered, mayReview }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const recipient = orNotFound(await findSurveyAnswer(db, viewer, idParam(params, 'recipientId')))
  const form = await parseForm(request, SurveyReviewForm)
  if (!form.ok) return form.reply
  return submitOnce(form, viewer.userId, async (trx) => {
    const offered = await pointOutOffered(trx, recipient, form.value)
    if (offered.length > 0) return form.refuse({ offered })
    if (!(await reviewAnswer(trx, viewer, recipient, form.value)))
      return form.conflict('errors:changed_by_other')
    return { to: `/campaigns/${recipient.campaignId}/survey`, toast: { text: 'surveys:review_saved' } }
  })
}

export default function ReviewSurveyAnswer() {
  const { t } = useText()
  const { companyName, campaignId, needId, version, answers, offered, mayReview } =
    useLoaderData<typeof loader>()
  return (
    <Page
      title={t('surveys:review')}
      lead={companyName}
      up={{ to: `/campaigns/${campaignId}/survey`, label: t('surveys:title') }}
    >
      <div className="grid gap-x-8 lg:grid-cols-2">
        <Section id="answer" title={t('surveys:answers')}>
          <Card>
            <Facts
              facts={SURVEY_QUESTIONS.map((question) => ({
                label: t(`surveys:question.${question}`),
                value:
                  question === 'difficulty'
                    ? answers.difficulty && t(`campaigns:degree.${answers.difficulty[0] as 'yes'}`)
                    : answers[question]?.join(', '),
              }))}
            />
          </Card>
        </Section>
        <Section id="need" title={t('surveys:proposed')}>
          {needId && (
            <p className="mb-3">
              <Link className="link" to={`/needs/${needId}`}>
                {t('surveys:need_made')}
              </Link>
            </p>
          )}
          {mayReview && (
            <Card>
              <SurveyReview version={version} offered={offered} gaps={answers.gaps?.[0]} />
            </Card>
          )}
        </Section>
      </div>
    </Page>
  )
}
