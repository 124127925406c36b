import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { AssessmentResult } from '~/candidates/assessments/assessment-result'
import { findFilled } from '~/candidates/assessments/filling.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('assessments:title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const filled = orNotFound(await findFilled(ownCandidateId(viewer), idParam(params, 'assessmentId')))
  return filled
}

export default function OwnAssessment() {
  const { t, format } = useText()
  const { assessment, form } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t(`assessments:instrument.${form.instrument}`)}
      lead={`${t(`assessments:wave.${assessment.wave}`)}, ${format.day(assessment.doneOn)}`}
      up={{ to: '/own/assessments', label: t('assessments:title') }}
      actions={
        <ButtonLink to={`/own/assessments/${assessment.id}/removal`}>{t('assessments:remove')}</ButtonLink>
      }
    >
      <AssessmentResult assessment={assessment} form={form} />
    </OwnPage>
  )
}
