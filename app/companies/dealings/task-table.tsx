import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { ActionButton } from '~/ui/form'
import { Badge, EmptyState } from '~/ui/page'
import type { TaskRow } from './tasks.server'

type Row = TaskRow & { mayDo: boolean }

/** Tasks by their day; `today` is a calendar day and tells which are overdue. */
export function TaskTable({ page, list, today }: { page: Page<Row>; list: ListParams; today: string }) {
  const { t, format } = useText()
  const columns: Column<Row>[] = [
    {
      id: 'due',
      header: t('dealings:task.due'),
      sort: 'due',
      cell: ({ dueOn, doneAt }) => (
        <span className="whitespace-nowrap">
          {format.day(dueOn)} {!doneAt && dueOn < today && <Badge tone="bad">{t('dealings:overdue')}</Badge>}
        </span>
      ),
    },
    {
      id: 'title',
      header: t('dealings:task.what'),
      cell: ({ id, title, mayDo }) =>
        mayDo ? (
          <Link className="link" to={`/tasks/${id}/edit`}>
            {title}
          </Link>
        ) : (
          title
        ),
    },
    {
      id: 'company',
      header: t('dealings:task.company'),
      cell: ({ companyId, companyName }) => (
        <Link className="link" to={`/companies/${companyId}`}>
          {companyName}
        </Link>
      ),
    },
    { id: 'owner', header: t('dealings:task.owner'), cell: ({ ownerName }) => ownerName },
    {
      id: 'state',
      header: t('dealings:task.state'),
      cell: ({ id, title, doneAt, mayDo }) =>
        mayDo &&
        (doneAt ? (
          <ActionButton action={`/tasks/${id}/reopening`} look="quiet">
            {t('dealings:task.reopen')}
            <span className="sr-only">: {title}</span>
          </ActionButton>
        ) : (
          <ActionButton action={`/tasks/${id}/done`}>
            {t('dealings:task.done')}
            <span className="sr-only">: {title}</span>
          </ActionButton>
        )),
    },
  ]
  return (
    <DataTable
      caption={t('dealings:task.title')}
      columns={columns}
      list={list}
      {...page}
      empty={<EmptyState title={t('dealings:task.empty_title')}>{t('dealings:task.empty')}</EmptyState>}
    />
  )
}
