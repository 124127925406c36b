import type { SharingTier } from '~/candidates/consent'
import type { Candidate, Candidates } from './candidates'
import type { Company } from './companies'
import type { Row } from './row-collection'
import type { Scene } from './scene'
import type { Listed } from './source-lists'
import type { Story } from './story'

/** The wording asked about, by tier. */
export type ConsentTexts = Record<SharingTier, string>
/** A consent in force, by the person's name and, for T2, the company's: `Aino Rantakallio` or `… | Yritys Oy`. */
export type ConsentBook = {
  profileOf: (name: string) => string
  byNameTo: (name: string, company: string) => string
}

/** Those who said yes to being shown without their name to the companies of the second round. */
const shown = [
  'Aino Rantakallio',
  'Mikael Havukainen',
  'Sanna Peltovuori',
  'Jukka-Pekka Korvenranta',
  'Linnéa Skogberg',
  'Teemu Louhivaara',
  'Hanna Mustalampi',
  'Olena Tkachuk',
  'Amir Rahimzadeh',
  'Minh Anh Tran',
  'Fatuma Warsame',
  'Dmitri Sokolnikov',
  'Chidi Okonjo',
  'Tuuli Haapasuo',
  'Abdi Nuur Hassanow',
  'Oskar Lindqvarn',
  'Inkeri Tolvasniemi',
] as const

/** Consents to show the CV and the name to one company. */
const byName: readonly (readonly [name: string, company: string])[] = [
  ['Teemu Louhivaara', 'Kuikkaranta Pilvi Oy'],
  ['Aino Rantakallio', 'Vanamopolku Testaus Oy'],
  ['Tuuli Haapasuo', 'Naavaniemi Ohjelmistot Oy'],
  ['Oskar Lindqvarn', 'Hallayö Data Oy'],
  ['Olena Tkachuk', 'Harmaahaikara Labs Oy'],
  ['Amir Rahimzadeh', 'Harmaahaikara Labs Oy'],
  ['Sanna Peltovuori', 'Suopursu Analytiikka Oy'],
  ['Mikael Havukainen', 'Routalampi IT-tuki Oy'],
]

/** What people have answered about being shown to employers, yes and no alike. */
export function addConsents({ story, rounds, listed, candidates }: Scene, texts: ConsentTexts): ConsentBook {
  const given = new Map<string, string>()
  const answer = answerWriter(story, texts)
  const round = { round_id: rounds.second }
  const to = (name: string): { company_id: string } => ({ company_id: companyCalled(listed, name).id })
  const year = { expires_on: story.day(220) }

  for (const [index, name] of shown.entries())
    given.set(name, answer(candidates.find(name), 'T1', -124 + (index % 9), { ...round, ...year }))
  const yusuf = candidates.find('Yusuf Demirkan')
  const withdrawnAt = story.at(-37, '10:40')
  given.set(
    yusuf.name,
    answer(yusuf, 'T1', -122, {
      ...round,
      ...year,
      withdrawn_at: withdrawnAt,
      withdrawn_by: yusuf.coachId,
      withdraw_reason: 'Aloittaa päätoimiset opinnot',
    }),
  )
  for (const [name, company] of byName)
    given.set(
      `${name} | ${company}`,
      answer(candidates.find(name), 'T2', -118, { ...to(company), expires_on: story.day(80) }),
    )

  answer(candidates.find('Raimo Kangaspuro'), 'T1', -120, { ...round, answer: 'refused' })
  answer(candidates.find('Maria Esperanza Quispe'), 'T1', -119, { ...round, answer: 'refused' })
  answer(candidates.find('Priya Raghunathan'), 'T1', -121, { ...round, expires_on: story.day(-11) })
  answer(candidates.find('Chidi Okonjo'), 'T2', -40, { ...to('Kuikkaranta Pilvi Oy'), answer: 'refused' })
  answer(candidates.find('Jukka-Pekka Korvenranta'), 'T2', -95, {
    ...to('Jäkäläkangas Automaatio Oy'),
    expires_on: story.day(-4),
  })
  const third = { round_id: rounds.third }
  answer(candidates.find('Veikko Saarnivuo'), 'T1', -18, { ...third, ...year })
  answer(candidates.find('Khalida Mansourian'), 'T1', -18, { ...third, expires_on: story.day(19) })
  addBlocks(story, candidates, listed)

  return {
    profileOf: (name) => known(given, name),
    byNameTo: (name, company) => known(given, `${name} | ${company}`),
  }
}

function answerWriter(story: Story, texts: ConsentTexts) {
  return (person: Candidate, tier: SharingTier, on: number, more: Partial<Row<'consent'>>): string => {
    const recordedAt = story.at(on, '08:20')
    const id = story.id(recordedAt)
    const answer = more.answer ?? 'given'
    story.rows.add('consent', {
      id,
      candidate_id: person.id,
      tier,
      answer,
      consent_text_id: texts[tier],
      how: 'paper',
      answered_on: story.day(on),
      recorded_by: person.coachId,
      recorded_at: recordedAt,
      ...more,
    })
    const tell = (at: Date, action: string) =>
      story.tell(at, person.coachId, action, ['consent', id], { candidateId: person.id }, { tier })
    tell(recordedAt, `consent_${answer}`)
    if (more.withdrawn_at instanceof Date) tell(more.withdrawn_at, 'consent_withdrawn')
    return id
  }
}

/** Companies a person does not wish to be shown to, such as a former employer. */
function addBlocks(story: Story, candidates: Candidates, listed: Listed): void {
  const mikael = candidates.find('Mikael Havukainen')
  const blockedAt = story.at(-115, '09:50')
  story.rows.add('blocked_company', {
    candidate_id: mikael.id,
    company_id: companyCalled(listed, 'Kivitasku Palvelut Oy').id,
    reason: 'Entinen työnantaja',
    created_by: mikael.coachId,
    created_at: blockedAt,
  })
  story.tell(blockedAt, mikael.coachId, 'company_blocked', ['candidate', mikael.id], {
    candidateId: mikael.id,
  })
}

function companyCalled(listed: Listed, name: string): Company {
  const company = listed.byName.get(name)
  if (!company) throw new Error(`there is no company ${name}`)
  return company
}

function known(given: ReadonlyMap<string, string>, key: string): string {
  const id = given.get(key)
  if (!id) throw new Error(`there is no consent ${key}`)
  return id
}
