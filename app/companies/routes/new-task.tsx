import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { listOwnerChoices } from '../bulk-changes.server'
import { findCompanyAt } from '../companies.server'
import { TaskForm } from '../dealings/dealing-forms'
import { TaskFields } from '../dealings/task-fields'
import { addTask } from '../dealings/tasks.server'

export const meta = pageTitle('dealings:task.add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompanyAt(db, viewer, params)
  const people = await listOwnerChoices(db)
  return { company, people, ownerId: viewer.userId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, TaskForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { id: companyId } = await findCompanyAt(trx, viewer, params)
    await addTask(trx, viewer, companyId, form.value)
    return { to: `/companies/${companyId}`, toast: { text: 'dealings:task.saved' } }
  })
}

export default function NewTask() {
  const { t } = useText()
  const { company, people, ownerId } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('dealings:task.add')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      defaultValue={{ ownerId }}
      submit={t('ui:save')}
    >
      <TaskFields people={people} />
    </FormPage>
  )
}
