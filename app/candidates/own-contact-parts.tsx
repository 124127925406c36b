import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Field, TextArea } from '~/ui/form-fields'
import type { OwnContactPage } from './own-contacts.server'

/** What a person tells of a contact about work. */
export function OwnContactFields() {
  const { t } = useText()
  return (
    <>
      <Field
        name="company"
        label={t('history:own_contact.company')}
        hint={t('history:own_contact.company_hint')}
      />
      <Field name="contactedOn" type="date" label={t('history:own_contact.day')} />
      <TextArea
        name="cameOfIt"
        label={t('history:own_contact.came_of_it')}
        hint={t('history:own_contact.came_of_it_hint')}
        optional
      />
    </>
  )
}

/** A person's own contacts, newest first; the person's own list leads from each to changing it. */
export function OwnContactList({
  contacts,
  changeAt,
}: {
  contacts: OwnContactPage['rows']
  changeAt?: string
}) {
  const { t, format } = useText()
  if (contacts.length === 0) return <p className="text-soft">{t('history:own_contact.none')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {contacts.map((contact) => (
        <li key={contact.id} className="px-4 py-3">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <span className="font-medium">{contact.company}</span>
            <span className="text-soft">{format.day(contact.contactedOn)}</span>
          </p>
          <p className="whitespace-pre-line">{contact.cameOfIt ?? t('history:own_contact.nothing_yet')}</p>
          {changeAt && (
            <Link className="link inline-flex min-h-11 items-center" to={`${changeAt}/${contact.id}`}>
              {t('history:own_contact.change')}
              <span className="sr-only"> {contact.company}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
