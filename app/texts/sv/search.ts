import type fi from '../fi/search'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Sökning',
  words: 'Sökord',
  begin: 'Vad letar du efter?',
  hint: 'Företagets namn eller FO-nummer, kontaktperson, telefonnummer, behov, kandidatens nummer, möte eller arbetsperiod. Minst två tecken.',
  nothing: 'Inga träffar: {{words}}',
  found_one: '{{count}} träff',
  found_other: '{{count}} träffar',
  show_all: 'Visa alla',
  in_companies: 'Sök i alla uppgifter om företag',
  kinds: {
    companies: 'Företag',
    contacts: 'Kontaktpersoner',
    needs: 'Kompetensbehov',
    candidates: 'Kandidater',
    meetings: 'Möten',
    placements: 'Arbetsperioder',
  },
} satisfies SameKeys<typeof fi>
