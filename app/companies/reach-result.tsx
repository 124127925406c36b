import { spacedPhone } from '~/platform/contact-details'
import { useText } from '~/texts/use-text'
import { Notice } from '~/ui/page'
import { ContactInTheWay } from './contact-in-the-way'
import type { ReachCheck } from './reach.server'

const words = {
  phone: { banned: 'contacts:banned', none: 'contacts:no_number', may: 'contacts:may_call' },
  email: { banned: 'contacts:mail_banned', none: 'contacts:no_address', may: 'contacts:may_mail' },
} as const

/** The number to ring or the address to write to, large, or why it must not be used now. */
export function ReachResult({ check, means }: { check: ReachCheck; means: keyof typeof words }) {
  const { t } = useText()
  const { banned, none, may } = words[means]
  if (check.bar === 'no_consent')
    return (
      <Notice tone="warn" alert title={check.companyName}>
        {t('contacts:rule.no_consent')}
      </Notice>
    )
  if (check.bar)
    return (
      <Notice tone="bad" alert title={t(banned)}>
        {check.companyName}
      </Notice>
    )
  if (check.contact) return <ContactInTheWay contact={check.contact} />
  if (!check.reach) return <p className="text-warn">{t(none)}</p>
  return (
    <>
      <p className="mb-3">{t(may)}</p>
      {means === 'phone' ? (
        <ReachLink href={`tel:${check.reach}`} sign="✆">
          {spacedPhone(check.reach)}
        </ReachLink>
      ) : (
        <p className="mb-3 font-medium">{check.reach}</p>
      )}
    </>
  )
}

/** A number or an address that opens its own programme. */
export function ReachLink({ href, sign, children }: { href: string; sign: string; children: string }) {
  return (
    <a
      href={href}
      className="inline-flex min-h-12 items-center gap-2 rounded-md bg-bridge px-5 py-3 text-xl font-medium text-white tabular-nums no-underline hover:bg-bridge-deep"
    >
      <span aria-hidden="true">{sign}</span>
      {children}
    </a>
  )
}
