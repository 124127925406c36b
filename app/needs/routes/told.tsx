import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { TOLD_IN, toldListShape } from '../told'
import { listTold } from '../told.server'
import { ToldTable } from '../told-table'

export const meta = pageTitle('told:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'needs.read')
  const list = readListParams(request.url, toldListShape)
  return {
    list,
    page: await listTold(db, viewer, list),
    opens: { campaigns: may(viewer, 'campaigns.read'), need: may(viewer, 'needs.write') },
  }
}

export default function Told() {
  const { t } = useText()
  const { list, page, opens } = useLoaderData<typeof loader>()
  return (
    <Page title={t('told:title')} lead={t('told:lead')} up={{ to: '/needs', label: t('needs:title') }}>
      <Filters
        list={list}
        searchLabel={t('needs:column.company')}
        filters={[
          {
            name: 'from',
            label: t('told:from'),
            none: t('ui:all'),
            options: optionsOf(TOLD_IN, (value) => t(`told:in.${value}`)),
          },
          {
            name: 'state',
            label: t('ui:status'),
            none: t('told:waiting'),
            options: [{ value: 'aside', label: t('told:aside') }],
          },
        ]}
      />
      <ToldTable list={list} page={page} opens={opens} />
    </Page>
  )
}
