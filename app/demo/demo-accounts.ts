import type { Role } from '~/auth/permissions'
import type { Language } from '~/texts/text-keys'

/** One well-known password: the demonstration holds nothing that would need another. */
export const DEMO_PASSWORD = 'silta-demo'

type DemoPerson = {
  email: string
  role: Role
  name: string
  language: Language
  organisation: string
}

/** One account for each role, shown on the sign-in page of the demonstration. */
export const DEMO_ACCOUNTS = [
  {
    email: 'liaison@silta.example',
    role: 'liaison',
    name: 'Riikka Tuomela',
    language: 'fi',
    organisation: 'Yrityspalvelut',
  },
  {
    email: 'coordinator@silta.example',
    role: 'coordinator',
    name: 'Jarno Koivuhaka',
    language: 'fi',
    organisation: 'Koodipolku',
  },
  {
    email: 'caller@silta.example',
    role: 'caller',
    name: 'Paula Kuusivirta',
    language: 'fi',
    organisation: 'Soittotoimisto Kielotie (ulkoinen konsultti)',
  },
  {
    email: 'manager@silta.example',
    role: 'project_manager',
    name: 'Anniina Saarikko',
    language: 'fi',
    organisation: 'Koodipolku',
  },
  {
    email: 'employer@silta.example',
    role: 'employer',
    name: 'Ilona Vuorensola',
    language: 'fi',
    organisation: 'Kuikkaranta Pilvi Oy',
  },
  {
    email: 'mentor@silta.example',
    role: 'mentor',
    name: 'Petteri Hirvikallio',
    language: 'fi',
    organisation: 'Naavaniemi Ohjelmistot Oy',
  },
  {
    email: 'admin@silta.example',
    role: 'administrator',
    name: 'Hilkka Aarniala',
    language: 'fi',
    organisation: 'Työllisyysalue',
  },
  {
    email: 'person@silta.example',
    role: 'person',
    name: 'Työnhakija',
    language: 'fi',
    organisation: '',
  },
] as const satisfies readonly DemoPerson[]
