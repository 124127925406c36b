import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Checkbox } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { NewCandidateForm } from '../candidate'
import { CandidateFields } from '../candidate-form'
import { addCandidate } from '../candidates.server'

export const meta = pageTitle('candidates:new_title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'candidates.write')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')

  const form = await parseForm(request, NewCandidateForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const id = await addCandidate(trx, viewer, form.value)
    return { to: `/candidates/${id}`, toast: { text: 'candidates:added' } }
  })
}

export default function NewCandidate() {
  const { t } = useText()
  const reply = useActionData<typeof action>()
  const wasErased = reply?.form.error?.['']?.includes('candidates:erased_before')
  return (
    <FormPage
      title={t('candidates:new_title')}
      up={{ to: '/candidates', label: t('candidates:title') }}
      submit={t('ui:save')}
    >
      <CandidateFields />
      {wasErased && <Checkbox name="cameBack" label={t('candidates:came_back')} />}
    </FormPage>
  )
}
