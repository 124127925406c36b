import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { openRounds } from '~/companies/engagement-rounds.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { ProgrammeForm } from '../mentoring'
import { ProgrammeFields } from '../programme-form'
import { changeProgramme, findProgramme } from '../programmes.server'

export const meta = pageTitle('mentoring:edit')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')
  const programme = orNotFound(await findProgramme(db, viewer, idParam(params, 'programmeId')))
  return { programme, rounds: await openRounds(db, programme.roundId) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')
  const programmeId = idParam(params, 'programmeId')
  orNotFound(await findProgramme(db, viewer, programmeId))

  const form = await parseForm(request, ProgrammeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await changeProgramme(trx, viewer, programmeId, form.value)))
      return form.conflict('errors:changed_by_other')
    return { to: `/mentoring/${programmeId}`, toast: { text: 'mentoring:saved' } }
  })
}

export default function EditProgramme() {
  const { t } = useText()
  const { programme, rounds } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('mentoring:edit')}
      up={{ to: `/mentoring/${programme.id}`, label: programme.name }}
      defaultValue={programme}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={programme.version} />
      <ProgrammeFields rounds={rounds} />
    </FormPage>
  )
}
