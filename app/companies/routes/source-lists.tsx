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
import { optionsOf } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { listProviders } from '../source-list'
import { SourceListTable } from '../source-list-table'
import { listSourceLists, sourceListsShape } from '../source-lists.server'

export const meta = pageTitle('companies:list.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const list = readListParams(request.url, sourceListsShape)
  return { list, page: await listSourceLists(db, viewer, list), mayImport: may(viewer, 'companies.import') }
}

export default function SourceLists() {
  const { t } = useText()
  const { list, page, mayImport } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('companies:list.title')}
      lead={t('companies:list.lead')}
      actions={
        mayImport && (
          <>
            <ButtonLink to="new">{t('companies:list.add')}</ButtonLink>
            <ButtonLink to="/companies/imports/new" look="primary">
              {t('imports:title')}
            </ButtonLink>
          </>
        )
      }
    >
      <Filters
        list={list}
        searchLabel={t('companies:list.search_label')}
        filters={[
          {
            name: 'provider',
            label: t('companies:list.provider'),
            options: optionsOf(listProviders, (value) => t(`companies:list.providers.${value}`)),
          },
        ]}
      />
      <SourceListTable page={page} list={list} />
    </Page>
  )
}
