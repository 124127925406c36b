import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { searchWords } from '~/platform/list-params'
import { searchEverything } from '~/search/search.server'
import { SearchGroupSection } from '~/search/search-group'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { EmptyState, Page } from '~/ui/page'

export const meta = pageTitle('search:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'search.use')
  const search = searchWords(new URL(request.url).searchParams)
  return {
    search,
    groups: await searchEverything(db, viewer, search),
    mayReadCompanies: may(viewer, 'companies.read'),
  }
}

export default function SearchPage() {
  const { t } = useText()
  const { search, groups, mayReadCompanies } = useLoaderData<typeof loader>()
  const found = groups.reduce((sum, group) => sum + group.hits.length, 0)
  return (
    <Page title={t('search:title')}>
      <Form method="get" role="search" className="mb-6 flex max-w-2xl gap-2" key={search}>
        <label className="min-w-0 grow">
          <span className="sr-only">{t('search:words')}</span>
          <input type="search" name="q" defaultValue={search} className="control" />
        </label>
        <Button>{t('ui:search')}</Button>
      </Form>
      <p role="status" className="sr-only">
        {search && t('search:found', { count: found })}
      </p>
      {groups.map((group) => (
        <SearchGroupSection key={group.kind} group={group} />
      ))}
      {groups.length === 0 && (
        <EmptyState title={search ? t('search:nothing', { words: search }) : t('search:begin')}>
          {t('search:hint')}
        </EmptyState>
      )}
      {search && mayReadCompanies && (
        <p className="mt-4">
          <Link
            className="link inline-flex min-h-11 items-center"
            to={`/companies?q=${encodeURIComponent(search)}`}
          >
            {t('search:in_companies')}
          </Link>
        </p>
      )}
    </Page>
  )
}
