import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Badge } from '~/ui/page'
import type { ContactChannel } from './contact-event'
import { ContactInTheWay } from './contact-in-the-way'
import type { ContactLine } from './contact-ledger.server'
import type { ContactException, ContactInTheWay as InTheWay } from './cooldown.server'

/** Who was in touch with the company last, for which project and how; what was decided in spite of the rest. */
export function ContactSection({
  companyId,
  lines,
  inTheWay,
  exceptions,
  banned,
  mayWrite,
}: {
  companyId: string
  lines: ContactLine[]
  inTheWay: InTheWay | null
  exceptions: ContactException[]
  /** A ban outlasts any rest, and no reason sets a company free of it. */
  banned: boolean
  mayWrite: boolean
}) {
  const { t, format } = useText()
  return (
    <>
      {!banned && inTheWay && <ContactInTheWay contact={inTheWay} />}
      {!banned && inTheWay && mayWrite && (
        <p className="mb-3">
          <Link
            className="link inline-flex min-h-6 items-center"
            to={`/companies/${companyId}/contact-reason`}
          >
            {t('contacts:reason_title')}
          </Link>
        </p>
      )}
      {lines.length === 0 ? (
        <p className="text-soft">{t('contacts:none')}</p>
      ) : (
        <ContactLines lines={lines} />
      )}
      {exceptions.length > 0 && (
        <>
          <h3 className="mt-4 font-semibold">{t('contacts:exceptions')}</h3>
          <ul className="text-sm">
            {exceptions.map((exception) => (
              <li key={exception.id} className="mt-1">
                <q>{exception.reason}</q>{' '}
                <span className="text-soft">
                  {[
                    exception.personName,
                    exception.campaignName && t('contacts:for_campaign', { name: exception.campaignName }),
                    format.moment(exception.createdAt),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-3">
        <Link className="link inline-flex min-h-6 items-center" to={`/companies/${companyId}/contact-log`}>
          {t('contacts:all')}
        </Link>
      </p>
    </>
  )
}

/** Contacts, latest first: how, whether anybody was met, for what, who, when. */
export function ContactLines({ lines }: { lines: ContactLine[] }) {
  const { t, format } = useText()
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {lines.map((line) => (
        <li key={line.id} className="px-4 py-2">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-medium">{t(`contacts:channels.${line.channel as ContactChannel}`)}</span>
            <time>{format.moment(line.at)}</time>
            {!line.reached && <Badge>{t('contacts:not_reached')}</Badge>}
            {new Date(line.at) > new Date() && <Badge tone="info">{t('contacts:to_come')}</Badge>}
          </span>
          <span className="block text-sm text-soft">
            {[line.projectName, line.campaignName, line.personName].filter(Boolean).join(' · ')}
          </span>
          {line.note && <span className="block text-sm">{line.note}</span>}
        </li>
      ))}
    </ul>
  )
}
