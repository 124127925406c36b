import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound, safePath } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findTaskToDo, turnTask } from '../dealings/tasks.server'

export const meta = pageTitle('dealings:task.done')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const task = orNotFound(await findTaskToDo(db, viewer, idParam(params, 'taskId')))
  return { task }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const form = await parseForm(request, z.object({ back: z.string().optional() }))
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const task = orNotFound(await findTaskToDo(trx, viewer, idParam(params, 'taskId')))
    await turnTask(trx, viewer, task, 'done')
    return {
      to: safePath(form.value.back, '/tasks'),
      toast: { text: 'dealings:task.done_saved', undo: `/tasks/${task.id}/reopening` },
    }
  })
}

export default function TaskDone() {
  const { t } = useText()
  const { task } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={task.title}
      lead={task.companyName}
      up={{ to: '/tasks', label: t('dealings:task.title') }}
      note={t('dealings:task.done_lead')}
      submit={t('dealings:task.done')}
    />
  )
}
