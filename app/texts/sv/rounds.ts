import type fi from '../fi/rounds'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Arbetsgivarrundor',
  one: 'Runda',
  lead: 'En runda är arbetet från källista till resultat: vilka företag som kontaktades och vilka som kom med.',
  add: 'Ny runda',
  edit: 'Redigera rundan',
  saved: 'Rundan är sparad.',
  none: 'Inga rundor ännu',
  no_projects: 'Rundan hör till ett projekt. Lägg först till ett projekt.',
  project: 'Projekt',
  name_hint: 'Till exempel: Esbo, runda 2.',
  goal: 'Mål',
  companies: 'Företag',
  joined: 'Kom med',
  stages: 'Företagen efter skede',
  taking_part: 'Med nu',
  no_companies: 'Inga företag har kontaktats i rundan ännu.',
  projects: {
    add: 'Lägg till projekt',
    saved: 'Projektet är tillagt.',
    code: 'Projektkod',
    code_hint: 'Finansiärens kod, till exempel S30123.',
    funder: 'Finansiär',
  },
} satisfies SameKeys<typeof fi>
