import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findFilled } from '../assessments/filling.server'
import { removeSelfAssessment } from '../assessments/self-assessments.server'
import { findCandidate, findCandidateAt } from '../candidates.server'

export const meta = pageTitle('assessments:remove')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidate(db, viewer, idParam(params, 'candidateId'))
  const filled = candidate && (await findFilled(candidate.id, idParam(params, 'assessmentId')))
  if (!filled) throw notFound()
  return { id: candidate.id, number: candidate.number, assessmentId: filled.assessment.id }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')

  const { id: candidateId } = await findCandidateAt(db, viewer, params)

  return doOnce(request, viewer.userId, async (trx) => {
    if (!(await removeSelfAssessment(trx, viewer, candidateId, idParam(params, 'assessmentId'))))
      throw notFound()
    return { to: `/candidates/${candidateId}/assessments`, toast: { text: 'assessments:removed' } }
  })
}

export default function AssessmentRemoval() {
  const { t } = useText()
  const { id, number, assessmentId } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('assessments:remove')}
      lead={t('assessments:remove_lead')}
      up={{ to: `/candidates/${id}/assessments/${assessmentId}`, label: number }}
      submit={t('assessments:remove')}
      look="danger"
    />
  )
}
