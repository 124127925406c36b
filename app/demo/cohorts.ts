import type { Candidate } from './candidates'
import type { Row } from './row-collection'
import type { Scene } from './scene'
import type { Staff } from './staff'
import type { Story } from './story'

type OutcomeClass = Row<'outcome'>['class']
type Group = {
  name: string
  language: 'fi' | 'en'
  startsOn: number
  endsOn: number
  seats: number
  note: string
  people: readonly Candidate[]
  /** What came of each person, in their order. */
  outcomes: readonly OutcomeClass[]
  /** The day the outcomes were looked at. */
  seenOn: number
  roundId?: string
}

/** The groups of the project with what came of every participation; the figures are those the project published. */
export function addCohorts(scene: Scene): void {
  const { story, staff, rounds } = scene
  for (const group of [...earlierGroups(scene), ...currentGroups(scene)])
    addGroup(story, staff, rounds.projectId, group)
}

function earlierGroups({ story, rounds, candidates }: Scene): Group[] {
  const traineeYear = story.day(-480).slice(0, 4)
  return [
    {
      name: 'Ensimmäinen ryhmä',
      language: 'fi',
      startsOn: -700,
      endsOn: -560,
      seats: 16,
      note: 'Syksystä talveen korkeakoulun tiloissa. Suoritti loppuun 11.',
      people: candidates.firstGroup,
      outcomes: [
        ...times(4, 'employed'),
        ...times(3, 'other_programme'),
        'studies',
        ...times(3, 'no_path_yet'),
      ],
      seenOn: -556,
    },
    {
      name: `Trainee-jaksot ${traineeYear}`,
      language: 'fi',
      startsOn: -480,
      endsOn: -418,
      seats: 4,
      note: 'Kaksi kuukautta kumppaniyrityksessä palkkatukijakson lopussa.',
      people: candidates.trainees,
      outcomes: times(4, 'employed'),
      seenOn: -416,
    },
    {
      name: 'ICT-ryhmä, talvi',
      language: 'fi',
      startsOn: -500,
      endsOn: -398,
      seats: 10,
      note: 'Kumppaniyritykset tulivat ensimmäiseltä kierrokselta.',
      people: candidates.secondGroup,
      outcomes: [...times(7, 'employed_or_work_trial'), 'still_seeking'],
      seenOn: -392,
      roundId: rounds.first,
    },
  ]
}

function currentGroups({ rounds, candidates }: Scene): Group[] {
  return [
    {
      name: 'ICT-ryhmä, englanti',
      language: 'en',
      startsOn: -172,
      endsOn: -30,
      seats: 12,
      note: 'Ryhmän kieli on englanti. Tulokset katsottiin, kun ryhmä päättyi.',
      people: candidates.englishGroup,
      outcomes: candidates.englishGroup.map(({ name }) => currentOutcome(name)),
      seenOn: -26,
      roundId: rounds.second,
    },
    {
      name: 'ICT-ryhmä, suomi',
      language: 'fi',
      startsOn: -170,
      endsOn: -30,
      seats: 12,
      note: 'Ryhmän kieli on suomi. Tulokset katsottiin, kun ryhmä päättyi.',
      people: candidates.finnishGroup,
      outcomes: candidates.finnishGroup.map(({ name }) => currentOutcome(name)),
      seenOn: -26,
      roundId: rounds.second,
    },
  ]
}

/** Six of the seventeen had work or a work trial when the groups ended, and one full-time studies. */
const atWork = [
  'Olena Tkachuk',
  'Amir Rahimzadeh',
  'Aino Rantakallio',
  'Mikael Havukainen',
  'Sanna Peltovuori',
  'Teemu Louhivaara',
]
const atStudies = ['Yusuf Demirkan']

function currentOutcome(name: string): OutcomeClass {
  if (atWork.includes(name)) return 'employed_or_work_trial'
  return atStudies.includes(name) ? 'studies' : 'still_seeking'
}

function addGroup(story: Story, staff: Staff, projectId: string, group: Group): void {
  const { rows } = story
  const cohortId = story.id(story.at(group.startsOn, '08:00'))
  rows.add('cohort', {
    id: cohortId,
    project_id: projectId,
    name: group.name,
    group_language: group.language,
    starts_on: story.day(group.startsOn),
    ends_on: story.day(group.endsOn),
    seats: group.seats,
    note: group.note,
  })
  const seenAt = story.at(group.seenOn, '14:00')
  for (const [index, person] of group.people.entries()) {
    const participationId = story.id(story.at(group.startsOn, '09:00'))
    rows.add('participation', {
      id: participationId,
      cohort_id: cohortId,
      candidate_id: person.id,
      started_on: story.day(group.startsOn),
      ended_on: story.day(group.endsOn),
    })
    const outcomeClass = group.outcomes[index]
    if (!outcomeClass) throw new Error(`nothing came of ${person.name} in ${group.name}`)
    const outcomeId = story.id(seenAt)
    rows.add('outcome', {
      id: outcomeId,
      candidate_id: person.id,
      participation_id: participationId,
      round_id: group.roundId ?? null,
      class: outcomeClass,
      happened_on: story.day(group.seenOn),
      seen_as: 'at_exit',
      evidence: 'Loppukeskustelu',
      recorded_by: person.coachId,
      recorded_at: seenAt,
    })
    story.tell(seenAt, staff.coordinator, 'outcome_recorded', ['candidate', person.id], {
      candidateId: person.id,
    })
  }
}

function times(count: number, outcome: OutcomeClass): OutcomeClass[] {
  return Array.from({ length: count }, () => outcome)
}
