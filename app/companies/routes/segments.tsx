import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Filters } from '~/ui/filters'
import { Page } from '~/ui/page'
import { readFilter } from '../company-filter'
import { namesInFilters } from '../filter-choices.server'
import { SegmentTable } from '../segment-table'
import { listSegments, segmentsShape } from '../segments.server'

export const meta = pageTitle('prospects:segment.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const list = readListParams(request.url, segmentsShape)
  const page = await listSegments(db, viewer, list)
  const filters = page.rows.map(({ filter }) => readFilter(filter))
  return {
    list,
    page,
    names: await namesInFilters(db, filters),
    userId: viewer.userId,
    mayList: may(viewer, 'companies.import'),
  }
}

export default function Segments() {
  const { t } = useText()
  const { list, page, names, userId, mayList } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('prospects:segment.title')}
      lead={t('prospects:segment.lead')}
      up={{ to: '/companies', label: t('companies:title') }}
    >
      <Filters
        list={list}
        searchLabel={t('prospects:segment.search_label')}
        filters={[
          {
            name: 'whom',
            label: t('prospects:segment.whom'),
            options: [
              { value: 'shared', label: t('prospects:segment.shared') },
              { value: 'private', label: t('prospects:segment.private') },
            ],
          },
        ]}
      />
      <SegmentTable page={page} list={list} names={names} userId={userId} mayList={mayList} />
    </Page>
  )
}
