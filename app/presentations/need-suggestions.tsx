import { Link } from '@remix-run/react'
import { ConsentStateLine } from '~/needs/consent-state'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Badge, Card } from '~/ui/page'
import type { SuggestedNeed } from './suggestions.server'

/** The people suggested for one need, each with why, to be put forward or left out. */
export function NeedSuggestions({ need, mayDecide }: { need: SuggestedNeed; mayDecide: boolean }) {
  const { t } = useText()
  return (
    <Card className="mb-4">
      <h3 className="font-semibold">
        <Link className="link" to={`/needs/${need.id}/matches`}>
          {need.title}
        </Link>
        <span className="font-normal"> {need.companyName}</span>
      </h3>
      {need.taken > 0 && <p className="text-sm text-soft">{t('suggestions:taken', { count: need.taken })}</p>}
      <ul className="mt-2 divide-y divide-line border-t border-line">
        {need.suggestions.map((one) => (
          <Suggested key={one.personId} one={one} need={need} mayDecide={mayDecide} />
        ))}
      </ul>
    </Card>
  )
}

function Suggested({
  one: { personId, number, tier, strength, timesShown, turn, moved, consent },
  need,
  mayDecide,
}: {
  one: SuggestedNeed['suggestions'][number]
  need: SuggestedNeed
  mayDecide: boolean
}) {
  const { t } = useText()
  const base = `/needs/${need.id}/people/${personId}`
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link className="link font-medium" to={base}>
            {number}
          </Link>
          <Badge>{t(`needs:tier.${tier}` as TextKey)}</Badge>
          <span className="text-sm tabular-nums">{t('matching:strength', { strength })}</span>
        </p>
        <p className="text-sm text-soft">
          {timesShown === 0 ? t('needs:never_shown') : t('needs:times_shown', { count: timesShown })}
          {'. '}
          {turn === 1 ? t('suggestions:first_chance') : t('suggestions:turn', { turn })}
          {moved && ` ${t('suggestions:moved')}`}
        </p>
        <ConsentStateLine
          consent={consent}
          candidateId={personId}
          companyId={need.companyId}
          mayRecord={false}
        />
      </div>
      {mayDecide && (
        <div className="flex flex-wrap gap-2">
          <ActionButton action={`${base}/draft`} look="primary">
            {t('suggestions:accept')} <span className="sr-only">{number}</span>
          </ActionButton>
          <ButtonLink to={`${base}/leaving-out`} aria-label={`${t('lists:leaving_out.action')} ${number}`}>
            {t('lists:leaving_out.action')}
          </ButtonLink>
        </div>
      )}
    </li>
  )
}
