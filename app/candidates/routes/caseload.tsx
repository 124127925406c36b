import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { EmptyState, Page } from '~/ui/page'
import { PACES } from '../caseload/caseload'
import { CASELOAD_SORTS, listCaseload } from '../caseload/caseload.server'
import { useCaseloadColumns } from '../caseload/caseload-columns'

export const meta = pageTitle('caseload:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const list = readListParams(request.url, {
    sorts: CASELOAD_SORTS,
    filters: { whose: ['all', 'unassigned'], pace: ['alert', ...PACES] },
  })
  return { list, ...(await listCaseload(db, viewer, list)) }
}

export default function Caseload() {
  const { t } = useText()
  const { list, ...page } = useLoaderData<typeof loader>()
  const mine = !list.filters.whose
  const columns = useCaseloadColumns(mine)
  return (
    <Page
      title={t('caseload:title')}
      lead={t('caseload:lead')}
      actions={
        <>
          <ButtonLink to="/caseload/hand-over">{t('caseload:hand_over_all.title')}</ButtonLink>
          <ButtonLink to="/caseload/absences">{t('caseload:absence.title')}</ButtonLink>
          <ButtonLink look="primary" to="/candidates/new">
            {t('candidates:new')}
          </ButtonLink>
        </>
      }
    >
      <Filters
        list={list}
        searchLabel={t('caseload:search_label')}
        filters={[
          {
            name: 'whose',
            label: t('candidates:filter.mine'),
            none: t('caseload:whose.mine'),
            options: optionsOf(['all', 'unassigned'], (value) => t(`caseload:whose.${value}`)),
          },
          ...(mine
            ? [
                {
                  name: 'pace',
                  label: t('caseload:cadence.title'),
                  options: optionsOf(['alert', ...PACES], (value) => t(`caseload:pace.${value}`)),
                },
              ]
            : []),
        ]}
      />
      <DataTable
        caption={t('caseload:title')}
        columns={columns}
        list={list}
        {...page}
        empty={
          <EmptyState
            title={t('caseload:empty_title')}
            action={<ButtonLink to="?whose=unassigned">{t('caseload:whose.unassigned')}</ButtonLink>}
          >
            {t('caseload:empty')}
          </EmptyState>
        }
      />
    </Page>
  )
}
