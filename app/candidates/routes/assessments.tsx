import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Page } from '~/ui/page'
import { formsOf } from '../assessments/assessment-forms.server'
import { AssessmentOverview } from '../assessments/assessment-overview'
import { OutsideAssessments } from '../assessments/outside-assessments'
import { listOutsideAssessments } from '../assessments/outside-assessments.server'
import { listSelfAssessments } from '../assessments/self-assessments.server'
import { findCandidateAt } from '../candidates.server'

export const meta = pageTitle('assessments:title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidateAt(db, viewer, params)
  const [assessments, outside] = await Promise.all([
    listSelfAssessments(db, candidate.id),
    listOutsideAssessments(db, candidate.id),
    recordReading(db, viewer.userId, 'assessments', { candidateId: candidate.id }),
  ])
  const forms = await formsOf(db, assessments)
  return { id: candidate.id, number: candidate.number, assessments, outside, forms }
}

export default function Assessments() {
  const { t } = useText()
  const { id, number, assessments, outside, forms } = useLoaderData<typeof loader>()
  const base = `/candidates/${id}`
  return (
    <Page
      narrow
      title={t('assessments:title')}
      lead={t('assessments:lead_coach')}
      up={{ to: base, label: number }}
    >
      <AssessmentOverview base={`${base}/assessments`} by="coach" assessments={assessments} forms={forms} />
      <OutsideAssessments base={`${base}/outside-assessments`} rows={outside} mayWrite />
    </Page>
  )
}
