import type fi from '../fi/told'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Berättat, inget behov än',
  lead: 'Kompetenser som företag har berättat om i samtal, enkäter och möten, tills ett behov har antecknats.',
  words: 'Kompetens som nämnts',
  when: 'Var och när',
  next: 'Härnäst',
  from: 'Var det berättades',
  waiting: 'Väntar',
  aside: 'Lagt åt sidan',
  make_need: 'Gör ett behov',
  set_aside: 'Lägg åt sidan',
  take_up: 'Ta tillbaka',
  reason_hint: 'Till exempel: platsen är redan tillsatt, eller behovet var ett annat företags.',
  was_set_aside: 'Lagt åt sidan.',
  taken_up: 'Väntar igen.',
  none: 'Allt som berättats är antecknat som behov',
  none_hint: 'Här kommer den kompetens som nämns i ett samtal, en enkät eller ett möte.',
  in: {
    call: 'Samtal',
    survey: 'Enkät',
    meeting: 'Möte',
  },
} satisfies SameKeys<typeof fi>
