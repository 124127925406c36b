import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { findCandidateByNumber } from '~/candidates/candidate-number.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Field } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { SuggestField } from '~/ui/suggest-field'
import { ParticipantForm } from '../mentoring'
import { addParticipant } from '../programme-people.server'
import { findProgramme } from '../programmes.server'

export const meta = pageTitle('mentoring:participants.add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')
  const programme = orNotFound(await findProgramme(db, viewer, idParam(params, 'programmeId')))
  return { id: programme.id, name: programme.name, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')
  const programme = orNotFound(await findProgramme(db, viewer, idParam(params, 'programmeId')))

  const form = await parseForm(request, ParticipantForm)
  if (!form.ok) return form.reply
  const candidate = await findCandidateByNumber(db, viewer, form.value.candidate)
  if (!candidate) return form.refuse({ candidate: ['mentoring:participants.which'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    await addParticipant(trx, viewer, programme.id, {
      candidateId: candidate.id,
      joinedOn: form.value.joinedOn,
    })
    return { to: `/mentoring/${programme.id}#participants`, toast: { text: 'mentoring:participants.added' } }
  })
}

export default function NewParticipant() {
  const { t } = useText()
  const programme = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('mentoring:participants.add')}
      up={{ to: `/mentoring/${programme.id}`, label: programme.name }}
      defaultValue={{ joinedOn: programme.today }}
      submit={t('mentoring:participants.add')}
    >
      <SuggestField
        name="candidate"
        label={t('mentoring:participants.candidate')}
        hint={t('mentoring:participants.candidate_hint')}
        from="/candidates/suggestions"
      />
      <Field name="joinedOn" type="date" label={t('mentoring:participants.joined_on')} />
    </FormPage>
  )
}
