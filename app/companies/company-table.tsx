import { Link } from '@remix-run/react'
import { today } from '~/platform/dates'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Badge, EmptyState, Notice, Unknown } from '~/ui/page'
import type { CompanyList } from './company-filter'
import type { CompanyListRow, CompanyPage } from './company-list.server'
import { FoundIn } from './found-in'
import { PointReasons } from './point-reasons'
import type { SizeBand } from './size-band'
import { StageBadge } from './stage-badge'

/** The list of companies; with `chosen` each row has a box to choose it by, for the form around the table. */
export function CompanyTable({
  page,
  list,
  chosen,
}: {
  page: CompanyPage
  list: CompanyList
  chosen: boolean
}) {
  const { t, format } = useText()
  const columns: Column<CompanyListRow>[] = [
    {
      id: 'name',
      header: t('ui:name'),
      sort: 'name',
      cell: (company) => <CompanyName company={company} chosen={chosen} />,
    },
    {
      id: 'municipality',
      header: t('prospects:filter.names.municipality'),
      sort: 'municipality',
      cell: (company) => (
        <>
          {company.municipality ?? <Unknown />}
          <span className="block text-sm text-soft">
            {company.industry}
            {company.industry && company.sizeBand && ' · '}
            {company.sizeBand && (
              <span className="whitespace-nowrap">
                {t(`companies:sizes.${company.sizeBand as SizeBand}`)}
              </span>
            )}
          </span>
        </>
      ),
    },
    {
      id: 'stage',
      header: t('companies:stage'),
      cell: (company) => (company.stage ? <StageBadge stage={company.stage} /> : <Unknown />),
    },
    {
      id: 'last',
      header: t('prospects:last_contact'),
      sort: 'contacted',
      cell: (company) =>
        company.lastContactAt ? (
          <span className="whitespace-nowrap">{format.day(today(company.lastContactAt))}</span>
        ) : (
          <span className="text-soft">{t('prospects:never_contacted')}</span>
        ),
    },
    {
      id: 'why',
      header: t('prospects:order.reasons'),
      cell: (company) => <PointReasons points={company.points} reasons={company.reasons} most={3} />,
    },
  ]
  return (
    <>
      {page.nearly && <Notice>{t('prospects:search.nearly', { words: list.search })}</Notice>}
      <DataTable
        caption={t('companies:title')}
        columns={columns}
        rows={page.rows}
        list={list}
        total={page.total}
        capped={page.capped}
        empty={<EmptyState title={t('companies:empty_title')}>{t('companies:empty')}</EmptyState>}
      />
    </>
  )
}

function CompanyName({ company, chosen }: { company: CompanyListRow; chosen: boolean }) {
  const { t } = useText()
  return (
    <span className="flex items-start gap-3">
      {chosen && (
        <input
          type="checkbox"
          name="companyIds"
          value={company.id}
          aria-label={t('prospects:choose_company', { name: company.name })}
          className="mt-0.5 size-5 shrink-0 accent-bridge"
        />
      )}
      <span className="min-w-0">
        <Link className="link font-medium" to={`/companies/${company.id}`}>
          {company.name}
        </Link>
        {company.businessId && (
          <span className="block text-sm whitespace-nowrap text-soft">{company.businessId}</span>
        )}
        {company.suppressed && <Badge tone="bad">{t('companies:do_not_contact')}</Badge>}
        <FoundIn evidence={company.evidence} />
      </span>
    </span>
  )
}
