import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { unpackText } from '~/texts/text'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Badge, type Tone } from '~/ui/page'
import type { ColumnMapping, CompanyField } from './company-field'
import type { ImportRow } from './import-rows.server'
import type { RowResult } from './row-result'

const tones: Record<RowResult, Tone> = {
  new: 'good',
  updated: 'info',
  known: 'plain',
  duplicate: 'warn',
  refused: 'bad',
}

/** The rows of the file with what each comes to and why. */
export function ImportRowTable({
  page,
  list,
  mapping,
}: {
  page: Page<ImportRow>
  list: ListParams
  mapping: ColumnMapping
}) {
  const { t, format } = useText()
  const cell = (row: ImportRow, field: CompanyField) => {
    const column = mapping[field]
    return column === undefined ? '' : (row.cells[column] ?? '')
  }
  const columns: Column<ImportRow>[] = [
    {
      id: 'line',
      header: t('companies:import.line'),
      sort: 'line',
      align: 'right',
      cell: ({ line }) => format.number(line),
    },
    {
      id: 'result',
      header: t('companies:import.result'),
      cell: ({ result }) => <Badge tone={tones[result]}>{t(`companies:import.results.${result}`)}</Badge>,
    },
    {
      id: 'businessId',
      header: t('companies:business_id'),
      cell: (row) => <span className="whitespace-nowrap">{cell(row, 'business_id')}</span>,
    },
    {
      id: 'name',
      header: t('companies:name'),
      cell: (row) =>
        row.companyId ? (
          <Link className="link" to={`/companies/${row.companyId}`}>
            {cell(row, 'name')}
          </Link>
        ) : (
          cell(row, 'name')
        ),
    },
    {
      id: 'municipality',
      header: t('companies:municipality'),
      cell: (row) => cell(row, 'municipality'),
    },
    {
      id: 'problems',
      header: t('companies:import.problems'),
      cell: ({ problems }) => (
        <ul>
          {problems.map((packed) => {
            const { key, params } = unpackText(`companies:problem.${packed}`)
            return <li key={packed}>{t(key, params)}</li>
          })}
        </ul>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('companies:import.preview')}
      columns={columns}
      rows={page.rows}
      list={list}
      total={page.total}
    />
  )
}
