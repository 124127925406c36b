import type fi from '../fi/chances'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Likabehandling: vem presenteras',
  lead: 'Hur långt människor i olika grupper har kommit. Läget {{day}}; siffrorna byts varje månad.',
  by: {
    group_language: 'Enligt gruppens språk',
    municipality: 'Enligt hemkommun',
    referred_by: 'Enligt vem som hänvisat',
  },
  group: 'Grupp',
  people: 'Personer',
  all: 'Sammanlagt',
  other: 'Övriga och små grupper',
  not_told: 'Inte känt',
  class: {
    not_shown: 'Inte presenterad',
    shown: 'Presenterad, inte öppnad',
    viewed: 'Öppnad, inget svar',
    refused: 'Svar: inte nu',
    interested: 'Arbetsgivaren intresserad',
    placed: 'I en arbetsperiod',
  },
  from_to: '{{first}} – {{last}}',
  merged:
    'I samma kolumn, eftersom personerna är för få: {{steps}}. Stegen syns var för sig när minst {{least}} personer står på vart och ett.',
  hidden: 'dold',
  hidden_sign: '–',
  empty_title: 'För få personer',
  empty: 'En tabell uppstår när det finns så många personer att ingen enskild kan härledas.',
  explained_title: 'Vad siffrorna är',
  explained: {
    furthest: 'Varje person finns en gång i tabellen, i den kolumn dit personen har kommit längst.',
    hidden:
      'Tal under fem är dolda (–), och utöver dem så många andra att inget kan räknas ut ur summorna. Små grupper och kolumner har slagits ihop.',
    small: 'Skillnader kan vara slump när grupperna är små. Tabellen ger anledning att fråga, inget svar.',
  },
  not_held_title: 'Vad vi inte vet',
  not_held:
    'Ålder, kön, ursprung, medborgarskap, hälsa och familj antecknas inte, eftersom tjänsten inte behöver dem (dataskyddsförordningen art. 5.1 c, diskrimineringslagen 8 §). Därför kan man inte räkna enligt dem. Hemkommunen för den som har spärrmarkering står under Inte känt.',
} satisfies SameKeys<typeof fi>
