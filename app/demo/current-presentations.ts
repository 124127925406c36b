import type { Answer } from '~/presentations/presentation'
import type { PartnerName } from './partners'
import type { NeedTitle } from './second-round-needs'

/** A profile shown to a company, told in days from today; the first contact of the company receives it. */
export type PresentationPlan = {
  person: string
  company: PartnerName
  need: NeedTitle
  /** T2 shows the CV and the name. */
  tier?: 'T2'
  sent: number
  viewed?: number
  answered?: [on: number, answer: Answer, reasons: readonly string[], comment?: string]
  /** What was told to the person of the answer. */
  released?: string
  closed?: [on: number, reason: string]
  revoked?: [on: number, reason: string]
}

/** Seventeen people have been shown; the employer of the demonstration has answers to give. */
export const currentPresentations: readonly PresentationPlan[] = [
  {
    person: 'Teemu Louhivaara',
    company: 'Kuikkaranta Pilvi Oy',
    need: 'DevOps-osaaja asiakasprojekteihin',
    tier: 'T2',
    sent: -116,
    viewed: -115,
    answered: [-115, 'interested', ['meet', 'work_trial'], 'Sopisiko tapaaminen jo ensi viikolla?'],
    released: 'Yritys haluaa tavata sinut ensi viikolla.',
    closed: [-108, 'Työkokeilu alkoi'],
  },
  {
    person: 'Aino Rantakallio',
    company: 'Vanamopolku Testaus Oy',
    need: 'Testaaja',
    tier: 'T2',
    sent: -112,
    viewed: -111,
    answered: [-110, 'interested', ['work_trial'], 'Selkeä ja rauhallinen esittely.'],
    released: 'Esittelysi oli heistä selkeä ja rauhallinen.',
    closed: [-98, 'Työkokeilu alkoi'],
  },
  {
    person: 'Tuuli Haapasuo',
    company: 'Naavaniemi Ohjelmistot Oy',
    need: 'Full stack -kehittäjä',
    tier: 'T2',
    sent: -92,
    viewed: -92,
    answered: [-91, 'interested', ['meet', 'hire']],
    closed: [-68, 'Palkattiin'],
  },
  {
    person: 'Minh Anh Tran',
    company: 'Naavaniemi Ohjelmistot Oy',
    need: 'Full stack -kehittäjä',
    sent: -92,
    viewed: -90,
    answered: [-90, 'not_now', ['language'], 'Tarvitsemme sujuvan suomen asiakaspalavereihin.'],
    closed: [-80, 'Yritys valitsi toisen'],
  },
  {
    person: 'Oskar Lindqvarn',
    company: 'Hallayö Data Oy',
    need: 'Dataputkien rakentaja',
    tier: 'T2',
    sent: -70,
    viewed: -69,
    answered: [-67, 'interested', ['hire']],
    closed: [-41, 'Palkattiin'],
  },
  {
    person: 'Mikael Havukainen',
    company: 'Routalampi IT-tuki Oy',
    need: 'Lähituen asiantuntijoita',
    tier: 'T2',
    sent: -78,
    viewed: -76,
    answered: [-75, 'interested', ['work_trial']],
    closed: [-52, 'Työkokeilu alkoi'],
  },
  {
    person: 'Abdi Nuur Hassanow',
    company: 'Routalampi IT-tuki Oy',
    need: 'Lähituen asiantuntijoita',
    sent: -78,
    viewed: -76,
    answered: [-74, 'interested', ['meet']],
    closed: [-44, 'Trainee-jakso alkoi'],
  },
  {
    person: 'Sanna Peltovuori',
    company: 'Suopursu Analytiikka Oy',
    need: 'Power BI -raporttien tekijä',
    tier: 'T2',
    sent: -58,
    viewed: -57,
    answered: [-55, 'interested', ['meet', 'work_trial']],
    released: 'Yritys haluaa tavata sinut ja tarjota työkokeilua.',
    closed: [-34, 'Työkokeilu alkoi'],
  },
  {
    person: 'Olena Tkachuk',
    company: 'Harmaahaikara Labs Oy',
    need: 'QA engineer',
    tier: 'T2',
    sent: -88,
    viewed: -87,
    answered: [-86, 'interested', ['meet', 'hire'], 'Exactly what we have been looking for.'],
    released: 'They found your experience to be exactly what they need.',
    closed: [-48, 'Palkkatuettu työ alkoi'],
  },
  {
    person: 'Amir Rahimzadeh',
    company: 'Harmaahaikara Labs Oy',
    need: 'Backend developer, Python',
    tier: 'T2',
    sent: -86,
    viewed: -85,
    answered: [-85, 'interested', ['work_trial']],
    closed: [-62, 'Työkokeilu alkoi'],
  },
  {
    person: 'Yusuf Demirkan',
    company: 'Revontulisalmi Systems Oy',
    need: '.NET-kehittäjä',
    sent: -52,
    viewed: -50,
    revoked: [-37, 'Henkilö perui suostumuksensa'],
  },
  {
    person: 'Linnéa Skogberg',
    company: 'Ljungviken Data Ab',
    need: 'Frontendutvecklare',
    sent: -49,
    viewed: -47,
    answered: [-46, 'interested', ['work_trial']],
    closed: [-31, 'Arbetsprövningen ställdes in; en ny start planeras'],
  },
  {
    person: 'Hanna Mustalampi',
    company: 'Kurjenpesä Studio Oy',
    need: 'Käyttöliittymien suunnittelija toimeksiantoon',
    sent: -19,
    viewed: -16,
    answered: [-2, 'interested', ['meet', 'commission'], 'Portfolio kiinnostaa, ehtisikö jo tässä kuussa?'],
  },
  {
    person: 'Jukka-Pekka Korvenranta',
    company: 'Jäkäläkangas Automaatio Oy',
    need: 'Ohjelmistorobotiikan tekijä',
    sent: -12,
    viewed: -11,
    answered: [-3, 'tell_me_more', ['experience'], 'Onko kokemusta pitkistä, monivaiheisista prosesseista?'],
  },
  {
    person: 'Fatuma Warsame',
    company: 'Suopursu Analytiikka Oy',
    need: 'Power BI -raporttien tekijä',
    sent: -10,
    viewed: -9,
  },
  {
    person: 'Dmitri Sokolnikov',
    company: 'Kaarnavene Koodi Oy',
    need: 'Java-osaaja taustajärjestelmiin',
    sent: -9,
  },
  {
    person: 'Chidi Okonjo',
    company: 'Kuikkaranta Pilvi Oy',
    need: 'DevOps-osaaja asiakasprojekteihin',
    sent: -6,
    viewed: -5,
    answered: [
      -4,
      'interested',
      ['meet', 'hire'],
      'Kubernetes-kokemus olisi meille juuri nyt kullanarvoista.',
    ],
  },
  {
    person: 'Chidi Okonjo',
    company: 'Kuikkaranta Pilvi Oy',
    need: 'Pilviympäristöjen tekijä',
    sent: -6,
    viewed: -5,
  },
  {
    person: 'Oskar Lindqvarn',
    company: 'Kuikkaranta Pilvi Oy',
    need: 'Pilviympäristöjen tekijä',
    sent: -66,
    viewed: -64,
    answered: [-63, 'not_now', ['timing']],
    closed: [-41, 'Palkattiin toisaalle'],
  },
  {
    person: 'Dmitri Sokolnikov',
    company: 'Kuikkaranta Pilvi Oy',
    need: 'Pilviympäristöjen tekijä',
    sent: -2,
  },
  {
    person: 'Minh Anh Tran',
    company: 'Naavaniemi Ohjelmistot Oy',
    need: 'Juniorikehittäjä kevääksi',
    sent: -4,
    viewed: -3,
  },
  {
    person: 'Dmitri Sokolnikov',
    company: 'Revontulisalmi Systems Oy',
    need: '.NET-kehittäjä',
    sent: -33,
    viewed: -31,
    answered: [-30, 'not_now', ['skills'], 'Etsimme C#-osaajaa.'],
    closed: [-28, 'Osaaminen ei vastannut tarvetta'],
  },
]
