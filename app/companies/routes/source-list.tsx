import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { ExportLink } from '~/exports/export-link'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { Page, Section } from '~/ui/page'
import { listImports } from '../import/import.server'
import { ImportTable } from '../import/import-table'
import { ListedCompanyTable } from '../listed-company-table'
import { SourceListFacts } from '../source-list-facts'
import { findSourceList, listedCompaniesShape, listListedCompanies } from '../source-lists.server'

export const meta = pageTitle<typeof loader>((data) => data.sourceList.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const sourceList = orNotFound(await findSourceList(db, viewer, idParam(params, 'sourceListId')))
  const list = readListParams(request.url, listedCompaniesShape)
  const [page, imports] = await Promise.all([
    listListedCompanies(db, viewer, sourceList.id, list),
    listImports(db, viewer, sourceList.id),
  ])
  return {
    sourceList,
    list,
    page,
    imports,
    mayImport: may(viewer, 'companies.import'),
    mayExport: may(viewer, 'companies.export'),
    mayCampaign: may(viewer, 'campaigns.write'),
  }
}

export default function SourceListPage() {
  const { t } = useText()
  const { sourceList, list, page, imports, mayImport, mayExport, mayCampaign } =
    useLoaderData<typeof loader>()
  return (
    <Page
      title={sourceList.name}
      up={{ to: '/source-lists', label: t('companies:list.title') }}
      actions={
        <>
          {mayExport && <ExportLink to={`/source-lists/${sourceList.id}/export.csv`} list={list} />}
          {mayImport && <ButtonLink to="edit">{t('ui:edit')}</ButtonLink>}
          {mayCampaign && (
            <ButtonLink to={`/campaigns/new?list=${sourceList.id}`} look="primary">
              {t('campaigns:add')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Section id="origin" title={t('companies:list.origin')}>
        <SourceListFacts sourceList={sourceList} />
      </Section>
      {imports.length > 0 && (
        <Section id="imports" title={t('imports:imports')}>
          <ImportTable imports={imports} />
        </Section>
      )}
      <Section
        id="companies"
        title={t('companies:title')}
        actions={mayImport && <ButtonLink to="companies/new">{t('companies:list.add_company')}</ButtonLink>}
      >
        <Filters
          list={list}
          searchLabel={t('companies:search_label')}
          filters={[
            {
              name: 'keyword',
              label: t('companies:list.keyword'),
              options: optionsOf(sourceList.keywords, (value) => value),
            },
            {
              name: 'contact',
              label: t('companies:contacting'),
              options: [{ value: 'suppressed', label: t('companies:do_not_contact') }],
            },
          ]}
        />
        <ListedCompanyTable page={page} list={list} />
      </Section>
    </Page>
  )
}
