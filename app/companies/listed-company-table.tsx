import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Badge, Unknown } from '~/ui/page'
import type { ListedCompany } from './source-lists.server'

export function ListedCompanyTable({ page, list }: { page: Page<ListedCompany>; list: ListParams }) {
  const { t } = useText()
  const columns: Column<ListedCompany>[] = [
    {
      id: 'name',
      header: t('ui:name'),
      sort: 'name',
      cell: (company) => (
        <span className="flex flex-wrap items-center gap-x-2">
          <Link className="link font-medium" to={`/companies/${company.id}`}>
            {company.name}
          </Link>
          {company.businessId && (
            <span className="basis-full text-sm whitespace-nowrap text-soft">{company.businessId}</span>
          )}
          {company.suppressed && <Badge tone="bad">{t('companies:do_not_contact')}</Badge>}
          {company.earlierProject && <Badge tone="info">{t('companies:list.earlier_project')}</Badge>}
        </span>
      ),
    },
    {
      id: 'municipality',
      header: t('companies:municipality'),
      sort: 'municipality',
      cell: ({ municipality }) => municipality ?? <Unknown />,
    },
    { id: 'industry', header: t('companies:industry'), cell: ({ industry }) => industry ?? <Unknown /> },
    {
      id: 'keywords',
      header: t('companies:list.matched_keywords'),
      cell: ({ matchedKeywords }) => (matchedKeywords.length > 0 ? matchedKeywords.join(', ') : <Unknown />),
    },
  ]
  return <DataTable caption={t('companies:title')} columns={columns} list={list} {...page} />
}
