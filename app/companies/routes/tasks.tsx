import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { ExportLink } from '~/exports/export-link'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Filters } from '~/ui/filters'
import { Page } from '~/ui/page'
import { TaskTable } from '../dealings/task-table'
import { listTasks, mayDo, tasksShape } from '../dealings/tasks.server'

export const meta = pageTitle('dealings:task.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const list = readListParams(request.url, tasksShape)
  const page = await listTasks(db, viewer, list)
  const rows = page.rows.map((task) => ({ ...task, mayDo: mayDo(viewer, task) }))
  return { list, page: { ...page, rows }, today: today(), mayExport: may(viewer, 'companies.export') }
}

export default function Tasks() {
  const { t } = useText()
  const { list, page, today, mayExport } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('dealings:task.title')}
      lead={t('dealings:task.lead')}
      actions={mayExport && <ExportLink to="/tasks/export.csv" list={list} />}
    >
      <Filters
        list={list}
        searchLabel={t('dealings:task.search_label')}
        filters={[
          {
            name: 'whose',
            label: t('dealings:task.whose'),
            none: t('dealings:task.mine_only'),
            options: [{ value: 'all', label: t('dealings:task.everyone') }],
          },
          {
            name: 'state',
            label: t('dealings:task.state'),
            none: t('dealings:task.open'),
            options: [
              { value: 'overdue', label: t('dealings:task.overdue') },
              { value: 'done', label: t('dealings:task.done_ones') },
            ],
          },
        ]}
      />
      <TaskTable page={page} list={list} today={today} />
    </Page>
  )
}
