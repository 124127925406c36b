import { useText } from '~/texts/use-text'
import type { DuplicateReason } from './probable-duplicates.server'

/** Why two companies are held for one, in words. */
export function DuplicateReasons({ reasons }: { reasons: DuplicateReason[] }) {
  const { t } = useText()
  return (
    <ul className="list-disc pl-5">
      {reasons.map((reason) => (
        <li key={reason}>{t(`duplicates:reasons.${reason}`)}</li>
      ))}
    </ul>
  )
}
