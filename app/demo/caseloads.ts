import type { Scene } from './scene'

/** What is done next with somebody, and on which day from today. */
export const nextSteps: Readonly<Record<string, [step: string, on: number | null]>> = {
  'Sanna Peltovuori': ['Katsotaan yhdessä robotiikan harjoitus', 2],
  'Inkeri Tolvasniemi': ['Soita Inkerille aloituksesta', -1],
  'Minh Anh Tran': ['Practise the three minutes once more', 5],
  'Hanna Mustalampi': ['Harjoitellaan haastattelua', 1],
  'Fatuma Warsame': ['Käydään läpi avoimen hakemuksen luonnos', 4],
  'Raimo Kangaspuro': ['Vastaa tietopyyntöön ja soita', 0],
  'Chidi Okonjo': ['Kysy suomen kurssin ajasta', null],
}

type Agreement = [person: string, minDays: number, maxDays: number]

const agreements: readonly Agreement[] = [
  ['Sanna Peltovuori', 7, 21],
  ['Inkeri Tolvasniemi', 7, 21],
  ['Minh Anh Tran', 5, 14],
  ['Chidi Okonjo', 7, 28],
  ['Mikael Havukainen', 7, 21],
  ['Hanna Mustalampi', 7, 21],
  ['Fatuma Warsame', 10, 35],
  ['Raimo Kangaspuro', 14, 60],
  ['Jukka-Pekka Korvenranta', 14, 90],
  ['Linnéa Skogberg', 10, 30],
]

/** Rhythms agreed with people, two contacts too close to each other, and who stands in for a coach on holiday. */
export function addCaseloads({ story, staff, candidates }: Scene): void {
  for (const [name, min, max] of agreements) {
    const person = candidates.find(name)
    const at = story.at(-60, '13:10')
    story.rows.add('cadence', {
      id: story.id(at),
      candidate_id: person.id,
      min_days: min,
      max_days: max,
      valid_from: story.day(-60),
      agreed_by: person.coachId,
      agreed_at: at,
    })
    const about = { candidateId: person.id }
    story.tell(at, person.coachId, 'cadence_agreed', ['candidate', person.id], about, { min, max })
  }
  const plannedAt = story.at(-3, '08:50')
  const id = story.id(plannedAt)
  story.rows.add('coach_absence', {
    id,
    coach_id: staff.coordinator,
    substitute_id: staff.secondCoach,
    starts_on: story.day(20),
    ends_on: story.day(34),
    created_by: staff.coordinator,
    created_at: plannedAt,
  })
  story.tell(plannedAt, staff.coordinator, 'absence_planned', ['coach_absence', id])
}
