import { spacedPhone } from '~/platform/contact-details'
import { useText } from '~/texts/use-text'
import { Notice } from '~/ui/page'
import { ContactInTheWay } from './contact-in-the-way'
import type { DialCheck } from './dial.server'

/** The number to ring, large, or why it must not be rung now. */
export function DialResult({ check }: { check: NonNullable<DialCheck> }) {
  const { t } = useText()
  if (check.banned)
    return (
      <Notice tone="bad" alert title={t('contacts:banned')}>
        {check.companyName}
      </Notice>
    )
  if (check.contact) return <ContactInTheWay contact={check.contact} />
  if (!check.number) return <p className="text-warn">{t('contacts:no_number')}</p>
  return (
    <>
      <p className="mb-3">{t('contacts:may_call')}</p>
      <a
        href={`tel:${check.number}`}
        className="inline-flex min-h-12 items-center gap-2 rounded-md bg-bridge px-5 py-3 text-xl font-medium text-white tabular-nums no-underline hover:bg-bridge-deep"
      >
        <span aria-hidden="true">✆</span>
        {spacedPhone(check.number)}
      </a>
    </>
  )
}
