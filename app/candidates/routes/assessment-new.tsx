import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Page } from '~/ui/page'
import { AssessmentQuestions } from '../assessments/assessment-questions'
import { instrumentParam, openFilling, takeFilling } from '../assessments/filling.server'
import { findCandidateAt } from '../candidates.server'

export const meta = pageTitle<typeof loader>((data) => data.number)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidateAt(db, viewer, params)
  const filling = await openFilling(request, instrumentParam(params), candidate.id)
  return { id: candidate.id, number: candidate.number, ...filling }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')

  const { id: candidateId } = await findCandidateAt(db, viewer, params)
  return takeFilling(request, viewer, {
    instrument: instrumentParam(params),
    candidateId,
    by: 'coach',
    base: `/candidates/${candidateId}/assessments`,
  })
}

export default function FillTogether() {
  const { t } = useText()
  const { id, number, form, wave } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t(`assessments:instrument.${form.instrument}`)}
      lead={t('assessments:fill_lead_coach')}
      up={{ to: `/candidates/${id}/assessments`, label: `${number}: ${t('assessments:title')}` }}
    >
      <AssessmentQuestions form={form} wave={wave} by="coach" />
    </Page>
  )
}
