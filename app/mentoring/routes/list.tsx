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
import { ProgrammeTable } from '../programme-table'
import { listProgrammes, PROGRAMME_SORTS } from '../programmes.server'

export const meta = pageTitle('mentoring:title')

const STATUSES = ['draft', 'running', 'closed'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.read')
  const list = readListParams(request.url, {
    sorts: PROGRAMME_SORTS,
    filters: { status: STATUSES },
    defaultDirection: 'desc',
  })
  return { list, ...(await listProgrammes(db, viewer, list)), mayWrite: may(viewer, 'mentoring.write') }
}

export default function Programmes() {
  const { t } = useText()
  const { list, mayWrite, ...page } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('mentoring:title')}
      lead={t('mentoring:lead')}
      actions={
        mayWrite && (
          <ButtonLink look="primary" to="/mentoring/new">
            {t('mentoring:new')}
          </ButtonLink>
        )
      }
    >
      <Filters
        list={list}
        searchLabel={t('mentoring:search')}
        filters={[
          {
            name: 'status',
            label: t('ui:status'),
            options: optionsOf(STATUSES, (value) => t(`mentoring:status.${value}`)),
          },
        ]}
      />
      <ProgrammeTable list={list} page={page} mayWrite={mayWrite} />
    </Page>
  )
}
