import { Link } from '@remix-run/react'
import { PointReasons } from '~/companies/point-reasons'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Badge, Unknown } from '~/ui/page'
import type { CallTaskRow } from './call-tasks.server'
import { OutcomeBadge } from './outcome-badge'
import { TaskState } from './task-state'

/** The companies of a campaign: why each is called, when next, how often tried, and what came of it. */
export function CallTaskTable({
  list,
  page,
  campaign,
  mayWrite,
}: {
  list: ListParams
  page: Page<CallTaskRow>
  campaign: { id: string }
  mayWrite: boolean
}) {
  const { t, format } = useText()
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
  return <DataTable caption={t('campaigns:tasks')} columns={columns} list={list} {...page} />
}
