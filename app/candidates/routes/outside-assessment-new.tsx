import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Choices, Field, optionsOf } from '~/ui/form-fields'
import { Notice, Page } from '~/ui/page'
import { OUTSIDE_INSTRUMENTS, OUTSIDE_WAVES, OutsideForm } from '../assessments/assessment'
import { addOutsideAssessment } from '../assessments/outside-assessments.server'
import { findCandidateAt } from '../candidates.server'

export const meta = pageTitle('assessments:outside.add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidateAt(db, viewer, params)
  return { id: candidate.id, number: candidate.number, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')

  const { id: candidateId } = await findCandidateAt(db, viewer, params)

  const form = await parseForm(request, OutsideForm)
  if (!form.ok) return form.reply
  if (form.value.standing === 'done' && form.value.on > today())
    return form.refuse({ on: ['caseload:in_future'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    await addOutsideAssessment(trx, viewer, candidateId, form.value)
    return {
      to: `/candidates/${candidateId}/assessments#outside`,
      toast: { text: 'assessments:outside.added' },
    }
  })
}

export default function NewOutsideAssessment() {
  const { t } = useText()
  const { id, number, today: on } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('assessments:outside.add')}
      up={{ to: `/candidates/${id}/assessments`, label: `${number}: ${t('assessments:title')}` }}
    >
      <Notice>{t('assessments:outside.why')}</Notice>
      <Form defaultValue={{ on, standing: 'done' }}>
        <Choices
          name="instrument"
          label={t('assessments:outside.which')}
          options={optionsOf(OUTSIDE_INSTRUMENTS, (value) => t(`assessments:outside.instrument.${value}`))}
        />
        <Choices
          name="wave"
          label={t('assessments:wave_field')}
          options={optionsOf(OUTSIDE_WAVES, (value) => t(`assessments:outside.wave.${value}`))}
        />
        <Choices
          name="standing"
          label={t('assessments:outside.standing')}
          options={optionsOf(['done', 'planned'], (value) => t(`assessments:outside.${value}`))}
        />
        <Field name="on" type="date" label={t('assessments:outside.on')} />
        <Submit>{t('ui:save')}</Submit>
      </Form>
    </Page>
  )
}
