import type fi from '../fi/turns'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Vems tur',
  lead: 'De som är med och kan presenteras: lediga inom en månad och har samtyckt. Först de som inte har presenterats.',
  search_label: 'Nummer eller rubrik',
  waited: 'Har väntat',
  never: 'aldrig presenterad',
  weeks: 'inte på {{weeks}} veckor',
  times: 'Presentationer',
  last: 'Senast presenterad',
  see_needs: 'Se behoven',
  empty_title: 'Ingen kan presenteras just nu',
  empty: 'Den kan presenteras som är med, är ledig inom en månad och har samtyckt till att presenteras.',
  shown_one: 'Presenterad en gång, senast {{moment}}.',
  shown_other: 'Presenterad {{count}} gånger, senast {{moment}}.',
} satisfies SameKeys<typeof fi>
