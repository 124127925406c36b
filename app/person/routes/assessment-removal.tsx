import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { findFilled } from '~/candidates/assessments/filling.server'
import { removeSelfAssessment } from '~/candidates/assessments/self-assessments.server'
import { doOnce } from '~/platform/form.server'
import { idParam, notFound, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('assessments:remove')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const filled = orNotFound(await findFilled(ownCandidateId(viewer), idParam(params, 'assessmentId')))
  return { assessmentId: filled.assessment.id, instrument: filled.form.instrument }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')

  return doOnce(request, viewer.userId, async (trx) => {
    const assessmentId = idParam(params, 'assessmentId')
    if (!(await removeSelfAssessment(trx, viewer, ownCandidateId(viewer), assessmentId))) throw notFound()
    return { to: '/own/assessments', toast: { text: 'assessments:removed' } }
  })
}

export default function OwnAssessmentRemoval() {
  const { t } = useText()
  const { assessmentId, instrument } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('assessments:remove')}
      lead={t('assessments:remove_lead')}
      up={{ to: `/own/assessments/${assessmentId}`, label: t(`assessments:instrument.${instrument}`) }}
    >
      <Form>
        <Submit look="danger">{t('assessments:remove')}</Submit>
      </Form>
    </OwnPage>
  )
}
