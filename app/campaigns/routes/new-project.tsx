import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Field } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { ProjectForm } from '../round'
import { Days } from '../round-fields'
import { addProject } from '../rounds.server'

export const meta = pageTitle('rounds:projects.add')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'campaigns.write')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const form = await parseForm(request, ProjectForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const projectId = await addProject(trx, viewer, form.value)
    if (!projectId) return form.refuse({ code: ['errors:taken'] })
    return { to: '/rounds/new', toast: { text: 'rounds:projects.saved' } }
  })
}

export default function NewProject() {
  const { t } = useText()
  return (
    <FormPage
      title={t('rounds:projects.add')}
      up={{ to: '/rounds/new', label: t('rounds:add') }}
      submit={t('ui:save')}
    >
      <Field name="name" label={t('ui:name')} />
      <Field name="code" label={t('rounds:projects.code')} hint={t('rounds:projects.code_hint')} />
      <Field name="funder" label={t('rounds:projects.funder')} optional />
      <Days />
    </FormPage>
  )
}
