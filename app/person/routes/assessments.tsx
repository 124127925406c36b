import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { formsOf } from '~/candidates/assessments/assessment-forms.server'
import { AssessmentOverview } from '~/candidates/assessments/assessment-overview'
import { OutsideAssessments } from '~/candidates/assessments/outside-assessments'
import { listOutsideAssessments } from '~/candidates/assessments/outside-assessments.server'
import { listSelfAssessments } from '~/candidates/assessments/self-assessments.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('assessments:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)
  const [assessments, outside] = await Promise.all([
    listSelfAssessments(db, candidateId),
    listOutsideAssessments(db, candidateId),
  ])
  return { assessments, outside, forms: await formsOf(db, assessments) }
}

export default function OwnAssessments() {
  const { t } = useText()
  const { assessments, outside, forms } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('assessments:title')}
      lead={t('assessments:lead_own')}
      up={{ to: '/own', label: t('person:title') }}
    >
      <AssessmentOverview base="/own/assessments" by="person" assessments={assessments} forms={forms} />
      {outside.length > 0 && <OutsideAssessments base="/own" rows={outside} />}
    </OwnPage>
  )
}
