import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Badge } from '~/ui/page'
import type { MessageChannel } from './message-consent'
import type { MessageConsents } from './message-consents.server'

/** What a sole trader has agreed to be sent; shown for sole traders only. */
export function MessageConsentSection({
  companyId,
  consents,
  mayWrite,
}: {
  companyId: string
  consents: MessageConsents
  mayWrite: boolean
}) {
  const { t, format } = useText()
  const inForce = consents.some(({ withdrawnAt }) => !withdrawnAt)
  return (
    <>
      <p className="mb-2 max-w-prose text-sm text-soft">{t('contacts:consent_lead')}</p>
      {!inForce && <p className="font-medium text-warn">{t('contacts:consent_none')}</p>}
      <ul>
        {consents.map((consent) => (
          <li key={consent.id} className="flex flex-wrap items-center gap-x-3">
            {t('contacts:consent_given', {
              channels: consent.channels
                .map((channel) => t(`contacts:channels.${channel as MessageChannel}`))
                .join(', '),
              who: consent.givenBy,
              how: consent.how,
              when: format.day(consent.givenOn),
            })}
            {consent.withdrawnAt ? (
              <Badge>{t('contacts:consent_withdraw')}</Badge>
            ) : (
              mayWrite && (
                <Link
                  className="link inline-flex min-h-6 items-center"
                  to={`/companies/${companyId}/message-consents/${consent.id}/withdrawal`}
                >
                  {t('contacts:consent_withdraw')}
                </Link>
              )
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
