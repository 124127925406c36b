import { useText } from '~/texts/use-text'
import type { PointReason } from './call-order'

/** A company's points with what each part of them is for, weightiest first; `most` cuts a long row short. */
export function PointReasons({
  points,
  reasons,
  most = reasons.length,
}: {
  points: number
  reasons: readonly PointReason[]
  most?: number
}) {
  const { t, format } = useText()
  if (reasons.length === 0) return <span className="text-soft">{t('prospects:order.none')}</span>
  const [first] = reasons
  if (first?.rule === 'refused')
    return (
      <span className="text-soft">
        {first.day
          ? t('prospects:order.refused_on', { day: format.day(first.day) })
          : t('prospects:order.refused')}
      </span>
    )
  const signed = (value: number) => (value > 0 ? `+${format.number(value)}` : format.number(value))
  return (
    <span>
      <strong className="tabular-nums">{format.number(points)}</strong>
      <span className="text-sm text-soft">
        {' '}
        {reasons
          .slice(0, most)
          .flatMap(({ rule, points, count }) =>
            rule === 'refused' ? [] : `${t(`prospects:order.because.${rule}`, { count })} ${signed(points)}`,
          )
          .join(', ')}
        {reasons.length > most && ' …'}
      </span>
    </span>
  )
}
