import { useText } from '~/texts/use-text'

/** Points of an area in words and as a bar; the words carry the meaning. */
export function AreaBar({ name, points, most }: { name: string; points: number; most: number }) {
  const { t } = useText()
  return (
    <div>
      <p className="flex justify-between gap-4">
        <span>{name}</span>
        <span className="tabular-nums">{t('assessments:points', { points, most })}</span>
      </p>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" className="block h-2 w-full" aria-hidden="true">
        <rect width="100" height="4" className="fill-line" />
        <rect width={most > 0 ? (100 * points) / most : 0} height="4" className="fill-bridge" />
      </svg>
    </div>
  )
}
