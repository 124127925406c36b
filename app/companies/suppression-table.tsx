import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/page'
import type { SuppressionReason } from './suppression'
import type { SuppressionRow } from './suppressions.server'

export function SuppressionTable({
  page,
  list,
  mayWrite,
}: {
  page: Page<SuppressionRow>
  list: ListParams
  mayWrite: boolean
}) {
  const { t, format } = useText()
  const columns: Column<SuppressionRow>[] = [
    {
      id: 'target',
      header: t('companies:suppression.target'),
      cell: ({ companyId, companyName, businessId, phone, email }) => (
        <>
          {companyId && (
            <Link className="link font-medium" to={`/companies/${companyId}`}>
              {companyName}
            </Link>
          )}
          <span className="block text-sm">{[businessId, phone, email].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      id: 'channel',
      header: t('companies:suppression.channel'),
      cell: ({ channel }) => t(`companies:suppression.channels.${channel as 'all'}`),
    },
    {
      id: 'reason',
      header: t('common:reason'),
      cell: ({ reason, askedBy, askedHow, askedOn, wording }) => (
        <>
          {[
            t(`companies:suppression.reasons.${reason as SuppressionReason}`),
            askedBy,
            askedHow,
            askedOn && format.day(askedOn),
          ]
            .filter(Boolean)
            .join(' · ')}
          {wording && <q className="block text-sm">{wording}</q>}
        </>
      ),
    },
    {
      id: 'created',
      header: t('companies:suppression.since'),
      sort: 'created',
      cell: ({ createdAt, authorName }) => [format.moment(createdAt), authorName].filter(Boolean).join(' · '),
    },
    {
      id: 'state',
      header: t('common:status'),
      cell: ({ id, liftedAt, lifterName, liftReason }) =>
        liftedAt ? (
          <>
            {t('companies:suppression.lifted')} {format.moment(liftedAt)}
            {lifterName && ` · ${lifterName}`}
            {liftReason && <span className="block text-sm">{liftReason}</span>}
          </>
        ) : mayWrite ? (
          <Link className="link inline-flex min-h-6 items-center" to={`/suppressions/${id}/lifting`}>
            {t('companies:suppression.lift')}
          </Link>
        ) : (
          t('companies:suppression.in_force')
        ),
    },
  ]
  return (
    <DataTable
      caption={t('companies:suppression.title')}
      columns={columns}
      rows={page.rows}
      list={list}
      total={page.total}
      capped={page.capped}
      empty={<EmptyState title={t('companies:suppression.empty')} />}
    />
  )
}
