import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { period } from './period'
import type { RoundRow } from './rounds.server'

export function RoundTable({
  page,
  list,
  empty,
}: {
  page: Page<RoundRow>
  list: ListParams
  empty: ReactNode
}) {
  const { t, format } = useText()
  const columns: Column<RoundRow>[] = [
    {
      id: 'name',
      header: t('ui:name'),
      sort: 'name',
      cell: (round) => (
        <Link className="link font-medium" to={`/rounds/${round.id}`}>
          {round.name}
        </Link>
      ),
    },
    { id: 'project', header: t('rounds:project'), cell: (round) => round.projectName },
    { id: 'period', header: t('campaigns:period'), cell: (round) => period(round, format) },
    {
      id: 'companies',
      header: t('rounds:companies'),
      align: 'right',
      cell: (round) => format.number(round.companies ?? 0),
    },
    {
      id: 'joined',
      header: t('rounds:joined'),
      align: 'right',
      cell: (round) => format.number(round.joined ?? 0),
    },
  ]
  return <DataTable caption={t('rounds:title')} columns={columns} list={list} {...page} empty={empty} />
}
