import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Field } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { LeavingForm } from '../mentoring'
import { endParticipation, findParticipant } from '../programme-people.server'
import { findProgramme } from '../programmes.server'

export const meta = pageTitle('mentoring:participants.end')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')
  const programme = orNotFound(await findProgramme(db, viewer, idParam(params, 'programmeId')))
  const candidateId = idParam(params, 'candidateId')
  const participant = orNotFound(await findParticipant(db, { programmeId: programme.id, candidateId }))
  return { id: programme.id, name: programme.name, number: participant.number, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')
  const programme = orNotFound(await findProgramme(db, viewer, idParam(params, 'programmeId')))
  const candidateId = idParam(params, 'candidateId')
  const participant = orNotFound(await findParticipant(db, { programmeId: programme.id, candidateId }))

  const form = await parseForm(request, LeavingForm)
  if (!form.ok) return form.reply
  if (form.value.leftOn < participant.joinedOn) return form.refuse({ leftOn: ['errors:ends_before_start'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const { leftOn, reason = null } = form.value
    await endParticipation(trx, viewer, programme.id, candidateId, { leftOn, reason })
    return { to: `/mentoring/${programme.id}#participants`, toast: { text: 'mentoring:participants.ended' } }
  })
}

export default function EndParticipation() {
  const { t } = useText()
  const programme = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={`${t('mentoring:participants.end')}: ${programme.number}`}
      up={{ to: `/mentoring/${programme.id}`, label: programme.name }}
      defaultValue={{ leftOn: programme.today }}
      submit={t('mentoring:participants.end')}
    >
      <Field name="leftOn" type="date" label={t('mentoring:participants.left_on')} />
      <Field name="reason" label={t('ui:reason')} optional />
    </FormPage>
  )
}
