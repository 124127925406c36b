import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { PointReasons } from '~/companies/point-reasons'
import { ExportLink } from '~/exports/export-link'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { Badge, Page, Unknown } from '~/ui/page'
import { type CallTaskRow, listCallTasks, taskListShape, taskStates } from '../call-tasks.server'
import { findCampaign } from '../campaigns.server'
import { OutcomeBadge } from '../outcome-badge'
import { TaskState } from '../task-state'

export const meta = pageTitle('campaigns:tasks')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.read')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const list = readListParams(request.url, taskListShape)
  return {
    campaign: { id: campaign.id, name: campaign.name },
    list,
    page: await listCallTasks(db, viewer, campaign, list),
    states: taskStates,
    mayWrite: may(viewer, 'campaigns.write'),
    mayExport: may(viewer, 'campaigns.export'),
  }
}

export default function CallTasks() {
  const { t, format } = useText()
  const { campaign, list, page, states, mayWrite, mayExport } = useLoaderData<typeof loader>()
  const columns: Column<CallTaskRow>[] = [
    {
      id: 'name',
      header: t('ui:name'),
      sort: 'name',
      cell: (task) => (
        <span className="flex flex-wrap items-center gap-2">
          <Link className="link font-medium" to={`/companies/${task.companyId}`}>
            {task.companyName}
          </Link>
          {task.suppressed && <Badge tone="bad">{t('campaigns:blocked.suppressed')}</Badge>}
        </span>
      ),
    },
    {
      id: 'why',
      header: t('prospects:order.reasons'),
      sort: 'position',
      cell: (task) => <PointReasons points={task.points} reasons={task.reasons} most={3} />,
    },
    { id: 'state', header: t('ui:status'), cell: (task) => <TaskState task={task} /> },
    {
      id: 'due',
      header: t('campaigns:next_try'),
      sort: 'due',
      cell: (task) => (task.status === 'done' ? <Unknown /> : format.moment(task.dueAt)),
    },
    {
      id: 'attempts',
      header: t('campaigns:attempts'),
      align: 'right',
      cell: (task) => format.number(task.attempts),
    },
    {
      id: 'last',
      header: t('campaigns:last_outcome'),
      cell: (task) => (task.lastOutcome ? <OutcomeBadge outcome={task.lastOutcome} /> : <Unknown />),
    },
    ...(mayWrite
      ? [
          {
            id: 'withdraw',
            header: '',
            cell: (task: CallTaskRow) =>
              task.status !== 'done' && (
                <Link
                  className="link inline-flex min-h-6 items-center"
                  to={`/campaigns/${campaign.id}/tasks/${task.companyId}/withdrawal`}
                >
                  {t('campaigns:withdraw')}
                  <span className="sr-only"> {task.companyName}</span>
                </Link>
              ),
          },
        ]
      : []),
  ]
  return (
    <Page
      title={t('campaigns:tasks')}
      lead={t('campaigns:tasks_lead')}
      up={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
      actions={
        <>
          {mayExport && <ExportLink to={`/campaigns/${campaign.id}/tasks.csv`} list={list} />}
          <ButtonLink to={`/campaigns/${campaign.id}/order`}>{t('prospects:order.title')}</ButtonLink>
        </>
      }
    >
      <Filters
        list={list}
        searchLabel={t('campaigns:search_company')}
        filters={[
          {
            name: 'state',
            label: t('ui:status'),
            options: optionsOf(states, (value) => t(`campaigns:task_state.${value}`)),
          },
        ]}
      />
      <DataTable
        caption={t('campaigns:tasks')}
        columns={columns}
        rows={page.rows}
        list={list}
        total={page.total}
      />
    </Page>
  )
}
