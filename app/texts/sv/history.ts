import type fi from '../fi/history'
import type { SameKeys } from '../text-keys'

export default {
  cv: {
    bring: 'Lägg till ett CV',
    title: 'Lägg till ett eget CV',
    lead: 'En fil eller ett foto av ett papper duger. Din coach ser det och går igenom det med dig. Det visas inte för företag utan din tillåtelse.',
    yours: 'lagt till av dig',
    being_read: 'Läses just nu',
    not_read: 'Texten kunde inte läsas',
  },
  own_contact: {
    title: 'Egna kontakter med arbetsgivare',
    lead: 'Anteckna vart du själv har tagit kontakt. Du och din coach ser detta, företag gör det inte.',
    add: 'Anteckna en egen kontakt',
    who_sees: 'Din coach ser detta. Det visas inte för företag.',
    company: 'Vart tog du kontakt',
    company_hint: 'Med egna ord: namnet på företaget eller platsen.',
    day: 'När',
    came_of_it: 'Vad blev det av det',
    came_of_it_hint:
      'Till exempel: jag skickade en ansökan, blev kallad till intervju. Du kan komplettera senare.',
    in_future: 'Dagen kan inte vara i framtiden.',
    none: 'Inga kontakter har antecknats ännu.',
    nothing_yet: 'Det är ännu inte känt vad det blev av det.',
    change: 'Komplettera eller ändra',
    remove: 'Ta bort kontakten',
    added: 'Kontakten antecknades.',
    saved: 'Ändringen sparades.',
    removed: 'Kontakten togs bort.',
    of_person: 'Personens egna kontakter med arbetsgivare',
    of_person_lead: 'Personen har själv antecknat dessa med egna ord. De visas inte för företag.',
    all: 'Alla ({{count}})',
  },
} satisfies SameKeys<typeof fi>
