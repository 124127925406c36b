import type { PlacementForm, Status } from '~/placements/placement'
import type { PartnerName } from './partners'
import type { NeedTitle } from './second-round-needs'

/** A placement told in days from today. */
export type PlacementPlan = {
  person: string
  company: PartnerName
  need?: NeedTitle
  form: PlacementForm
  title: string
  tasks?: string
  from: number
  to: number | null
  /** When it ended, where that is not `to`. */
  endedOn?: number
  status: Status
  /** The form of the same person's placement that this one follows. */
  after?: PlacementForm
  employer?: string
  subsidyDecided?: number
  transferPermit?: string
  checkIns?: readonly number[]
  /** Which of the check-ins told of a worry. */
  concern?: number
  assessment?: { fit: number; wouldHire: 'yes' | 'maybe' | 'no'; strengths: string; toDevelop?: string }
  why?: string
  party?: 'candidate' | 'host'
}

/** Nine people have started in the second round and four of them are hired; one start waits and one was called off. */
export const currentPlacements: readonly PlacementPlan[] = [
  {
    person: 'Teemu Louhivaara',
    company: 'Kuikkaranta Pilvi Oy',
    need: 'DevOps-osaaja asiakasprojekteihin',
    form: 'work_trial',
    title: 'Järjestelmätuen työkokeilu',
    tasks: 'Julkaisuputken ylläpito ja dokumentointi ohjaajan kanssa.',
    from: -108,
    to: -80,
    status: 'ended_as_planned',
    checkIns: [-96],
    assessment: {
      fit: 5,
      wouldHire: 'yes',
      strengths: 'Vahva Linux-osaaja, joka dokumentoi tekemänsä.',
      toDevelop: 'Kontit vaativat vielä harjoitusta.',
    },
  },
  {
    person: 'Teemu Louhivaara',
    company: 'Kuikkaranta Pilvi Oy',
    need: 'DevOps-osaaja asiakasprojekteihin',
    form: 'pay_subsidised',
    after: 'work_trial',
    title: 'DevOps-asiantuntija, palkkatuki',
    from: -76,
    to: -22,
    status: 'ended_as_planned',
    subsidyDecided: -81,
    checkIns: [-60, -34],
  },
  {
    person: 'Teemu Louhivaara',
    company: 'Kuikkaranta Pilvi Oy',
    need: 'DevOps-osaaja asiakasprojekteihin',
    form: 'hire',
    after: 'pay_subsidised',
    title: 'DevOps-asiantuntija',
    from: -21,
    to: null,
    status: 'running',
    checkIns: [-8],
  },
  {
    person: 'Aino Rantakallio',
    company: 'Vanamopolku Testaus Oy',
    need: 'Testaaja',
    form: 'work_trial',
    title: 'Testauksen työkokeilu',
    from: -98,
    to: -64,
    status: 'ended_as_planned',
    checkIns: [-88, -70],
    assessment: { fit: 5, wouldHire: 'yes', strengths: 'Löysi viat, joita me emme enää nähneet.' },
  },
  {
    person: 'Aino Rantakallio',
    company: 'Vanamopolku Testaus Oy',
    need: 'Testaaja',
    form: 'hire',
    after: 'work_trial',
    title: 'Ohjelmistotestaaja',
    from: -58,
    to: null,
    status: 'running',
    checkIns: [-30, -6],
  },
  {
    person: 'Tuuli Haapasuo',
    company: 'Naavaniemi Ohjelmistot Oy',
    need: 'Full stack -kehittäjä',
    form: 'hire',
    title: 'Full stack -kehittäjä',
    from: -68,
    to: null,
    status: 'running',
    checkIns: [-40, -12],
  },
  {
    person: 'Oskar Lindqvarn',
    company: 'Hallayö Data Oy',
    need: 'Dataputkien rakentaja',
    form: 'hire',
    title: 'Data engineer',
    from: -41,
    to: null,
    status: 'running',
    checkIns: [-14],
  },
  {
    person: 'Mikael Havukainen',
    company: 'Routalampi IT-tuki Oy',
    need: 'Lähituen asiantuntijoita',
    form: 'work_trial',
    title: 'Lähituen työkokeilu',
    tasks: 'Työasemien asennus ja tukipyynnöt asiakkaan toimipisteessä.',
    from: -52,
    to: 5,
    status: 'running',
    checkIns: [-42, -33],
    concern: 1,
  },
  {
    person: 'Sanna Peltovuori',
    company: 'Suopursu Analytiikka Oy',
    need: 'Power BI -raporttien tekijä',
    form: 'work_trial',
    title: 'Raportoinnin työkokeilu',
    from: -34,
    to: 26,
    status: 'running',
    checkIns: [-20],
  },
  {
    person: 'Olena Tkachuk',
    company: 'Harmaahaikara Labs Oy',
    need: 'QA engineer',
    form: 'pay_subsidised',
    title: 'QA engineer, pay subsidy',
    from: -48,
    to: 100,
    status: 'running',
    subsidyDecided: -55,
    checkIns: [-36, -10],
  },
  {
    person: 'Amir Rahimzadeh',
    company: 'Harmaahaikara Labs Oy',
    need: 'Backend developer, Python',
    form: 'work_trial',
    title: 'Work trial in backend development',
    from: -62,
    to: -24,
    status: 'ended_as_planned',
    checkIns: [-50],
    assessment: {
      fit: 4,
      wouldHire: 'maybe',
      strengths: 'Clean code and good questions.',
      toDevelop: 'Finnish.',
    },
  },
  {
    person: 'Amir Rahimzadeh',
    company: 'Harmaahaikara Labs Oy',
    need: 'Backend developer, Python',
    form: 'pay_subsidised',
    after: 'work_trial',
    title: 'Backend developer, pay subsidy',
    from: 9,
    to: 160,
    status: 'agreed',
  },
  {
    person: 'Abdi Nuur Hassanow',
    company: 'Routalampi IT-tuki Oy',
    need: 'Lähituen asiantuntijoita',
    form: 'trainee',
    title: 'IT-tuen trainee',
    employer: 'Tuohikontti Työosuuskunta Osk',
    transferPermit: 'SIIRTO-7',
    from: -44,
    to: 16,
    status: 'running',
    checkIns: [-30, -9],
  },
  {
    person: 'Linnéa Skogberg',
    company: 'Ljungviken Data Ab',
    need: 'Frontendutvecklare',
    form: 'work_trial',
    title: 'Arbetsprövning i frontend',
    from: -29,
    to: 1,
    status: 'cancelled',
    why: 'Handledaren blev långtidssjuk; ny start planeras.',
  },
  {
    person: 'Chidi Okonjo',
    company: 'Revontulisalmi Systems Oy',
    need: '.NET-kehittäjä',
    form: 'commission',
    title: 'Julkaisuputken kuvaus toimeksiantona',
    from: 18,
    to: 46,
    status: 'planned',
  },
]
