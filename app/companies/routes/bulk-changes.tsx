import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Page } from '~/ui/page'
import { BulkChangeTable } from '../bulk-change-table'
import { bulkHistoryShape, listOwnBulkChanges } from '../bulk-history.server'

export const meta = pageTitle('prospects:bulk.own')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const list = readListParams(request.url, bulkHistoryShape)
  return { list, page: await listOwnBulkChanges(db, viewer, list) }
}

export default function BulkChanges() {
  const { t } = useText()
  const { list, page } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('prospects:bulk.own')}
      lead={t('prospects:bulk.own_lead')}
      up={{ to: '/companies', label: t('companies:title') }}
    >
      <BulkChangeTable page={page} list={list} />
    </Page>
  )
}
