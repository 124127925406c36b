import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { fieldOfColumn, updatableColumns } from './company-field'
import { type ImportCounts, type RowResult, rowResults } from './row-result'

/** Of the others nobody asks while there are none. */
const alwaysShown: readonly RowResult[] = ['new', 'updated', 'known', 'refused']

/** What the import does: how many rows come to what, and which details are updated; each count opens its rows. */
export function ImportImpact({ counts }: { counts: Partial<ImportCounts> }) {
  const { t, format } = useText()
  const tiles = [
    ...rowResults.map((result) => ({
      to: `?result=${result}#rows`,
      count: counts[result],
      label: t(`imports:results.${result}`),
    })),
    { to: '?matched=yes#rows', count: counts.matched, label: t('imports:matched') },
    { to: '?withoutId=yes#rows', count: counts.withoutId, label: t('imports:without_id') },
    { to: '?similar=yes#rows', count: counts.similar, label: t('imports:similar') },
    { to: '?suppressed=yes#rows', count: counts.suppressed, label: t('imports:suppressed') },
    { to: '?problems=yes#rows', count: counts.problems, label: t('imports:lost_values') },
  ]
  const shown = tiles.filter(
    ({ to, count }) => count || alwaysShown.some((result) => to.includes(`=${result}#`)),
  )
  const updated = updatableColumns.flatMap((column) => {
    const count = counts.fields?.[column]
    return count ? [{ column, count }] : []
  })
  return (
    <>
      <ul className="mb-4 grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {shown.map(({ to, count = 0, label }) => (
          <li key={to}>
            <Link
              to={to}
              preventScrollReset
              className="block h-full rounded-lg border border-line bg-card p-3 text-ink no-underline hover:bg-bridge-pale"
            >
              <span className="block text-2xl font-semibold tabular-nums">{format.number(count)}</span>
              <span className="text-sm">{label}</span>
            </Link>
          </li>
        ))}
      </ul>
      {updated.length > 0 && (
        <div className="mb-4">
          <h3 className="mb-1 text-sm font-semibold">{t('imports:updates')}</h3>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {updated.map(({ column, count }) => (
              <li key={column}>
                <Link
                  className="link inline-flex min-h-6 items-center"
                  preventScrollReset
                  to={`?changed=${column}#rows`}
                >
                  {t('imports:update_count', {
                    field: t(`companies:fields.${fieldOfColumn(column)}`),
                    count: format.number(count),
                  })}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="mb-4 text-soft">
        {t('imports:rows_in_file', { count: counts.rows ?? 0 })}{' '}
        {counts.contacts ? t('imports:new_contacts', { count: counts.contacts }) : ''}
      </p>
    </>
  )
}
