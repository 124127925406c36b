import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Badge, EmptyState } from '~/ui/page'
import type { TaxonomyImport } from './taxonomy-import.server'

/** Imports of classifications, newest first. */
export function TaxonomyImportTable({ imports }: { imports: TaxonomyImport[] }) {
  const { t, format } = useText()
  const columns: Column<TaxonomyImport>[] = [
    {
      id: 'file',
      header: t('skills:taxonomy.file'),
      cell: ({ id, fileName }) => (
        <Link className="link break-all" to={`/skills/taxonomies/${id}`}>
          {fileName}
        </Link>
      ),
    },
    { id: 'version', header: t('skills:taxonomy.version'), cell: ({ version }) => version },
    {
      id: 'status',
      header: t('ui:status'),
      cell: ({ status }) => (
        <Badge tone={status === 'done' ? 'good' : status === 'failed' ? 'bad' : 'plain'}>
          {t(`skills:taxonomy.status.${status}`)}
        </Badge>
      ),
    },
    {
      id: 'when',
      header: t('skills:taxonomy.when'),
      cell: ({ endedAt, createdAt }) => format.moment(endedAt ?? createdAt),
    },
  ]
  return (
    <DataTable
      caption={t('skills:taxonomy.latest')}
      columns={columns}
      rows={imports}
      empty={<EmptyState title={t('skills:taxonomy.none')} />}
    />
  )
}
