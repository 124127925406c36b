import { useText } from '~/texts/use-text'
import { Badge, type Tone } from '~/ui/page'
import type { PaceRow } from './cadence.server'
import type { Pace } from './caseload'

const TONES: Record<Pace, Tone> = { too_long: 'bad', too_dense: 'warn', due: 'info', on_pace: 'good' }

/** How contacts keep to what was agreed, with the days that follow from it; nothing without an agreement. */
export function PaceBadge({ row }: { row: Pick<PaceRow, 'pace' | 'notBefore' | 'atLatest'> }) {
  const { t, format } = useText()
  if (!row.pace) return null
  const day = row.pace === 'too_dense' ? row.notBefore : row.atLatest
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone={TONES[row.pace]}>{t(`caseload:pace.${row.pace}`)}</Badge>
      {day && (
        <span className="text-sm text-soft">
          {t(row.pace === 'too_dense' ? 'caseload:not_before' : 'caseload:at_latest', {
            day: format.day(day),
          })}
        </span>
      )}
    </span>
  )
}
