import type fi from '../fi/skills'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Kompetensordlista',
  lead: 'Dessa kompetenser känner Silta igen i en meritförteckning och i arbetsgivarens ord, på tre språk och böjda.',
  search: 'Kompetens eller dess andra namn',
  words: 'Andra namn',
} satisfies SameKeys<typeof fi>
