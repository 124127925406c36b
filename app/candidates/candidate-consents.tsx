import { Link } from '@remix-run/react'
import { plusDays, today } from '~/platform/dates'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Badge, type Tone } from '~/ui/page'
import type { listBlockedCompanies } from './blocked-companies.server'
import { type ConsentStanding, RUNS_OUT_WITHIN, standingOf } from './consent'
import type { OpenQuestion } from './consent-questions.server'
import type { Consent } from './consents.server'

export const STANDING_TONES: Record<ConsentStanding, Tone> = {
  given: 'good',
  refused: 'bad',
  withdrawn: 'bad',
  expired: 'warn',
  superseded: 'plain',
}

function runsOutSoon(expiresOn: string | null): boolean {
  return expiresOn !== null && expiresOn <= plusDays(today(), RUNS_OUT_WITHIN.days)
}

/** Every answer ever given, refusals and withdrawals as visible as consents. */
export function ConsentList({
  base,
  consents,
  mayWrite,
  mayWithdraw,
}: {
  base: string
  consents: Consent[]
  mayWrite: boolean
  mayWithdraw: boolean
}) {
  const { t, format } = useText()
  if (consents.length === 0) return <p className="text-soft">{t('consents:none')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {consents.map((consent) => {
        const standing = standingOf(consent, today())
        return (
          <li key={consent.id} className="px-4 py-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Badge tone={STANDING_TONES[standing]}>{t(`consents:${standing}`)}</Badge>
              <span className="font-medium">{t(`consents:tier.${consent.tier}` as TextKey)}</span>
              <span>{consent.companyName ?? consent.roundName}</span>
            </div>
            {(consent.item || consent.purpose) && (
              <p>{[consent.item, consent.purpose].filter(Boolean).join(' – ')}</p>
            )}
            <p className="text-sm text-soft">
              {[
                format.day(consent.answeredOn),
                t(`consents:ways.${consent.how}` as TextKey),
                t('consents:text_version', { version: consent.textVersion }),
                standing === 'given' &&
                  consent.expiresOn &&
                  t('consents:in_force_until', { day: format.day(consent.expiresOn) }),
                consent.reopenedBecause && t(`consents:reopened.${consent.reopenedBecause}` as TextKey),
                consent.recorderName && t('consents:recorded_by', { name: consent.recorderName }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {consent.withdrawReason && <p className="text-sm">”{consent.withdrawReason}”</p>}
            {mayWithdraw && (
              <div className="flex flex-wrap gap-2">
                {mayWrite && consent.fileId && (
                  <Link
                    className="link inline-flex min-h-11 items-center"
                    to={`${base}/consents/${consent.id}/paper`}
                    reloadDocument
                  >
                    {t('consents:paper')}
                  </Link>
                )}
                {standing === 'given' && (
                  <ButtonLink look="quiet" to={`${base}/consents/${consent.id}/withdrawal`}>
                    {t('consents:withdraw')}
                  </ButtonLink>
                )}
                {mayWrite && standing === 'given' && runsOutSoon(consent.expiresOn) && (
                  <ActionButton look="quiet" action={`${base}/consents/${consent.id}/renewal`}>
                    {t('consents:ask_renewal')}
                  </ActionButton>
                )}
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What the person has been asked and has not answered yet. */
export function OpenQuestions({
  base,
  questions,
  mayWrite,
}: {
  base: string
  questions: OpenQuestion[]
  mayWrite: boolean
}) {
  const { t, format } = useText()
  if (questions.length === 0) return null
  return (
    <ul className="mb-3 divide-y divide-line rounded-lg border border-line bg-card">
      {questions.map((question) => (
        <li key={question.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
          <Badge tone="info">{t('consents:asked')}</Badge>
          <span className="font-medium">{t(`consents:tier.${question.tier}`)}</span>
          <span>{question.companyName ?? question.roundName}</span>
          <span className="grow text-sm text-soft">
            {t('consents:asked_at', { moment: format.moment(question.askedAt) })}
          </span>
          {mayWrite && (
            <ActionButton look="quiet" action={`${base}/questions/${question.id}/removal`}>
              {t('consents:take_back_question')}
            </ActionButton>
          )}
        </li>
      ))}
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
              {t('ui:remove')}
              <span className="sr-only"> {company.name}</span>
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  )
}
