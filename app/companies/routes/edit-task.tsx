import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { listOwnerChoices } from '../bulk-changes.server'
import { TaskChangeForm } from '../dealings/dealing-forms'
import { TaskFields } from '../dealings/task-fields'
import { changeTask, findTaskToDo } from '../dealings/tasks.server'

export const meta = pageTitle('dealings:task.edit')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const task = orNotFound(await findTaskToDo(db, viewer, idParam(params, 'taskId')))
  return { task, people: await listOwnerChoices(db) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const taskId = idParam(params, 'taskId')
  const form = await parseForm(request, TaskChangeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const task = orNotFound(await findTaskToDo(trx, viewer, taskId))
    if (!(await changeTask(trx, taskId, form.value))) return form.conflict('errors:changed_by_other')
    return { to: `/companies/${task.companyId}`, toast: { text: 'dealings:task.saved' } }
  })
}

export default function EditTask() {
  const { t } = useText()
  const { task, people } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('dealings:task.edit')}
      lead={task.companyName}
      up={{ to: '/tasks', label: t('dealings:task.title') }}
      defaultValue={task}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={task.version} />
      <TaskFields people={people} />
    </FormPage>
  )
}
