import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Badge } from '~/ui/page'
import type { CompanyImport } from './import.server'

/** The files that filled a list. */
export function ImportTable({ imports }: { imports: CompanyImport[] }) {
  const { t, format } = useText()
  const columns: Column<CompanyImport>[] = [
    {
      id: 'file',
      header: t('companies:import.file'),
      cell: ({ id, fileName }) => (
        <Link className="link" to={`/companies/imports/${id}`}>
          {fileName}
        </Link>
      ),
    },
    {
      id: 'status',
      header: t('common:status'),
      cell: ({ status }) => (
        <Badge tone={status === 'committed' ? 'good' : 'plain'}>
          {t(`companies:import.statuses.${status}`)}
        </Badge>
      ),
    },
    {
      id: 'counts',
      header: t('companies:import.counts'),
      cell: ({ counts }) =>
        counts.rows === undefined
          ? ''
          : t('companies:import.counts_line', {
              rows: counts.rows,
              new: counts.new ?? 0,
              known: (counts.known ?? 0) + (counts.updated ?? 0),
              refused: counts.refused ?? 0,
            }),
    },
    {
      id: 'who',
      header: t('companies:import.who'),
      cell: ({ committedAt, createdAt, committerName, starterName }) =>
        [format.moment(committedAt ?? createdAt), committerName ?? starterName].filter(Boolean).join(' · '),
    },
  ]
  return <DataTable caption={t('companies:import.imports')} columns={columns} rows={imports} />
}
