import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Unknown } from '~/ui/page'
import type { CallRow } from './calls.server'
import { OutcomeBadge } from './outcome-badge'

/** Calls that have an outcome, with what the employer said. */
export function CallTable({
  list,
  page,
  mayOpen,
}: {
  list: ListParams
  page: Page<CallRow>
  mayOpen: boolean
}) {
  const { t, format } = useText()
  const columns: Column<CallRow>[] = [
    {
      id: 'ended',
      header: t('campaigns:ended_at'),
      sort: 'ended',
      cell: (call) =>
        call.endedAt &&
        (mayOpen ? (
          <Link className="link" to={`/calls/${call.id}`}>
            {format.moment(call.endedAt)}
          </Link>
        ) : (
          format.moment(call.endedAt)
        )),
    },
    {
      id: 'company',
      header: t('campaigns:company'),
      cell: (call) => (
        <Link className="link font-medium" to={`/companies/${call.companyId}`}>
          {call.companyName}
        </Link>
      ),
    },
    {
      id: 'outcome',
      header: t('campaigns:outcome_label'),
      cell: (call) => call.outcome && <OutcomeBadge outcome={call.outcome} />,
    },
    {
      id: 'skills',
      header: t('campaigns:skills_needed'),
      cell: (call) => (call.skillsNeeded.length > 0 ? call.skillsNeeded.join(', ') : <Unknown />),
    },
    { id: 'caller', header: t('campaigns:caller'), cell: (call) => call.callerName },
  ]
  return <DataTable caption={t('campaigns:calls')} columns={columns} list={list} {...page} />
}
