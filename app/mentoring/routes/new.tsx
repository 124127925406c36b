import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { openRounds } from '~/companies/engagement-rounds.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { NewProgrammeForm } from '../mentoring'
import { ProgrammeFields } from '../programme-form'
import { addProgramme } from '../programmes.server'

export const meta = pageTitle('mentoring:new')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'mentoring.write')
  return { rounds: await openRounds(db) }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')

  const form = await parseForm(request, NewProgrammeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const id = await addProgramme(trx, viewer, form.value)
    return { to: `/mentoring/${id}`, toast: { text: 'mentoring:added' } }
  })
}

export default function NewProgramme() {
  const { t } = useText()
  const { rounds } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('mentoring:new')}
      up={{ to: '/mentoring', label: t('mentoring:title') }}
      submit={t('ui:save')}
    >
      <ProgrammeFields rounds={rounds} />
    </FormPage>
  )
}
