import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Filters } from '~/ui/filters'
import { Page } from '~/ui/page'
import { companyListShape, listCompanies, listMunicipalities } from '../companies.server'
import { companyCategories } from '../company'
import { CompanyTable } from '../company-table'
import { sizeBands } from '../size-band'

export const meta = pageTitle('companies:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const list = readListParams(request.url, companyListShape)
  const [page, municipalities] = await Promise.all([listCompanies(db, viewer, list), listMunicipalities(db)])
  return {
    list,
    page,
    municipalities,
    mayWrite: may(viewer, 'companies.write'),
    mayImport: may(viewer, 'companies.import'),
  }
}

export default function Companies() {
  const { t } = useText()
  const { list, page, municipalities, mayWrite, mayImport } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('companies:title')}
      actions={
        <>
          <ButtonLink to="/suppressions" look="quiet">
            {t('companies:suppression.title')}
          </ButtonLink>
          {mayImport && <ButtonLink to="imports/new">{t('companies:import.title')}</ButtonLink>}
          {mayWrite && (
            <ButtonLink to="new" look="primary">
              {t('companies:add')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Filters
        list={list}
        searchLabel={t('companies:search_label')}
        filters={[
          {
            name: 'municipality',
            label: t('companies:municipality'),
            options: municipalities.map((value) => ({ value, label: value })),
          },
          {
            name: 'category',
            label: t('companies:category'),
            options: companyCategories.map((value) => ({ value, label: t(`companies:categories.${value}`) })),
          },
          {
            name: 'size',
            label: t('companies:size'),
            options: sizeBands.map((value) => ({ value, label: t(`companies:sizes.${value}`) })),
          },
          {
            name: 'contact',
            label: t('companies:contacting'),
            options: [
              { value: 'allowed', label: t('companies:may_contact') },
              { value: 'suppressed', label: t('companies:do_not_contact') },
            ],
          },
        ]}
      />
      <CompanyTable page={page} list={list} />
    </Page>
  )
}
