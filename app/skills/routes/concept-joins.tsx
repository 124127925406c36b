import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { JOIN_DECISIONS } from '../taxonomy/concept-join'
import { ConceptJoinTable } from '../taxonomy/concept-join-table'
import { conceptJoinsShape, listConceptJoins } from '../taxonomy/concept-joins.server'

export const meta = pageTitle('skills:join.title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  const list = readListParams(request.url, conceptJoinsShape)
  return { list, page: await listConceptJoins(db, list) }
}

export default function ConceptJoins() {
  const { t } = useText()
  const { list, page } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('skills:join.title')}
      lead={t('skills:join.lead')}
      up={{ to: '/skills/taxonomies', label: t('skills:taxonomy.title') }}
    >
      <Filters
        list={list}
        searchLabel={t('skills:search')}
        filters={[
          {
            name: 'decision',
            label: t('skills:join.decision'),
            none: t('skills:join.open'),
            options: optionsOf(JOIN_DECISIONS, (value) => t(`skills:join.decided.${value}`)),
          },
        ]}
      />
      <ConceptJoinTable list={list} page={page} />
    </Page>
  )
}
