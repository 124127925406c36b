import type fi from '../fi/search'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Search',
  words: 'Words to search for',
  begin: 'What are you looking for?',
  hint: 'A company name or business ID, a contact, a phone number, a need, the number of a candidate, a meeting or a placement. At least two characters.',
  nothing: 'Nothing found: {{words}}',
  found_one: '{{count}} hit',
  found_other: '{{count}} hits',
  show_all: 'Show all',
  in_companies: 'Search companies in all fields',
  kinds: {
    companies: 'Companies',
    contacts: 'Contacts',
    needs: 'Skill needs',
    candidates: 'Candidates',
    meetings: 'Meetings',
    placements: 'Placements',
  },
} satisfies SameKeys<typeof fi>
