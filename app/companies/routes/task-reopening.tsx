import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findTaskToDo, turnTask } from '../dealings/tasks.server'

export const meta = pageTitle('dealings:task.reopen')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const task = orNotFound(await findTaskToDo(db, viewer, idParam(params, 'taskId')))
  return { task }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  return doOnce(request, viewer.userId, async (trx) => {
    const task = orNotFound(await findTaskToDo(trx, viewer, idParam(params, 'taskId')))
    await turnTask(trx, viewer, task, 'open')
    return { to: '/tasks', toast: { text: 'dealings:task.reopened' } }
  })
}

export default function TaskReopening() {
  const { t } = useText()
  const { task } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={task.title}
      lead={task.companyName}
      up={{ to: '/tasks', label: t('dealings:task.title') }}
      note={t('dealings:task.reopen_lead')}
      submit={t('dealings:task.reopen')}
    />
  )
}
