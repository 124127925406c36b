import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import type { TextKey } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { EmptyState, Page } from '~/ui/page'
import { FORMS } from '../placement'
import { PlacementStatus } from '../placement-parts'
import { listPlacements, PLACEMENT_SORTS, type PlacementRow } from '../placements.server'

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
  const { rows, list, total, capped, mayWrite, linksCandidates } = useLoaderData<typeof loader>()
  const columns = useColumns(linksCandidates)
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
      <DataTable
        caption={t('placements:title')}
        columns={columns}
        rows={rows}
        list={list}
        total={total}
        capped={capped}
        empty={<EmptyState title={t('placements:empty_title')}>{t('placements:empty')}</EmptyState>}
      />
    </Page>
  )
}

function useColumns(linksCandidates: boolean): Column<PlacementRow>[] {
  const { t, format } = useText()
  return useMemo(
    () => [
      {
        id: 'title',
        header: t('placements:column.title'),
        cell: (row) => (
          <>
            <Link className="link" to={`/placements/${row.id}`}>
              {row.title}
            </Link>
            <span className="block text-sm text-soft">{t(`placements:form.${row.form}` as TextKey)}</span>
          </>
        ),
      },
      {
        id: 'who',
        header: t('placements:column.who'),
        cell: (row) =>
          linksCandidates ? (
            <Link className="link" to={`/candidates/${row.candidateId}`}>
              {row.candidateNumber}
            </Link>
          ) : (
            row.candidateNumber
          ),
      },
      {
        id: 'company',
        header: t('placements:column.company'),
        sort: 'company',
        cell: (row) => (
          <Link className="link" to={`/companies/${row.companyId}`}>
            {row.companyName}
          </Link>
        ),
      },
      { id: 'status', header: t('ui:status'), cell: (row) => <PlacementStatus status={row.status} /> },
      {
        id: 'starts',
        header: t('placements:column.starts'),
        sort: 'starts',
        cell: (row) => format.day(row.startsOn),
      },
      {
        id: 'ends',
        header: t('placements:column.ends'),
        sort: 'ends',
        cell: (row) => (row.endsOn ? format.day(row.endsOn) : t('ui:none')),
      },
    ],
    [t, format, linksCandidates],
  )
}
