import type { Company, Person } from './companies'
import { currentPresentations } from './current-presentations'
import { DEMO_ACCOUNTS } from './demo-accounts'
import type { Scene } from './scene'
import type { Staff } from './staff'
import type { Story } from './story'

/** The account of a contact, or null for one without. */
export type AccountOf = (contactId: string) => string | null
/** Accounts are made before contacts, so that who made what can be told; the two are joined at the end. */
export type AccountLink = { userId: string; contactId: string }

/** Lets the contacts who have been shown somebody see it, and the mentor in. */
export function addEmployerAccounts({ story, staff, listed }: Scene): {
  accountOf: AccountOf
  links: AccountLink[]
} {
  const links: AccountLink[] = []
  const shownTo = new Set<string>(currentPresentations.map(({ company }) => company))
  for (const company of listed.byName.values()) {
    const [contact] = company.contacts
    if (!contact || !shownTo.has(company.name)) continue
    const isDemo = contact.email === emailOf('employer')
    const userId = isDemo ? staff.employer : addAccount(story, staff, company, contact)
    links.push({ userId, contactId: contact.id })
  }
  const mentor = [...listed.byName.values()]
    .flatMap(({ contacts }) => contacts)
    .find(({ email }) => email === emailOf('mentor'))
  if (!mentor) throw new Error('the mentor is not there')
  links.push({ userId: staff.mentor, contactId: mentor.id })
  const byContact = new Map(links.map(({ userId, contactId }) => [contactId, userId]))
  return { links, accountOf: (contactId) => byContact.get(contactId) ?? null }
}

function addAccount(story: Story, staff: Staff, company: Company, { name, email }: Person): string {
  const invitedAt = story.at(-118, '15:00')
  const id = story.id(invitedAt)
  story.rows.add('user_account', {
    id,
    email,
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

function emailOf(role: string): string | undefined {
  return DEMO_ACCOUNTS.find((account) => account.role === role)?.email
}
