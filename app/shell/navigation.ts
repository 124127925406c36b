import { may, type Permission, type Role } from '~/auth/permissions'
import type { TextKey } from '~/texts/text-keys'

type Item = { to: string; text: TextKey; permission: Permission }
type NavigationPlace = { to: string; text: TextKey }
/** A place in the menu, and those below it, which show while one is at any of them. */
type NavigationItem = NavigationPlace & { below: NavigationPlace[] }
type NavigationGroup = { text: TextKey | null; items: NavigationItem[] }

const BELOW_COMPANIES: Item[] = [
  { to: '/segments', text: 'prospects:segment.title', permission: 'companies.read' },
  { to: '/companies/imports/new', text: 'imports:title', permission: 'companies.import' },
  { to: '/companies/duplicates', text: 'duplicates:title', permission: 'companies.read' },
  { to: '/companies/bulk', text: 'prospects:bulk.own', permission: 'companies.write' },
  { to: '/contact-rules', text: 'contacts:rules', permission: 'companies.read' },
]

const MENU: { text: TextKey | null; items: (Item & { below?: Item[] })[] }[] = [
  {
    text: null,
    items: [
      { to: '/calls', text: 'shell:my_calls', permission: 'calls.make' },
      { to: '/portal', text: 'shell:portal', permission: 'portal.use' },
      { to: '/own', text: 'shell:own', permission: 'own_data.use' },
      { to: '/own/consents', text: 'shell:own_consents', permission: 'own_data.use' },
      { to: '/own/presentations', text: 'shell:own_presentations', permission: 'own_data.use' },
      { to: '/own/lists', text: 'lists:own.title', permission: 'own_data.use' },
      { to: '/own/data', text: 'shell:own_data', permission: 'own_data.use' },
      { to: '/own/history', text: 'history:title', permission: 'own_data.use' },
      { to: '/own/contacts', text: 'shell:own_contacts', permission: 'own_data.use' },
      { to: '/own/assessments', text: 'shell:own_assessments', permission: 'own_data.use' },
      { to: '/own/readings', text: 'shell:own_readings', permission: 'own_data.use' },
      { to: '/own/requests', text: 'shell:own_requests', permission: 'own_data.use' },
    ],
  },
  {
    text: 'shell:group_employers',
    items: [
      { to: '/companies', text: 'shell:companies', permission: 'companies.read', below: BELOW_COMPANIES },
      { to: '/tasks', text: 'shell:tasks', permission: 'companies.read' },
      { to: '/source-lists', text: 'shell:source_lists', permission: 'companies.read' },
      { to: '/rounds', text: 'shell:rounds', permission: 'companies.read' },
      { to: '/campaigns', text: 'shell:campaigns', permission: 'campaigns.read' },
      { to: '/meetings', text: 'shell:meetings', permission: 'meetings.read' },
      { to: '/needs', text: 'shell:needs', permission: 'needs.read' },
      { to: '/needs/told', text: 'shell:told', permission: 'needs.write' },
      { to: '/suppressions', text: 'shell:suppressions', permission: 'companies.read' },
    ],
  },
  {
    text: 'shell:group_people',
    items: [
      { to: '/caseload', text: 'shell:caseload', permission: 'candidates.write' },
      { to: '/candidates', text: 'shell:candidates', permission: 'candidates.read' },
      { to: '/consents', text: 'shell:consents', permission: 'consents.write' },
      { to: '/presentations', text: 'shell:presentations', permission: 'presentations.read' },
      { to: '/mentoring', text: 'shell:mentoring', permission: 'mentoring.read' },
      { to: '/mentor', text: 'shell:mentoring', permission: 'mentoring.attend' },
      { to: '/placements', text: 'shell:placements', permission: 'placements.read' },
      { to: '/requests', text: 'shell:requests', permission: 'person_requests.answer' },
    ],
  },
  {
    text: 'shell:group_results',
    items: [
      { to: '/outcomes', text: 'shell:outcomes', permission: 'outcomes.read' },
      { to: '/outcomes/equal-chances', text: 'shell:equal_chances', permission: 'equal_chances.read' },
      { to: '/presentations/lists', text: 'shell:sealed_lists', permission: 'sealed_lists.read' },
    ],
  },
  {
    text: 'shell:group_settings',
    items: [
      { to: '/tags', text: 'shell:tags', permission: 'companies.read' },
      { to: '/skills', text: 'shell:skills', permission: 'skills.read' },
      { to: '/needs/rules', text: 'shell:match_rules', permission: 'needs.read' },
      { to: '/consent-texts', text: 'shell:consent_texts', permission: 'settings.manage' },
      { to: '/assessment-forms', text: 'shell:assessment_forms', permission: 'settings.manage' },
      { to: '/accounts', text: 'shell:accounts', permission: 'accounts.manage' },
      { to: '/mailbox', text: 'shell:mailbox', permission: 'mailbox.read' },
      { to: '/exports', text: 'shell:exports', permission: 'exports.read' },
    ],
  },
]

/** The menu of this viewer: what the roles may open, in the order of the work. A single place needs no menu. */
export function navigationFor(viewer: { roles: readonly Role[] }): NavigationGroup[] {
  const open = <One extends Item>(items: One[]) => items.filter(({ permission }) => may(viewer, permission))
  const place = ({ to, text }: Item) => ({ to, text })
  const groups = MENU.map(({ text, items }) => ({
    text,
    items: open(items).map((item) => ({
      ...place(item),
      below: open(item.below ?? []).map(place),
    })),
  })).filter(({ items }) => items.length > 0)
  return groups.length === 1 && groups[0]?.items.length === 1 ? [] : groups
}
