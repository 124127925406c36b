import { Link } from '@remix-run/react'
import type { ConsentState } from '~/candidates/consent'
import { useText } from '~/texts/use-text'
import { Badge, type Tone } from '~/ui/page'

const TONES: Record<ConsentState['state'], Tone> = {
  given: 'good',
  not_asked: 'warn',
  refused: 'bad',
  withdrawn: 'bad',
  expired: 'warn',
  blocked: 'bad',
}

/**
 * Whether a person may be shown to a company; who may record consents gets a link to ask. `planTo` is where the person
 * can be shown a presentation first; `reservedFor` names the coach to whom showing the person is left, null where it is
 * not.
 */
export function ConsentStateLine({
  consent,
  candidateId,
  companyId,
  mayRecord,
  planTo,
  reservedFor = null,
}: {
  consent: ConsentState | undefined
  candidateId: string
  companyId: string
  mayRecord: boolean
  planTo?: string | false
  reservedFor?: string | null
}) {
  const { t, format } = useText()
  const state = consent?.state ?? 'not_asked'
  const isOpen = state === 'not_asked' || state === 'expired'
  const asks = mayRecord && isOpen
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Badge tone={TONES[state]}>{t(`consents:state.${state}`)}</Badge>
      {consent?.state === 'given' && (
        <span className="text-sm text-soft">
          {t('consents:in_force_until', { day: format.day(consent.expiresOn) })}
        </span>
      )}
      {asks &&
        (['questions', 'consents'] as const).map((way) => (
          <Link
            key={way}
            className="link"
            to={`/candidates/${candidateId}/${way}/new?tier=T1&scope=company:${companyId}`}
          >
            {t(way === 'questions' ? 'consents:ask_online' : 'consents:ask')}
          </Link>
        ))}
      {reservedFor !== null && (
        <span className="text-sm text-soft">
          {t(reservedFor ? 'presentations:refused.only_this_coach' : 'presentations:refused.only_coach', {
            coach: reservedFor,
          })}
        </span>
      )}
      {planTo && isOpen && reservedFor === null && (
        <Link className="link" to={planTo}>
          {t('presentations:plan.new')}
        </Link>
      )}
    </span>
  )
}
