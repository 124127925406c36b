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
      header: t('imports:file'),
      cell: ({ id, fileName }) => (
        <Link className="link" to={`/companies/imports/${id}`}>
          {fileName}
        </Link>
      ),
    },
    {
      id: 'status',
      header: t('ui:status'),
      cell: ({ status }) => (
        <Badge tone={status === 'committed' ? 'good' : 'plain'}>{t(`imports:statuses.${status}`)}</Badge>
      ),
    },
    {
      id: 'counts',
      header: t('imports:counts'),
      cell: ({ counts }) =>
        counts.rows === undefined
          ? ''
          : t('imports:counts_line', {
              rows: counts.rows,
              new: counts.new ?? 0,
              known: (counts.known ?? 0) + (counts.updated ?? 0),
              refused: counts.refused ?? 0,
            }),
    },
    {
      id: 'who',
      header: t('imports:who'),
      cell: ({ committedAt, createdAt, committerName, starterName }) =>
        [format.moment(committedAt ?? createdAt), committerName ?? starterName].filter(Boolean).join(' · '),
    },
  ]
  return <DataTable caption={t('imports:imports')} columns={columns} rows={imports} />
}
