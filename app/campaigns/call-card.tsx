import { Link } from '@remix-run/react'
import { DialLink } from '~/companies/dial-link'
import { PointReasons } from '~/companies/point-reasons'
import { useText } from '~/texts/use-text'
import { Badge, Card, Facts, Notice } from '~/ui/page'
import type { CardFacts } from './card-facts.server'
import { OutcomeBadge } from './outcome-badge'

/** Whom to ring and by which number; `base` is where the card's own addresses begin. */
export function CallNumbers({ card, base }: { card: CardFacts; base: string }) {
  const { t } = useText()
  if (card.suppressed)
    return (
      <Notice tone="bad" alert title={t('campaigns:do_not_call')}>
        {t('campaigns:do_not_call_lead')}
      </Notice>
    )
  const numbers = [
    ...card.contacts.map((contact) => ({
      key: contact.id,
      name: contact.name,
      detail: [contact.role, contact.language && t(`ui:languages.${contact.language as 'fi'}`)]
        .filter(Boolean)
        .join(' · '),
      phone: contact.phone,
    })),
    { key: 'company', name: t('campaigns:switchboard'), detail: '', phone: card.phone },
  ].filter(({ key, phone }) => key !== 'company' || phone)
  return (
    <Card className="mb-6">
      <h2 className="mb-3 text-lg font-semibold">{t('campaigns:numbers')}</h2>
      {numbers.length === 0 && <p className="text-warn">{t('campaigns:no_number')}</p>}
      <ul className="space-y-3">
        {numbers.map(({ key, name, detail, phone }) => (
          <li key={key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span>
              <span className="font-medium">{name}</span>
              {detail && <span className="block text-sm text-soft">{detail}</span>}
            </span>
            {phone ? (
              <DialLink
                to={`${base}/dial/${key}`}
                className="inline-flex min-h-11 items-center gap-2 rounded-md bg-bridge px-4 py-2 text-lg font-medium text-white tabular-nums no-underline hover:bg-bridge-deep"
              >
                <span aria-hidden="true">✆</span>
                {phone.text}
              </DialLink>
            ) : (
              <span className="text-sm text-soft">{t('campaigns:no_phone')}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What is known of the company and why it is on the list. */
export function CallCompanyFacts({ card, linked }: { card: CardFacts; linked: boolean }) {
  const { t, format } = useText()
  return (
    <Card className="mb-6">
      <h2 className="mb-3 text-lg font-semibold">{t('campaigns:company_facts')}</h2>
      {card.sisterContactAt && (
        <Notice tone="warn">
          {t('dealings:brief.sister_called', { at: format.moment(card.sisterContactAt) })}
        </Notice>
      )}
      <Facts
        facts={[
          {
            label: t('campaigns:why'),
            value: (card.earlierPartner || card.matchedKeywords.length > 0) && (
              <span className="flex flex-wrap gap-1">
                {card.earlierPartner && <Badge tone="info">{t('campaigns:earlier_partner')}</Badge>}
                {card.matchedKeywords.map((keyword) => (
                  <Badge key={keyword}>{keyword}</Badge>
                ))}
              </span>
            ),
          },
          {
            label: t('prospects:points'),
            value: card.reasons.length > 0 && <PointReasons points={card.points} reasons={card.reasons} />,
          },
          { label: t('campaigns:source_list'), value: card.sourceName },
          { label: t('companies:industry'), value: card.industry },
          { label: t('companies:municipality'), value: card.municipality },
          {
            label: t('companies:size'),
            value: card.sizeBand && t(`companies:sizes.${card.sizeBand as '1-4'}`),
          },
          {
            label: t('companies:growth'),
            value: [card.growth && t(`companies:growths.${card.growth as 'growing'}`), card.growthSource]
              .filter(Boolean)
              .join(' · '),
          },
          { label: t('companies:funded'), value: card.funded },
          { label: t('companies:language'), value: t(`ui:languages.${card.language as 'fi'}`) },
          {
            label: t('companies:website'),
            value: card.website && (
              <a className="link" href={card.website} target="_blank" rel="noreferrer">
                {card.website.replace(/^https?:\/\/(www\.)?/, '')}
              </a>
            ),
          },
          { label: t('companies:description'), value: card.description },
        ]}
      />
      {linked && (
        <p className="mt-4">
          <Link className="link" to={`/companies/${card.companyId}`}>
            {t('campaigns:open_company')}
          </Link>
        </p>
      )}
    </Card>
  )
}

/** What came of the tries before this one. */
export function EarlierCalls({ card }: { card: CardFacts }) {
  const { t, format } = useText()
  if (card.earlier.length === 0) return null
  return (
    <Card className="mb-6">
      <h2 className="mb-3 text-lg font-semibold">{t('campaigns:earlier_calls')}</h2>
      <ol className="space-y-3">
        {card.earlier.map((call) => (
          <li key={call.id}>
            <p className="flex flex-wrap items-center gap-2">
              {call.endedAt && <time>{format.moment(call.endedAt)}</time>}
              {call.outcome && <OutcomeBadge outcome={call.outcome} />}
            </p>
            <p className="text-sm text-soft">
              {[call.callerName, call.contactName].filter(Boolean).join(' → ')}
            </p>
            {call.note && <p>{call.note}</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
