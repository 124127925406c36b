import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { EmptyState, Page } from '~/ui/page'
import { listTurns, type TurnRow, turnListShape } from '../turns.server'

export const meta = pageTitle('turns:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'matches.read')
  const list = readListParams(request.url, turnListShape)
  return { list, ...(await listTurns(db, viewer, list)) }
}

export default function Turns() {
  const { t } = useText()
  const { rows, list, total, capped } = useLoaderData<typeof loader>()
  const columns = useColumns()
  return (
    <Page
      title={t('turns:title')}
      lead={t('turns:lead')}
      actions={<ButtonLink to="/presentations/suggestions">{t('suggestions:title')}</ButtonLink>}
    >
      <Filters
        list={list}
        searchLabel={t('turns:search_label')}
        filters={[
          {
            name: 'waited',
            label: t('turns:waited'),
            options: [
              { value: 'never', label: t('turns:never') },
              ...optionsOf(['4', '8', '12'], (value) => t('turns:weeks', { weeks: value })),
            ],
          },
          {
            name: 'mine',
            label: t('candidates:filter.mine'),
            options: [{ value: 'yes', label: t('candidates:filter.only_mine') }],
          },
        ]}
      />
      <DataTable
        caption={t('turns:title')}
        columns={columns}
        rows={rows}
        list={list}
        total={total}
        capped={capped}
        empty={<EmptyState title={t('turns:empty_title')}>{t('turns:empty')}</EmptyState>}
      />
    </Page>
  )
}

function useColumns(): Column<TurnRow>[] {
  const { t, format } = useText()
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('candidates:column.number'),
        sort: 'number',
        cell: (row) => (
          <>
            <Link className="link" to={`/candidates/${row.id}`}>
              {row.name ? `${row.name} (${row.number})` : row.number}
            </Link>
            {row.headline && <span className="block text-sm text-soft">{row.headline}</span>}
          </>
        ),
      },
      {
        id: 'times',
        header: t('turns:times'),
        align: 'right',
        cell: (row) => row.timesShown,
      },
      {
        id: 'last',
        header: t('turns:last'),
        sort: 'waited',
        cell: (row) => (row.lastShownAt ? format.moment(row.lastShownAt) : t('turns:never')),
      },
      { id: 'coach', header: t('candidates:column.coach'), cell: (row) => row.coachName },
      {
        id: 'needs',
        header: t('candidates:section.matches'),
        cell: (row) => (
          <Link
            className="link"
            to={`/candidates/${row.id}/matches`}
            aria-label={`${t('turns:see_needs')} ${row.number}`}
          >
            {t('turns:see_needs')}
          </Link>
        ),
      },
    ],
    [t, format],
  )
}
