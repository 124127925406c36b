import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Badge, EmptyState, Unknown } from '~/ui/page'
import type { CompanyListRow } from './companies.server'
import type { SizeBand } from './size-band'
import { StageBadge } from './stage-badge'

export function CompanyTable({ page, list }: { page: Page<CompanyListRow>; list: ListParams }) {
  const { t, format } = useText()
  const columns: Column<CompanyListRow>[] = [
    {
      id: 'name',
      header: t('common:name'),
      sort: 'name',
      cell: (company) => (
        <>
          <Link className="link font-medium" to={`/companies/${company.id}`}>
            {company.name}
          </Link>
          {company.businessId && (
            <span className="block text-sm whitespace-nowrap text-soft">{company.businessId}</span>
          )}
          {company.suppressed && <Badge tone="bad">{t('companies:do_not_contact')}</Badge>}
        </>
      ),
    },
    {
      id: 'municipality',
      header: t('companies:municipality'),
      sort: 'municipality',
      cell: (company) => company.municipality ?? <Unknown />,
    },
    { id: 'industry', header: t('companies:industry'), cell: (company) => company.industry ?? <Unknown /> },
    {
      id: 'size',
      header: t('companies:size'),
      cell: (company) =>
        company.sizeBand ? t(`companies:sizes.${company.sizeBand as SizeBand}`) : <Unknown />,
    },
    {
      id: 'stage',
      header: t('companies:stage'),
      cell: (company) => (company.stage ? <StageBadge stage={company.stage} /> : <Unknown />),
    },
    {
      id: 'last',
      header: t('companies:last_activity'),
      cell: (company) =>
        company.lastActivityAt ? (
          <span className="whitespace-nowrap">{format.moment(company.lastActivityAt)}</span>
        ) : (
          <Unknown />
        ),
    },
  ]
  return (
    <DataTable
      caption={t('companies:title')}
      columns={columns}
      rows={page.rows}
      list={list}
      total={page.total}
      capped={page.capped}
      empty={<EmptyState title={t('companies:empty_title')}>{t('companies:empty')}</EmptyState>}
    />
  )
}
