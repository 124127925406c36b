import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Page } from '~/ui/page'
import { AssessmentResult } from '../assessments/assessment-result'
import { findFilled } from '../assessments/filling.server'
import { findCandidate } from '../candidates.server'

export const meta = pageTitle<typeof loader>((data) => data.number)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidate(db, viewer, idParam(params, 'candidateId'))
  const filled = candidate && (await findFilled(candidate.id, idParam(params, 'assessmentId')))
  if (!filled) throw notFound()
  await recordReading(db, viewer.userId, 'assessments', { candidateId: candidate.id })
  return { id: candidate.id, number: candidate.number, ...filled }
}

export default function Assessment() {
  const { t, format } = useText()
  const { id, number, assessment, form } = useLoaderData<typeof loader>()
  const base = `/candidates/${id}/assessments`
  return (
    <Page
      narrow
      title={t(`assessments:instrument.${form.instrument}`)}
      lead={t('assessments:made', {
        wave: t(`assessments:wave.${assessment.wave}`),
        day: format.day(assessment.doneOn),
        how: t(`assessments:how.${assessment.how}`),
        version: form.version,
      })}
      up={{ to: base, label: `${number}: ${t('assessments:title')}` }}
      actions={<ButtonLink to={`${base}/${assessment.id}/removal`}>{t('assessments:remove')}</ButtonLink>}
    >
      <AssessmentResult assessment={assessment} form={form} />
    </Page>
  )
}
