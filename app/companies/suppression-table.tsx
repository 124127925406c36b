import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/page'
import { type SuppressionReason, whereAsked } from './suppression'
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
      header: t('suppressions:target'),
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
      header: t('suppressions:channel'),
      cell: ({ channel }) => t(`suppressions:channels.${channel as 'all'}`),
    },
    {
      id: 'reason',
      header: t('ui:reason'),
      cell: ({ reason, askedBy, askedHow, askedOn, wording }) => (
        <>
          {[
            t(`suppressions:reasons.${reason as SuppressionReason}`),
            askedBy,
            whereAsked(t, askedHow),
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
      header: t('suppressions:since'),
      sort: 'created',
      cell: ({ createdAt, authorName }) => [format.moment(createdAt), authorName].filter(Boolean).join(' · '),
    },
    {
      id: 'state',
      header: t('ui:status'),
      cell: ({ id, liftedAt, lifterName, liftReason }) =>
        liftedAt ? (
          <>
            {t('suppressions:lifted')} {format.moment(liftedAt)}
            {lifterName && ` · ${lifterName}`}
            {liftReason && <span className="block text-sm">{liftReason}</span>}
          </>
        ) : mayWrite ? (
          <Link className="link inline-flex min-h-6 items-center" to={`/suppressions/${id}/lifting`}>
            {t('suppressions:lift')}
          </Link>
        ) : (
          t('suppressions:in_force')
        ),
    },
  ]
  return (
    <DataTable
      caption={t('suppressions:title')}
      columns={columns}
      list={list}
      {...page}
      empty={<EmptyState title={t('suppressions:empty')} />}
    />
  )
}
