import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import type { NeedEffect } from './rules-effect.server'

/** What new rules would do to each list: how many people change place, and where the first ones go. */
export function RulesEffect({ effect, peopleLookedAt }: { effect: NeedEffect[]; peopleLookedAt: number }) {
  const { t, format } = useText()
  const changed = effect.filter(({ moved, tierMoved }) => moved + tierMoved > 0)
  const place = (one: number | null) => (one === null ? t('matching:change.not_listed') : format.number(one))
  return (
    <>
      <p role="status">
        {changed.length === 0
          ? t('matching:change.same')
          : t('matching:change.effect', { count: changed.length, of: effect.length })}{' '}
        <span className="text-soft">
          {t('matching:change.looked_at', { count: effect.length, people: peopleLookedAt })}
        </span>
      </p>
      {changed.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {changed.map((one) => (
            <li key={one.needId} className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-2">
              <p>
                <Link className="link" to={`/needs/${one.needId}`}>
                  {one.title}
                </Link>{' '}
                <span className="text-soft">{one.companyName}</span>
              </p>
              <dl className="grid grid-cols-[1fr_auto] gap-x-4 text-sm">
                {(
                  [
                    ['people', one.people],
                    ['moved', one.moved],
                    ['tier_moved', one.tierMoved],
                    ['first_five', one.newInFirstFive],
                  ] as const
                ).map(([name, count]) => (
                  <div key={name} className="contents">
                    <dt className="text-soft">{t(`matching:change.${name}`)}</dt>
                    <dd className="text-right tabular-nums">{format.number(count)}</dd>
                  </div>
                ))}
                <dt className="text-soft">{t('matching:change.moves')}</dt>
                <dd className="text-right tabular-nums">
                  {one.moves.map(({ before, after }) => `${place(before)} → ${place(after)}`).join(', ')}
                </dd>
              </dl>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
