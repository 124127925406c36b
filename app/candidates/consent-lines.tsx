import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useText } from '~/texts/use-text'
import type { ConsentTier } from './consent'

/** One line for each, or what to say where there are none. */
export function ConsentLines<Row extends { id: string }>({
  rows,
  empty,
  children,
}: {
  rows: Row[]
  empty: string
  children: (row: Row) => ReactNode
}) {
  if (rows.length === 0) return <p className="text-soft">{empty}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-2">
          {children(row)}
        </li>
      ))}
    </ul>
  )
}

type LineProps = {
  candidateId: string
  number: string
  name: string | null
  tier: ConsentTier
  scope: string | null
}

/** Whose consent, of which kind and for what. */
export function ConsentLine({ candidateId, number, name, tier, scope }: LineProps) {
  const { t } = useText()
  return (
    <p className="min-w-0 grow basis-60">
      <Link className="link font-medium" to={`/candidates/${candidateId}#consents`}>
        {name ? `${name} (${number})` : number}
      </Link>{' '}
      {t(`consents:tier.${tier}`)}
      {scope && `, ${scope}`}
    </p>
  )
}
