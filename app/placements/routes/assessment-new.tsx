import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf, TextArea } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { saveAssessment } from '../follow-up.server'
import { AssessmentForm } from '../placement'
import { findPlacement } from '../placements.server'

export const meta = pageTitle('placements:assessment.add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'placements.write')
  const placement = orNotFound(await findPlacement(db, viewer, idParam(params, 'placementId')))
  return { id: placement.id, title: placement.title, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'placements.write')
  const placement = orNotFound(await findPlacement(db, viewer, idParam(params, 'placementId')))

  const form = await parseForm(request, AssessmentForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await saveAssessment(trx, viewer, placement, form.value)
    return { to: `/placements/${placement.id}#assessments`, toast: { text: 'placements:assessment.saved' } }
  })
}

export default function NewAssessment() {
  const { t } = useText()
  const placement = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('placements:assessment.add')}
      up={{ to: `/placements/${placement.id}`, label: placement.title }}
      defaultValue={{ givenOn: placement.today, kind: 'closing' }}
      submit={t('ui:save')}
    >
      <Choices
        name="kind"
        label={t('placements:assessment.kind')}
        options={optionsOf(['mid', 'closing'], (value) => t(`placements:assessment.${value}`))}
      />
      <Field name="givenOn" type="date" label={t('placements:assessment.given_on')} />
      <Field name="givenByName" label={t('placements:assessment.given_by')} optional />
      <Choices
        name="fitToWork"
        label={t('placements:assessment.fit')}
        options={optionsOf(['1', '2', '3', '4', '5'], (value) => value)}
      />
      <Choices
        name="readiness"
        label={t('placements:assessment.readiness')}
        optional
        options={optionsOf(['1', '2', '3', '4', '5'], (value) => value)}
      />
      <TextArea name="strengths" label={t('placements:assessment.strengths')} optional />
      <TextArea name="toDevelop" label={t('placements:assessment.to_develop')} optional />
      <Choices
        name="wouldHire"
        label={t('placements:assessment.would_hire')}
        optional
        options={optionsOf(['yes', 'maybe', 'no'], (value) => t(`placements:assessment.${value}`))}
      />
    </FormPage>
  )
}
