import type fi from '../fi/gaps'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Kompetens som saknas',
  lead: 'Vilken enskild brist som håller människor borta från öppna behov. Med är {{count}} som kan presenteras, enligt sin bekräftade kompetens.',
  all: 'Nödvändig kompetens i öppna behov',
  skill: 'Kompetens',
  need: 'Behov',
  needs: 'Behov',
  needs_of_one: '{{count}} behov ber om: {{skill}}',
  needs_of_other: '{{count}} behov ber om: {{skill}}',
  one_step: 'Ett steg ifrån',
  people_of_one: '{{count}} person som bara saknar {{skill}}',
  people_of_other: '{{count}} personer som bara saknar {{skill}}',
  rows_title: 'De som bara saknar {{skill}}',
  no_rows: 'Ingen just nu.',
  empty_title: 'De öppna behoven kräver ingen nödvändig kompetens',
  empty: 'Tabellen uppstår när det har skrivits i behoven vad som är nödvändigt.',
  open: 'Kompetens som saknas',
  service: {
    language_support: 'språkstöd',
    short_course: 'kort kurs',
    apprenticeship: 'läroavtal',
    pay_subsidy: 'lönesubvention',
  },
} satisfies SameKeys<typeof fi>
