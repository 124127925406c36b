import type { WorkForm } from '~/candidates/candidate'
import type { PartnerName } from './partners'

export type NeedWords = {
  company: PartnerName
  title: string
  description: string
  skills: readonly (readonly [words: string, weight: 'must' | 'nice', level?: 1 | 2 | 3])[]
  languages: Record<string, string>
  forms: readonly WorkForm[]
  headcount?: number
  remote?: 'no' | 'partly' | 'fully'
  /** Days from today; behind today when the need has lapsed. */
  validFor?: number
  status?: 'filled' | 'closed'
  /** Told in the joint meeting; the others in the company's own. */
  inJointMeeting?: true
}

/** Every partner's need as it was said in the meeting, in the language it was said in. */
export const secondRoundNeeds = [
  {
    company: 'Kuikkaranta Pilvi Oy',
    title: 'DevOps-osaaja asiakasprojekteihin',
    description:
      'Julkaisut tehdään liian usein käsin. Tarvitsemme kaksi ihmistä, jotka osaavat Linuxia ja kontteja ja uskaltavat kysyä. Loput opetamme.',
    skills: [
      ['Linux', 'must', 2],
      ['Docker', 'must'],
      ['CI/CD', 'nice'],
      ['Kubernetes', 'nice'],
    ],
    languages: { en: 'B2' },
    forms: ['work_trial', 'pay_subsidised', 'hire'],
    headcount: 2,
  },
  {
    company: 'Kuikkaranta Pilvi Oy',
    title: 'Pilviympäristöjen tekijä',
    inJointMeeting: true,
    description: 'Azure on tärkein. Hyvä dokumentointi ratkaisee enemmän kuin todistukset.',
    skills: [
      ['Azure', 'must'],
      ['Python', 'nice'],
      ['Terraform', 'nice'],
    ],
    languages: { en: 'B2' },
    forms: ['hire', 'commission'],
    remote: 'fully',
  },
  {
    company: 'Naavaniemi Ohjelmistot Oy',
    title: 'Full stack -kehittäjä',
    description: 'Pieni tiimi, jossa jokainen tekee kaikkea. React edessä, Node.js takana.',
    skills: [
      ['React', 'must', 2],
      ['Node.js', 'must'],
      ['TypeScript', 'nice'],
    ],
    languages: { fi: 'B2' },
    forms: ['hire', 'work_trial'],
    status: 'filled',
  },
  {
    company: 'Naavaniemi Ohjelmistot Oy',
    title: 'Juniorikehittäjä kevääksi',
    inJointMeeting: true,
    description: 'Otamme kevääksi yhden opettelemaan. Tärkeintä on, että näyttää keskeneräistäkin.',
    skills: [
      ['JavaScript', 'must'],
      ['React', 'nice'],
      ['Git', 'nice'],
    ],
    languages: { fi: 'B1' },
    forms: ['work_trial'],
    validFor: 110,
  },
  {
    company: 'Suopursu Analytiikka Oy',
    title: 'Power BI -raporttien tekijä',
    description: 'Asiakkaat pyytävät raportteja nopeammin kuin ehdimme tehdä. SQL:ää pitää osata lukea.',
    skills: [
      ['Power BI', 'must', 2],
      ['SQL', 'must'],
      ['Excel', 'nice'],
    ],
    languages: { fi: 'B2' },
    forms: ['work_trial', 'hire'],
  },
  {
    company: 'Ljungviken Data Ab',
    title: 'Frontendutvecklare',
    description: 'Vi söker någon som kan React och bryr sig om hur det känns att använda. Svenska på jobbet.',
    skills: [
      ['React', 'must'],
      ['CSS', 'nice'],
      ['webbtillgänglighet', 'nice'],
    ],
    languages: { sv: 'B2' },
    forms: ['work_trial', 'hire'],
  },
  {
    company: 'Routalampi IT-tuki Oy',
    title: 'Lähituen asiantuntijoita',
    description: 'Kaksi ihmistä asiakkaiden toimipisteisiin. Ystävällisyys on puolet työstä.',
    skills: [
      ['helpdesk', 'must'],
      ['Windows', 'must'],
      ['Microsoft 365', 'nice'],
      ['Active Directory', 'nice'],
    ],
    languages: { fi: 'B2' },
    forms: ['work_trial', 'trainee', 'pay_subsidised', 'hire'],
    headcount: 2,
    remote: 'no',
  },
  {
    company: 'Jäkäläkangas Automaatio Oy',
    title: 'Ohjelmistorobotiikan tekijä',
    description:
      'Robotit pysähtyvät, kun lomake muuttuu. Etsimme tekijää, joka kuvaa prosessin ennen koodia.',
    skills: [
      ['RPA', 'must'],
      ['UiPath', 'nice'],
      ['Python', 'nice'],
    ],
    languages: { fi: 'B2' },
    forms: ['work_trial', 'hire'],
  },
  {
    company: 'Harmaahaikara Labs Oy',
    title: 'QA engineer',
    description:
      'We ship every week and break something every other week. We need somebody who owns the tests.',
    skills: [
      ['test automation', 'must', 2],
      ['Selenium', 'nice'],
      ['JavaScript', 'nice'],
    ],
    languages: { en: 'B2' },
    forms: ['pay_subsidised', 'hire'],
  },
  {
    company: 'Harmaahaikara Labs Oy',
    title: 'Backend developer, Python',
    inJointMeeting: true,
    description: 'Route planning is Python and PostgreSQL. Curiosity about maps is a plus.',
    skills: [
      ['Python', 'must', 2],
      ['PostgreSQL', 'must'],
      ['map geometry', 'nice'],
    ],
    languages: { en: 'B2' },
    forms: ['work_trial', 'pay_subsidised', 'hire'],
  },
  {
    company: 'Vanamopolku Testaus Oy',
    title: 'Testaaja',
    description: 'Manuaalisesta testauksesta voi aloittaa, automaatio opitaan meillä.',
    skills: [
      ['ohjelmistotestaus', 'must'],
      ['Robot Framework', 'nice'],
    ],
    languages: { fi: 'B2' },
    forms: ['work_trial', 'hire'],
    status: 'filled',
  },
  {
    company: 'Kurjenpesä Studio Oy',
    title: 'Käyttöliittymien suunnittelija toimeksiantoon',
    description: 'Kuukauden toimeksianto: ajanvarauksen uusi ulkoasu. Figma on meillä käytössä.',
    skills: [
      ['Figma', 'must'],
      ['käytettävyystestaus', 'nice'],
    ],
    languages: { fi: 'B2' },
    forms: ['commission'],
    validFor: 20,
  },
  {
    company: 'Revontulisalmi Systems Oy',
    title: '.NET-kehittäjä',
    description: 'C# ja Azure. Vanha järjestelmä siirtyy pilveen ensi vuonna.',
    skills: [
      ['C#', 'must', 2],
      ['.NET', 'must'],
      ['Azure', 'nice'],
    ],
    languages: { en: 'B2' },
    forms: ['hire'],
  },
  {
    company: 'Kivitasku Palvelut Oy',
    title: 'Palvelupisteen neuvoja',
    description: 'Puhelimet ja tiketit, suomeksi ja englanniksi. Iltavuoro joka toinen viikko.',
    skills: [
      ['service desk', 'must'],
      ['asiakaspalvelu', 'must'],
      ['ITIL', 'nice'],
    ],
    languages: { fi: 'B1', en: 'B1' },
    forms: ['work_trial', 'hire'],
    remote: 'no',
  },
  {
    company: 'Kaarnavene Koodi Oy',
    title: 'Java-osaaja taustajärjestelmiin',
    description: 'Verkkokauppojen taustat ovat Javaa. Edellinen työkokeilija jäi meille, ja toinen mahtuisi.',
    skills: [
      ['Java', 'must', 2],
      ['Spring Boot', 'nice'],
      ['SQL', 'nice'],
    ],
    languages: { en: 'B1' },
    forms: ['work_trial', 'hire'],
  },
  {
    company: 'Hallayö Data Oy',
    title: 'Dataputkien rakentaja',
    description: 'Pythonia, SQL:ää ja pilveä. Kunnat odottavat raporttinsa joka aamu kello kahdeksan.',
    skills: [
      ['Python', 'must'],
      ['SQL', 'must', 2],
      ['Azure', 'nice'],
      ['Power BI', 'nice'],
    ],
    languages: { fi: 'B2' },
    forms: ['hire'],
    status: 'filled',
  },
] as const satisfies readonly NeedWords[]

export type NeedTitle = (typeof secondRoundNeeds)[number]['title']
