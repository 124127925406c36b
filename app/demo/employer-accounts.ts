import type { Company } from './companies'
import type { Listed } from './source-lists'
import type { Staff } from './staff'
import type { Story } from './story'

/** The account of a contact, or null for one without. */
export type AccountOf = (contactId: string) => string | null
/** Accounts are made before contacts, so that who made what can be told; the two are joined at the end. */
export type AccountLink = { userId: string; contactId: string }

/** Lets the first contact of every partner of the second round see what is shown to them, and the mentor in. */
export function addEmployerAccounts(
  story: Story,
  staff: Staff,
  listed: Listed,
): { accountOf: AccountOf; links: AccountLink[] } {
  const links: AccountLink[] = []
  for (const company of listed.byName.values()) {
    const [contact] = company.contacts
    if (!contact) continue
    if (company.name === 'Kuikkaranta Pilvi Oy') links.push({ userId: staff.employer, contactId: contact.id })
    else links.push({ userId: addAccount(story, staff, company, contact.name), contactId: contact.id })
  }
  const mentor = listed.byName.get('Naavaniemi Ohjelmistot Oy')?.contacts[1]
  if (!mentor) throw new Error('the mentor is not there')
  links.push({ userId: staff.mentor, contactId: mentor.id })
  const byContact = new Map(links.map(({ userId, contactId }) => [contactId, userId]))
  return { links, accountOf: (contactId) => byContact.get(contactId) ?? null }
}

function addAccount(story: Story, staff: Staff, company: Company, name: string): string {
  const invitedAt = story.at(-118, '15:00')
  const id = story.id(invitedAt)
  story.rows.add('user_account', {
    id,
    email: `tili@${company.slug}.example`,
    name,
    language: company.language,
    organisation: company.name,
    roles: ['employer'],
    invited_at: invitedAt,
    invited_by: staff.liaison,
    accepted_at: new Date(invitedAt.getTime() + 3 * 60 * 60_000),
    created_at: invitedAt,
  })
  story.tell(invitedAt, staff.liaison, 'account_invited', ['user_account', id], { companyId: company.id })
  return id
}
