import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { AssessmentQuestions } from '~/candidates/assessments/assessment-questions'
import { instrumentParam, openFilling, takeFilling } from '~/candidates/assessments/filling.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('assessments:title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  return openFilling(request, instrumentParam(params), ownCandidateId(viewer))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  return takeFilling(request, viewer, {
    instrument: instrumentParam(params),
    candidateId: ownCandidateId(viewer),
    by: 'person',
    base: '/own/assessments',
  })
}

export default function FillOwn() {
  const { t } = useText()
  const { form, wave } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t(`assessments:instrument.${form.instrument}`)}
      lead={t('assessments:fill_lead_own')}
      up={{ to: '/own/assessments', label: t('assessments:title') }}
    >
      <AssessmentQuestions form={form} wave={wave} by="person" />
    </OwnPage>
  )
}
