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
import { StatusBadge } from '../programme-parts'
import { listProgrammes, PROGRAMME_SORTS, type ProgrammeRow } from '../programmes.server'

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
  const { rows, list, total, capped, mayWrite } = useLoaderData<typeof loader>()
  const columns = useColumns()
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
      <DataTable
        caption={t('mentoring:title')}
        columns={columns}
        rows={rows}
        list={list}
        total={total}
        capped={capped}
        empty={
          <EmptyState
            title={t('mentoring:empty_title')}
            action={mayWrite && <ButtonLink to="/mentoring/new">{t('mentoring:new')}</ButtonLink>}
          >
            {t('mentoring:empty')}
          </EmptyState>
        }
      />
    </Page>
  )
}

function useColumns(): Column<ProgrammeRow>[] {
  const { t, format } = useText()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('mentoring:field.name'),
        sort: 'name',
        cell: (row) => (
          <Link className="link" to={`/mentoring/${row.id}`}>
            {row.name}
          </Link>
        ),
      },
      {
        id: 'model',
        header: t('mentoring:field.model'),
        cell: (row) => t(`mentoring:model.${row.model}` as TextKey),
      },
      {
        id: 'status',
        header: t('ui:status'),
        cell: (row) => <StatusBadge of="status" status={row.status} />,
      },
      {
        id: 'starts',
        header: t('mentoring:field.starts_on'),
        sort: 'starts',
        cell: (row) => (row.startsOn ? format.day(row.startsOn) : t('ui:none')),
      },
      {
        id: 'participants',
        header: t('mentoring:participants.title'),
        align: 'right',
        cell: (row) => format.number(row.participants ?? 0),
      },
      {
        id: 'facilitator',
        header: t('mentoring:field.facilitator'),
        cell: (row) => row.facilitatorName ?? t('ui:none'),
      },
    ],
    [t, format],
  )
}
