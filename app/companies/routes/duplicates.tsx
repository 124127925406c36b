import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Filters } from '~/ui/filters'
import { Page, Section } from '~/ui/page'
import { DuplicatePairTable } from '../duplicates/duplicate-pair-table'
import { duplicatePairsShape, listDuplicatePairs } from '../duplicates/duplicate-pairs.server'
import { MergeList } from '../duplicates/merge-list'
import { listLatestMerges } from '../duplicates/merge-undo.server'

export const meta = pageTitle('duplicates:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const list = readListParams(request.url, duplicatePairsShape)
  const [page, merges] = await Promise.all([
    listDuplicatePairs(db, viewer, list),
    listLatestMerges(db, viewer),
  ])
  return { list, page, merges, mayWrite: may(viewer, 'companies.write') }
}

export default function Duplicates() {
  const { t } = useText()
  const { list, page, merges, mayWrite } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('duplicates:title')}
      lead={t('duplicates:lead')}
      up={{ to: '/companies', label: t('companies:title') }}
    >
      <Filters
        list={list}
        searchLabel={t('companies:search_label')}
        filters={[
          {
            name: 'state',
            label: t('duplicates:show'),
            none: t('duplicates:open_pairs'),
            options: [{ value: 'dismissed', label: t('duplicates:dismissed_pairs') }],
          },
        ]}
      />
      <DuplicatePairTable page={page} list={list} mayWrite={mayWrite} />
      {merges.length > 0 && (
        <div className="mt-8">
          <Section id="merges" title={t('duplicates:latest_merges')}>
            <MergeList merges={merges} withKept />
          </Section>
        </div>
      )}
    </Page>
  )
}
