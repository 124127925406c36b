import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import type { MergeLine } from './merge-undo.server'

/** Merges, each a link to where it is looked at and undone. */
export function MergeList({ merges, withKept = false }: { merges: MergeLine[]; withKept?: boolean }) {
  const { t, format } = useText()
  return (
    <ul className="divide-y divide-line">
      {merges.map(({ id, keptName, removedName, mergedAt, mergerName }) => (
        <li key={id} className="py-2">
          <Link className="link" to={`/companies/merges/${id}`}>
            {withKept ? t('duplicates:merge_lead', { kept: keptName, removed: removedName }) : removedName}
          </Link>
          <span className="block text-sm text-soft">
            {[format.moment(mergedAt), mergerName].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
