import type { CompanyWords } from './companies'

const software = 'Ohjelmistot'
const support = 'IT-tukipalvelut'
const consulting = 'IT-konsultointi'

/** The five that joined from the fifty of the first round; the first two come back in the second. */
export const firstRoundPartners = [
  {
    name: 'Kaarnavene Koodi Oy',
    municipality: 'Espoo',
    industry: software,
    keywords: ['fullstack', 'devops'],
    sizeBand: '5-9',
    description:
      'Tekee verkkokauppojen taustajärjestelmiä. Otti edellisellä kierroksella kaksi työkokeilijaa.',
    contacts: [{ name: 'Katri Hietaranta', role: 'toimitusjohtaja' }],
  },
  {
    name: 'Hallayö Data Oy',
    municipality: 'Helsinki',
    industry: consulting,
    keywords: ['power bi', 'pilviteknologia'],
    sizeBand: '10-49',
    description: 'Raportointia ja tiedonhallintaa kunnille ja kaupan alalle.',
    contacts: [{ name: 'Tero Kelohonka', role: 'tiiminvetäjä' }],
  },
  {
    name: 'Tervaskanto Tietojärjestelmät Oy',
    municipality: 'Vantaa',
    industry: support,
    keywords: ['helpdesk'],
    sizeBand: '10-49',
    growth: 'steady',
    contacts: [{ name: 'Pirjo Mustaniitty', role: 'palvelupäällikkö' }],
  },
  {
    name: 'Kultasirkku Suorahaku Oy',
    municipality: 'Helsinki',
    category: 'headhunter',
    industry: 'Henkilöstöhankinta',
    sizeBand: '1-4',
    growth: 'steady',
    description: 'Hakee ohjelmistoalan osaajia suoraan yritysten puolesta.',
    contacts: [{ name: 'Outi Lammensilta', role: 'suorahakukonsultti' }],
  },
  {
    name: 'Tuohikontti Työosuuskunta Osk',
    municipality: 'Espoo',
    form: 'osk',
    category: 'social_enterprise',
    industry: 'Työllistämispalvelut',
    sizeBand: '10-49',
    growth: 'steady',
    description: 'Yhteiskunnallinen yritys, joka vuokraa tekijöitä ja valmentaa heitä työssä.',
    contacts: [{ name: 'Jouni Pihlajasuo', role: 'toiminnanjohtaja' }],
  },
] as const satisfies readonly CompanyWords[]

/** The eleven that joined anew in the second round. The employer and the mentor of the demonstration are here. */
export const secondRoundPartners = [
  {
    name: 'Kuikkaranta Pilvi Oy',
    municipality: 'Espoo',
    industry: software,
    keywords: ['devops', 'pilviteknologia'],
    sizeBand: '10-49',
    funded: 'kasvurahoitus, sijoittajat',
    description: 'Rakentaa ja ylläpitää pilvipalveluja terveysalan ohjelmistotaloille. 24 työntekijää.',
    contacts: [
      { name: 'Ilona Vuorensola', role: 'toimitusjohtaja' },
      { name: 'Sami Varpulampi', role: 'teknologiajohtaja' },
    ],
  },
  {
    name: 'Naavaniemi Ohjelmistot Oy',
    municipality: 'Espoo',
    industry: software,
    keywords: ['fullstack'],
    sizeBand: '5-9',
    description: 'Varausjärjestelmiä liikuntahalleille ja kulttuuritaloille.',
    contacts: [
      { name: 'Laura Ilvesmäki', role: 'toimitusjohtaja' },
      { name: 'Petteri Hirvikallio', role: 'teknologiajohtaja' },
    ],
  },
  {
    name: 'Suopursu Analytiikka Oy',
    municipality: 'Helsinki',
    industry: consulting,
    keywords: ['power bi'],
    sizeBand: '5-9',
    funded: 'siemenrahoitus',
    contacts: [{ name: 'Marjut Kaislakoski', role: 'perustaja' }],
  },
  {
    name: 'Ljungviken Data Ab',
    municipality: 'Kauniainen',
    language: 'sv',
    industry: software,
    keywords: ['fullstack', 'pilviteknologia'],
    sizeBand: '10-49',
    contacts: [{ name: 'Fredrik Ekholmsund', role: 'utvecklingschef' }],
  },
  {
    name: 'Routalampi IT-tuki Oy',
    municipality: 'Vantaa',
    industry: support,
    keywords: ['helpdesk'],
    sizeBand: '10-49',
    contacts: [
      { name: 'Jaana Kivipuro', role: 'palvelupäällikkö' },
      { name: 'Kimmo Saarniaho', role: 'toimitusjohtaja' },
    ],
  },
  {
    name: 'Jäkäläkangas Automaatio Oy',
    municipality: 'Espoo',
    industry: consulting,
    keywords: ['ohjelmistorobotiikka'],
    sizeBand: '5-9',
    funded: 'tutkimus- ja kehitysrahoitus',
    contacts: [{ name: 'Miia Tammiketo', role: 'tiiminvetäjä' }],
  },
  {
    name: 'Harmaahaikara Labs Oy',
    municipality: 'Helsinki',
    language: 'en',
    industry: software,
    keywords: ['devops', 'fullstack'],
    sizeBand: '10-49',
    funded: 'kasvurahoitus, sijoittajat',
    description: 'Develops route planning for delivery fleets. The working language is English.',
    contacts: [{ name: 'Daniela Ferreyra', role: 'head of engineering' }],
  },
  {
    name: 'Vanamopolku Testaus Oy',
    municipality: 'Espoo',
    industry: consulting,
    keywords: ['fullstack'],
    sizeBand: '5-9',
    contacts: [{ name: 'Heikki Tuulikallio', role: 'perustaja' }],
  },
  {
    name: 'Kurjenpesä Studio Oy',
    municipality: 'Helsinki',
    industry: software,
    keywords: ['fullstack'],
    sizeBand: '1-4',
    contacts: [{ name: 'Saara Oravisto', role: 'toimitusjohtaja' }],
  },
  {
    name: 'Revontulisalmi Systems Oy',
    municipality: 'Espoo',
    industry: software,
    keywords: ['pilviteknologia'],
    sizeBand: '10-49',
    contacts: [{ name: 'Niko Jokikallio', role: 'arkkitehti' }],
  },
  {
    name: 'Kivitasku Palvelut Oy',
    municipality: 'Kirkkonummi',
    industry: support,
    keywords: ['helpdesk'],
    sizeBand: '5-9',
    contacts: [{ name: 'Elina Suvantola', role: 'toimitusjohtaja' }],
  },
] as const satisfies readonly CompanyWords[]

export type PartnerName = (typeof firstRoundPartners | typeof secondRoundPartners)[number]['name']
