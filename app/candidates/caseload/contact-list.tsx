import { Link } from '@remix-run/react'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Badge } from '~/ui/page'
import type { ContactLine } from './contacts.server'

const PAGES = { session: '/mentoring/sessions', meeting: '/meetings' }

/** Contacts with a person, newest first; of a note that is somebody else's to read only that there was one. */
export function ContactList({ lines }: { lines: ContactLine[] }) {
  const { t, format } = useText()
  if (lines.length === 0) return <p className="text-soft">{t('caseload:contact.none')}</p>
  return (
    <ul className="space-y-3">
      {lines.map((line) => (
        <li key={line.id} className="rounded-lg border border-line bg-card px-4 py-3">
          <p className="text-sm text-soft">
            {[
              format.day(line.day),
              line.kind === 'note'
                ? t(`candidates:channel.${line.channel}` as TextKey)
                : t(`caseload:contact.${line.kind}`),
              line.minutes && t('caseload:contact.minutes', { count: line.minutes }),
              line.authorName,
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            {line.notReached && <Badge tone="warn">{t('caseload:contact.not_reached')}</Badge>}{' '}
            {line.restricted && <Badge>{t('caseload:contact.restricted')}</Badge>}
          </p>
          {line.kind !== 'note' ? (
            <Link className="link" to={`${PAGES[line.kind]}/${line.id}`}>
              {line.body ?? t(`caseload:contact.${line.kind}`)}
            </Link>
          ) : line.body ? (
            <p className="whitespace-pre-line">{line.body}</p>
          ) : (
            <p className="text-soft">{t('caseload:contact.not_yours')}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
