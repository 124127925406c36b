import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'

type Count = { key: string; label: string; count: number; to?: string; hint?: string }

/** Figures that open: each number leads to the rows it counts. */
export function Counts({ counts, empty }: { counts: Count[]; empty?: string }) {
  const { format } = useText()
  if (counts.length === 0) return <p className="text-soft">{empty}</p>
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5">
      {counts.map(({ key, label, count, to, hint }) => {
        const figure = (
          <>
            <span className="block text-2xl font-semibold tabular-nums">{format.number(count)}</span>
            <span className="block text-sm text-soft">{label}</span>
            {hint && <span className="block text-sm text-soft">{hint}</span>}
          </>
        )
        return (
          <li key={key}>
            {to ? (
              <Link
                to={to}
                className="block h-full rounded-lg border border-line bg-card px-4 py-3 text-ink no-underline hover:border-bridge hover:bg-bridge-pale"
              >
                {figure}
              </Link>
            ) : (
              <div className="h-full rounded-lg border border-line bg-card px-4 py-3">{figure}</div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
