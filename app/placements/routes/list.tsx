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
import { FORMS } from '../placement'
import { PlacementTable } from '../placement-table'
import { listPlacements, PLACEMENT_SORTS } from '../placements.server'

export const meta = pageTitle('placements:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'placements.read')
  const list = readListParams(request.url, {
    sorts: PLACEMENT_SORTS,
    filters: { form: FORMS, status: ['open', 'ended'], company: null, candidate: null, round: null },
    defaultDirection: 'desc',
  })
  return {
    list,
    ...(await listPlacements(db, viewer, list)),
    mayWrite: may(viewer, 'placements.write'),
    linksCandidates: may(viewer, 'candidates.read'),
  }
}

export default function Placements() {
  const { t } = useText()
  const { list, mayWrite, linksCandidates, ...page } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('placements:title')}
      actions={
        mayWrite && (
          <ButtonLink look="primary" to="/placements/new">
            {t('placements:new')}
          </ButtonLink>
        )
      }
    >
      <Filters
        list={list}
        searchLabel={t('placements:search')}
        filters={[
          {
            name: 'form',
            label: t('placements:column.form'),
            options: optionsOf(FORMS, (value) => t(`placements:form.${value}`)),
          },
          {
            name: 'status',
            label: t('ui:status'),
            options: optionsOf(['open', 'ended'], (value) => t(`placements:filter.${value}`)),
          },
        ]}
      />
      <PlacementTable list={list} page={page} linksCandidates={linksCandidates} />
    </Page>
  )
}
