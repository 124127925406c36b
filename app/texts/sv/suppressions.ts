import type fi from '../fi/suppressions'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Kontaktförbud',
  lead: 'Förbudet gäller alla projekt och består även om företaget importeras på nytt med annan stavning. Det kontrolleras när ringlistan görs och när samtalet börjar.',
  add: 'Förbjud kontakt',
  saved: 'Kontaktförbudet har antecknats.',
  notice: 'Det här företaget får inte kontaktas',
  channel: 'Vad förbudet gäller',
  channels: { all: 'All kontakt', phone: 'Samtal', email: 'E-post', sms: 'Textmeddelanden' },
  reasons: {
    asked: 'De bad om det',
    list_import: 'Importerat från en spärrlista',
    other_body: 'Förmedlat av en annan aktör',
    decision: 'Eget beslut',
  },
  asked_by: 'Vem bad om det',
  asked_on: 'När',
  asked_how: 'I vilket sammanhang',
  asked_in: { phone: 'i ett samtal', link: 'via enkätens länk' },
  wording: 'Med egna ord',
  wording_hint: 'Vad de sade. Inga andra uppgifter om personen.',
  target: 'Vem förbudet gäller',
  target_hint: 'FO-nummer, telefonnummer eller e-postadress.',
  since: 'Antecknat',
  lift: 'Häv förbudet',
  lift_hint: 'Varför kontakt åter är tillåten. Motiveringen förblir synlig.',
  lifted: 'Hävt',
  lifted_saved: 'Förbudet har hävts.',
  in_force: 'I kraft',
  search_label: 'Företag, FO-nummer, nummer eller adress',
  empty: 'Inga kontaktförbud',
} satisfies SameKeys<typeof fi>
