import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Section } from '~/ui/page'
import type { ScriptVersion } from './scripts.server'

/** Every version there has been; an old one opens in the editor and can be saved again as the newest. */
export function ScriptVersions({ versions, shown }: { versions: ScriptVersion[]; shown: number | null }) {
  const { t, format } = useText()
  const columns: Column<ScriptVersion & { id: string }>[] = [
    {
      id: 'number',
      header: t('calls:script.version'),
      cell: ({ number }) =>
        number === shown ? (
          <strong>{format.number(number)}</strong>
        ) : (
          <Link className="link" to={`?version=${number}`}>
            {format.number(number)}
          </Link>
        ),
    },
    { id: 'made', header: t('calls:script.made_at'), cell: ({ madeAt }) => format.moment(madeAt) },
    { id: 'by', header: t('calls:script.made_by'), cell: ({ madeBy }) => madeBy },
    {
      id: 'calls',
      header: t('campaigns:calls_made'),
      align: 'right',
      cell: ({ calls }) => format.number(calls ?? 0),
    },
  ]
  return (
    <div className="mt-8">
      <Section title={t('calls:script.versions')} id="versions">
        <DataTable
          caption={t('calls:script.versions')}
          columns={columns}
          rows={versions.map((version) => ({ ...version, id: String(version.number) }))}
          empty={<p className="text-soft">{t('calls:script.no_versions')}</p>}
        />
      </Section>
    </div>
  )
}
