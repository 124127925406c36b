import { Link } from '@remix-run/react'
import { today } from '~/platform/dates'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Badge, type Tone } from '~/ui/page'
import { isInForce } from './consent'
import type { Consent, listBlockedCompanies } from './consents.server'

type Standing = 'given' | 'refused' | 'withdrawn' | 'expired' | 'superseded'
const TONES: Record<Standing, Tone> = {
  given: 'good',
  refused: 'bad',
  withdrawn: 'bad',
  expired: 'warn',
  superseded: 'plain',
}

function standingOf(consent: Consent, on: string): Standing {
  if (consent.withdrawnAt) return 'withdrawn'
  if (consent.supersededAt) return 'superseded'
  if (consent.answer === 'refused') return 'refused'
  return isInForce(consent, on) ? 'given' : 'expired'
}

/** Every answer ever given, refusals and withdrawals as visible as consents. */
export function ConsentList({
  base,
  consents,
  mayWrite,
}: {
  base: string
  consents: Consent[]
  mayWrite: boolean
}) {
  const { t, format } = useText()
  if (consents.length === 0) return <p className="text-soft">{t('candidates:consent.none')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {consents.map((consent) => {
        const standing = standingOf(consent, today())
        return (
          <li key={consent.id} className="px-4 py-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Badge tone={TONES[standing]}>{t(`candidates:consent.${standing}`)}</Badge>
              <span className="font-medium">{t(`candidates:consent.tier.${consent.tier}` as TextKey)}</span>
              <span>{consent.companyName ?? consent.roundName}</span>
            </div>
            <p className="text-sm text-soft">
              {[
                format.day(consent.answeredOn),
                t(`candidates:consent.ways.${consent.how}` as TextKey),
                t('candidates:consent.text_version', { version: consent.textVersion }),
                standing === 'given' &&
                  consent.expiresOn &&
                  t('candidates:consent.in_force_until', { day: format.day(consent.expiresOn) }),
                consent.recorderName && t('candidates:consent.recorded_by', { name: consent.recorderName }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {consent.withdrawReason && <p className="text-sm">”{consent.withdrawReason}”</p>}
            {mayWrite && (
              <div className="flex flex-wrap gap-2">
                {consent.fileId && (
                  <Link
                    className="link inline-flex min-h-11 items-center"
                    to={`${base}/consents/${consent.id}/paper`}
                    reloadDocument
                  >
                    {t('candidates:consent.paper')}
                  </Link>
                )}
                {standing === 'given' && (
                  <ButtonLink look="quiet" to={`${base}/consents/${consent.id}/withdrawal`}>
                    {t('candidates:consent.withdraw')}
                  </ButtonLink>
                )}
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}

export function BlockedCompanies({
  base,
  blocked,
  mayWrite,
}: {
  base: string
  blocked: Awaited<ReturnType<typeof listBlockedCompanies>>
  mayWrite: boolean
}) {
  const { t } = useText()
  if (blocked.length === 0) return <p className="text-soft">{t('candidates:blocked.none')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {blocked.map((company) => (
        <li key={company.id} className="flex items-center justify-between gap-3 px-4 py-2">
          <span>
            {company.name} {company.reason && <span className="text-sm text-soft">({company.reason})</span>}
          </span>
          {mayWrite && (
            <ButtonLink to={`${base}/blocked-companies/${company.id}/removal`} look="quiet">
              {t('common:remove')}
              <span className="sr-only"> {company.name}</span>
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  )
}
