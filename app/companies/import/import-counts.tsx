import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { type ImportCounts, rowResults } from './row-result'

/** How many rows came to what; each count opens its rows. */
export function ImportCountTiles({ counts }: { counts: Partial<ImportCounts> }) {
  const { t, format } = useText()
  return (
    <>
      <ul className="mb-4 grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {rowResults.map((result) => (
          <li key={result}>
            <Link
              to={`?result=${result}`}
              preventScrollReset
              className="block h-full rounded-lg border border-line bg-card p-3 text-ink no-underline hover:bg-bridge-pale"
            >
              <span className="block text-2xl font-semibold tabular-nums">
                {format.number(counts[result] ?? 0)}
              </span>
              <span className="text-sm">{t(`companies:import.results.${result}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="mb-4 text-soft">
        {t('companies:import.rows_in_file', { count: counts.rows ?? 0 })}{' '}
        {counts.contacts ? t('companies:import.new_contacts', { count: counts.contacts }) : ''}{' '}
        {counts.suppressed ? t('companies:import.suppressed_rows', { count: counts.suppressed }) : ''}
      </p>
    </>
  )
}
