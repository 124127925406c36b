import { STANDING_TONES } from '~/candidates/candidate-consents'
import { standingOf } from '~/candidates/consent'
import type { Consent } from '~/candidates/consents.server'
import { today } from '~/platform/dates'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Badge } from '~/ui/page'

/** Everything the person has answered; a yes can be taken back, and any answer can be changed. */
export function OwnAnswers({ consents }: { consents: Consent[] }) {
  const { t, format } = useText()
  const current = consents.filter(({ supersededAt }) => supersededAt === null)
  if (current.length === 0) return <p className="text-soft">{t('person:consent.none')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {current.map((consent) => {
        const standing = standingOf(consent, today())
        return (
          <li key={consent.id} className="px-4 py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Badge tone={STANDING_TONES[standing]}>{t(`person:consent.standing.${standing}`)}</Badge>
              <span className="font-medium">{t(`consents:tier.${consent.tier}` as TextKey)}</span>
              <span>{consent.companyName ?? consent.roundName}</span>
            </p>
            {(consent.item || consent.purpose) && (
              <p>{[consent.item, consent.purpose].filter(Boolean).join(' – ')}</p>
            )}
            <p className="text-base text-soft">
              {[
                format.day(consent.answeredOn),
                t(`consents:ways.${consent.how}` as TextKey),
                standing === 'given' &&
                  consent.expiresOn &&
                  t('consents:in_force_until', { day: format.day(consent.expiresOn) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className="mt-2">
              {standing === 'given' ? (
                <ButtonLink look="danger" to={`/own/consents/${consent.id}/withdrawal`}>
                  {t('consents:withdraw')}
                </ButtonLink>
              ) : (
                <ButtonLink look="quiet" to={`/own/consents/${consent.id}/answer`}>
                  {t('person:consent.change')}
                </ButtonLink>
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
