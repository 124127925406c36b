import { useText } from '~/texts/use-text'
import type { Evidence } from './company-evidence.server'

/** Where the words searched for stand, with what is around them. */
export function FoundIn({ evidence }: { evidence: Evidence[] | null }) {
  const { t } = useText()
  if (!evidence) return null
  return (
    <span className="block max-w-72 text-sm text-soft">
      {evidence.map(({ field, before, words, after }) => (
        <span key={field} className="block wrap-break-word">
          {t('prospects:search.found_in', { field: t(`prospects:search.fields.${field}`) })} {before && '…'}
          {before}
          <mark className="bg-warn-pale text-ink">{words}</mark>
          {after}
          {after && '…'}
        </span>
      ))}
    </span>
  )
}
