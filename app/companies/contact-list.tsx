import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Badge, Card } from '~/ui/page'
import type { Contact } from './contacts.server'
import type { Acquaintance } from './dealings/dossier.server'
import { DialLink } from './dial-link'

/** The people of a company with how to reach them; a banned number or address is struck out and said to be so. */
export function ContactList({
  contacts,
  acquaintances,
  mayWrite,
}: {
  contacts: Contact[]
  acquaintances: Acquaintance[]
  mayWrite: boolean
}) {
  const { t } = useText()
  if (contacts.length === 0) return <p className="text-soft">{t('companies:no_contacts')}</p>
  return (
    <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {contacts.map((contact) => (
        <li key={contact.id}>
          <ContactCard contact={contact} acquaintances={acquaintances} mayWrite={mayWrite} />
        </li>
      ))}
    </ul>
  )
}

function ContactCard({
  contact,
  acquaintances,
  mayWrite,
}: {
  contact: Contact
  acquaintances: Acquaintance[]
  mayWrite: boolean
}) {
  const { t } = useText()
  return (
    <Card className="h-full">
      <p className="font-semibold">
        {contact.name} {contact.leftAt && <Badge>{t('companies:contact_left')}</Badge>}
      </p>
      {contact.role && <p className="text-soft">{contact.role}</p>}
      <Reach
        value={contact.phone}
        dial={mayWrite ? `/companies/${contact.companyId}/dial/${contact.id}` : null}
        suppressed={contact.phoneSuppressed}
      />
      <Reach
        value={contact.email}
        mail={mayWrite ? `/companies/${contact.companyId}/mail/${contact.id}` : null}
        suppressed={contact.emailSuppressed}
      />
      {contact.language && (
        <p className="text-sm text-soft">{t(`ui:languages.${contact.language as 'fi'}`)}</p>
      )}
      {acquaintances
        .filter(({ contactId }) => contactId === contact.id)
        .map((one) => (
          <KnownBy key={one.userId} acquaintance={one} mayWrite={mayWrite} />
        ))}
      {contact.note && <p className="text-sm">{contact.note}</p>}
      {mayWrite && !contact.leftAt && <ContactLinks contact={contact} />}
    </Card>
  )
}

/** Who of the house knows the person, and how. */
function KnownBy({ acquaintance: one, mayWrite }: { acquaintance: Acquaintance; mayWrite: boolean }) {
  const { t } = useText()
  return (
    <p className="text-sm text-soft">
      {one.how
        ? t('dealings:acquaintance.known_how', { name: one.name, how: one.how })
        : t('dealings:acquaintance.known', { name: one.name })}
      {mayWrite && (
        <Link
          className="link no-print ml-2 inline-flex min-h-6 items-center"
          to={`contacts/${one.contactId}/acquaintances/${one.userId}/removal`}
        >
          {t('dealings:acquaintance.remove')}
          <span className="sr-only">: {one.name}</span>
        </Link>
      )}
    </p>
  )
}

function ContactLinks({ contact }: { contact: Pick<Contact, 'id' | 'name'> }) {
  const { t } = useText()
  return (
    <p className="no-print mt-2 flex flex-wrap gap-4 text-sm">
      <Link className="link inline-flex min-h-6 items-center" to={`contacts/${contact.id}/edit`}>
        {t('ui:edit')}
        <span className="sr-only">: {contact.name}</span>
      </Link>
      <Link className="link inline-flex min-h-6 items-center" to={`contacts/${contact.id}/acquaintances/new`}>
        {t('dealings:acquaintance.add')}
        <span className="sr-only">: {contact.name}</span>
      </Link>
      <Link className="link inline-flex min-h-6 items-center" to={`contacts/${contact.id}/leaving`}>
        {t('companies:mark_left')}
        <span className="sr-only">: {contact.name}</span>
      </Link>
    </p>
  )
}

/** A number is rung and an address written to by way of the check. */
function Reach({
  value,
  dial,
  mail,
  suppressed,
}: {
  value: string | null
  dial?: string | null
  mail?: string | null
  suppressed: unknown
}) {
  const { t } = useText()
  if (!value) return null
  if (suppressed) {
    return (
      <p>
        <s>{value}</s> <Badge tone="bad">{t('companies:do_not_contact')}</Badge>
      </p>
    )
  }
  if (dial)
    return (
      <p>
        <DialLink to={dial}>{value}</DialLink>
      </p>
    )
  if (!mail) return <p>{value}</p>
  return (
    <p>
      <Link className="link inline-flex min-h-6 items-center" to={mail}>
        {value}
      </Link>
    </p>
  )
}
