import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findCandidate, findCandidateAt } from '../candidates.server'
import { NextStepForm } from '../caseload/caseload'
import { findCare, setNextStep } from '../caseload/coaches.server'
import { NextStepFields } from '../caseload/next-step-fields'

export const meta = pageTitle('caseload:next_step.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidate(db, viewer, idParam(params, 'candidateId'))
  const care = candidate && (await findCare(db, candidate.id))
  if (!care) throw notFound()
  return {
    id: candidate.id,
    number: candidate.number,
    defaults: { nextStep: care.nextStep, nextStepOn: care.nextStepOn },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')

  const { id: candidateId } = await findCandidateAt(db, viewer, params)

  const form = await parseForm(request, NextStepForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await setNextStep(trx, viewer, candidateId, form.value)
    return { to: `/candidates/${candidateId}#care`, toast: { text: 'caseload:next_step.saved' } }
  })
}

export default function NextStep() {
  const { t } = useText()
  const { id, number, defaults } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('caseload:next_step.title')}
      lead={t('caseload:next_step.lead')}
      up={{ to: `/candidates/${id}`, label: number }}
      defaultValue={defaults}
      submit={t('ui:save')}
    >
      <NextStepFields />
    </FormPage>
  )
}
