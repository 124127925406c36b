import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { ExportLink } from '~/exports/export-link'
import { db } from '~/platform/db.server'
import { filterAddress } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Page } from '~/ui/page'
import { BulkChoice } from '../bulk-choice'
import { isNarrowed, readCompanyList } from '../company-filter'
import { CompanyFilterPanel } from '../company-filter-panel'
import { listCompanies } from '../company-list.server'
import { CompanyTable } from '../company-table'
import { listFilterChoices, namesInFilters } from '../filter-choices.server'
import { listSegmentNames } from '../segments.server'

export const meta = pageTitle('companies:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const list = readCompanyList(request.url)
  const [page, known, names, segments] = await Promise.all([
    listCompanies(db, viewer, list),
    listFilterChoices(db),
    namesInFilters(db, [list]),
    listSegmentNames(db, viewer),
  ])
  return {
    list,
    page,
    known,
    names,
    segments: segments.map(({ id, name, filter }) => ({ id, name, filter })),
    mayWrite: may(viewer, 'companies.write'),
    mayImport: may(viewer, 'companies.import'),
    mayExport: may(viewer, 'companies.export'),
  }
}

export default function Companies() {
  const { t } = useText()
  const { list, page, known, names, segments, mayWrite, mayImport, mayExport } =
    useLoaderData<typeof loader>()
  const filter = filterAddress(list)
  const table = <CompanyTable page={page} list={list} chosen={mayWrite} />
  return (
    <Page
      title={t('companies:title')}
      actions={
        <>
          {mayExport && <ExportLink to="/companies/export.csv" list={list} />}
          {mayImport && <ButtonLink to="imports/new">{t('imports:title')}</ButtonLink>}
          {mayWrite && (
            <ButtonLink to="new" look="primary">
              {t('companies:add')}
            </ButtonLink>
          )}
        </>
      }
    >
      <nav
        aria-label={t('prospects:segment.title')}
        className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm"
      >
        <Link className="link inline-flex min-h-8 items-center font-medium" to="/segments">
          {t('prospects:segment.title')}
        </Link>
        {segments.map((segment) => (
          <Link
            key={segment.id}
            className="link inline-flex min-h-8 items-center"
            to={`/companies?${segment.filter}`}
            aria-current={segment.filter === filter ? 'true' : undefined}
          >
            {segment.name}
          </Link>
        ))}
        {isNarrowed(list) && (
          <Link className="link inline-flex min-h-8 items-center" to={`/segments/new?${filter}`}>
            {t('prospects:segment.use_this')}
          </Link>
        )}
      </nav>
      <CompanyFilterPanel list={list} known={known} names={names} />
      {mayWrite && page.rows.length > 0 ? (
        <BulkChoice filter={filter} total={page.total}>
          {table}
        </BulkChoice>
      ) : (
        table
      )}
    </Page>
  )
}
