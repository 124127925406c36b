import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Badge, Unknown } from '~/ui/page'
import type { EngagementRow } from './engagements.server'
import { StageBadge } from './stage-badge'

/** The companies of a round: how far each has come and what comes next. */
export function EngagementTable({
  page,
  list,
  mayWrite,
}: {
  page: Page<EngagementRow>
  list: ListParams
  mayWrite: boolean
}) {
  const { t, format } = useText()
  const columns: Column<EngagementRow>[] = [
    {
      id: 'name',
      header: t('ui:name'),
      sort: 'name',
      cell: (engagement) => (
        <span className="flex flex-wrap items-center gap-2">
          <Link className="link font-medium" to={`/companies/${engagement.companyId}`}>
            {engagement.companyName}
          </Link>
          {engagement.returningPartner && <Badge tone="info">{t('companies:returning_partner')}</Badge>}
        </span>
      ),
    },
    { id: 'stage', header: t('companies:stage'), cell: ({ stage }) => <StageBadge stage={stage} /> },
    {
      id: 'next',
      header: t('companies:engagement.next_action'),
      sort: 'next_action',
      cell: ({ nextAction, nextActionOn }) =>
        nextActionOn ? (
          <>
            {format.day(nextActionOn)} {nextAction}
          </>
        ) : (
          <Unknown />
        ),
    },
    {
      id: 'owner',
      header: t('companies:engagement.owner'),
      cell: ({ ownerName }) => ownerName ?? <Unknown />,
    },
    ...(mayWrite
      ? [
          {
            id: 'edit',
            header: '',
            cell: (engagement: EngagementRow) => (
              <Link
                className="link inline-flex min-h-6 items-center"
                to={`/companies/${engagement.companyId}/engagements/${engagement.roundId}`}
              >
                {t('ui:edit')}
                <span className="sr-only"> {engagement.companyName}</span>
              </Link>
            ),
          },
        ]
      : []),
  ]
  return <DataTable caption={t('rounds:companies')} columns={columns} list={list} {...page} />
}
