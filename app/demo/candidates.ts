import { resolveSkillWords } from '~/skills/skill-words'
import type { Vocabulary } from '~/skills/vocabulary'
import { nextSteps } from './caseloads'
import { slugOf } from './company-names'
import { type EarlierPerson, firstGroup, secondGroup, trainees } from './earlier-people'
import { englishGroup } from './english-group'
import { finnishGroup } from './finnish-group'
import type { Seeker } from './seeker'
import { singleSeekers } from './single-seekers'
import type { Staff } from './staff'
import type { Story } from './story'

type CandidateSkill = { id: string; level: number; evidence: string }
export type Candidate = {
  id: string
  name: string
  coachId: string
  seeker: Seeker
  skills: CandidateSkill[]
  addedAt: Date
  /** A calendar day; null of those who have left. */
  availableFrom: string | null
  /** The id of the CV, for those who have one. */
  cvId: string | null
}
export type Candidates = {
  firstGroup: Candidate[]
  secondGroup: Candidate[]
  trainees: Candidate[]
  finnishGroup: Candidate[]
  englishGroup: Candidate[]
  single: Candidate[]
  /** Whoever the story tells more about, by name. */
  find: (name: string) => Candidate
}

/** Everybody who has looked for work in the project, the oldest first, as their numbers then run. */
export function addCandidates(story: Story, staff: Staff): Candidates {
  const earlier = (people: readonly EarlierPerson[], since: number, endedOn: number) =>
    people.map((person, index) =>
      addCandidate(story, staff, seekerOf(person), since, index, {
        endedOn,
        reason: endings[index % endings.length] ?? 'work',
      }),
    )
  const current = (seekers: readonly Seeker[], since: number) =>
    seekers.map((seeker, index) => addCandidate(story, staff, seeker, since, index, leaving[seeker.name]))

  const people = {
    firstGroup: earlier(firstGroup, -705, -555),
    trainees: earlier(trainees, -640, -415),
    secondGroup: earlier(secondGroup, -505, -390),
    englishGroup: current(englishGroup, -178),
    finnishGroup: current(finnishGroup, -176),
    single: current(singleSeekers, -130),
  }
  const byName = new Map(
    [...people.englishGroup, ...people.finnishGroup, ...people.single].map((one) => [one.name, one]),
  )
  return {
    ...people,
    find(name) {
      const found = byName.get(name)
      if (!found) throw new Error(`nobody in the story is called ${name}`)
      return found
    },
  }
}

const endings = ['work', 'studies', 'other_service'] as const
type Ending = { endedOn: number; reason: (typeof endings)[number] }

/** Those of the current groups who need nobody's help any more. */
const leaving: Readonly<Record<string, Ending>> = {
  'Aino Rantakallio': { endedOn: -5, reason: 'work' },
  'Tuuli Haapasuo': { endedOn: -11, reason: 'work' },
  'Oskar Lindqvarn': { endedOn: -13, reason: 'work' },
  'Teemu Louhivaara': { endedOn: -7, reason: 'work' },
  'Yusuf Demirkan': { endedOn: -25, reason: 'studies' },
}

function seekerOf([name, language, headline, skill]: EarlierPerson): Seeker {
  return {
    name,
    municipality: 'Espoo',
    language,
    headline,
    about: '',
    goal: '',
    languages: { [language]: 'native' },
    forms: ['work_trial', 'hire'],
    worksIn: ['Espoo'],
    skills: [[skill, 2, '']],
  }
}

function addCandidate(
  story: Story,
  staff: Staff,
  seeker: Seeker,
  since: number,
  index: number,
  ended?: Ending,
): Candidate {
  const { rows } = story
  const addedAt = story.at(since + (index % 5), `1${index % 6}:15`)
  const id = story.id(addedAt)
  const coachId = index % 3 === 2 ? staff.secondCoach : staff.coordinator
  const availableFrom = ended ? null : story.day(7 + index)
  const nextStep = nextSteps[seeker.name]
  const referredBy = index % 2 === 0 ? 'Työllisyysalueen omavalmentaja' : 'Ohjaamo'
  rows.add('candidate', {
    id,
    name: seeker.name,
    email: seeker.goal ? `${slugOf(seeker.name).replaceAll('-', '.')}@posti.example` : null,
    municipality: seeker.municipality,
    language: seeker.language,
    non_disclosure: seeker.nonDisclosure ?? false,
    goal: seeker.goal || null,
    headline: seeker.headline,
    about: seeker.about || null,
    forms: [...seeker.forms],
    works_in: [...seeker.worksIn],
    remote: seeker.remote ?? true,
    available_from: availableFrom,
    coach_id: coachId,
    next_step: nextStep?.[0] ?? null,
    next_step_on: nextStep && nextStep[1] !== null ? story.day(nextStep[1]) : null,
    referred_by: referredBy,
    referred_on: story.day(since - 9),
    eura_started_on: story.day(since + 1),
    eura_ended_on: ended ? story.day(ended.endedOn) : null,
    ended_at: ended ? story.at(ended.endedOn, '15:00') : null,
    end_reason: ended?.reason ?? null,
    created_by: coachId,
    created_at: addedAt,
  })
  rows.add('coach_change', {
    id: story.id(addedAt),
    candidate_id: id,
    to_id: coachId,
    changed_by: coachId,
    changed_at: addedAt,
  })
  if (ended) addEnd(story, { id, coachId, goal: seeker.goal, referredBy }, ended)
  for (const [language, level] of Object.entries(seeker.languages))
    rows.add('candidate_language', { candidate_id: id, language, level })
  const skills = skillsOf(seeker, story.vocabulary)
  const cvId = seeker.path ? story.id(addedAt) : null
  const person = { id, name: seeker.name, coachId, seeker, skills, addedAt, availableFrom, cvId }
  const confirmedAt = new Date(addedAt.getTime() + 6 * 24 * 60 * 60_000)
  addSkills(story, person, confirmedAt)
  tellCourse(story, person, confirmedAt, ended)
  return person
}

/** A line of the timeline for each step of the person. */
function tellCourse(
  story: Story,
  { id, coachId, addedAt, skills }: Candidate,
  confirmedAt: Date,
  ended: Ending | undefined,
): void {
  const about = { candidateId: id }
  story.tell(addedAt, coachId, 'candidate_added', ['candidate', id], about)
  story.tell(confirmedAt, coachId, 'skills_confirmed', ['candidate', id], about, { count: skills.length })
  if (ended)
    story.tell(story.at(ended.endedOn, '15:00'), coachId, 'candidacy_ended', ['candidate', id], about)
}

function addEnd(
  story: Story,
  { id, coachId, goal, referredBy }: { id: string; coachId: string; goal: string; referredBy: string },
  { endedOn, reason }: Ending,
): void {
  const endedAt = story.at(endedOn, '15:00')
  story.rows.add('candidacy_end', {
    id: story.id(endedAt),
    candidate_id: id,
    reason,
    goal: goal || null,
    goal_outcome: !goal ? 'no_goal' : reason === 'other_service' ? 'partly' : 'reached',
    handed_back_to: referredBy,
    handed_back_on: story.day(endedOn),
    ended_by: coachId,
    ended_at: endedAt,
  })
}

function addSkills({ rows }: Story, { id, coachId, cvId, skills }: Candidate, confirmedAt: Date): void {
  for (const skill of skills)
    rows.add('candidate_skill', {
      candidate_id: id,
      skill_id: skill.id,
      level: skill.level,
      source: cvId ? 'cv' : 'coach',
      cv_id: cvId,
      evidence: skill.evidence || null,
      confirmed_by: coachId,
      confirmed_at: confirmedAt,
    })
}

/** The skills by their places in the vocabulary. Words it does not know are an error of the story. */
function skillsOf(seeker: Seeker, vocabulary: Vocabulary): CandidateSkill[] {
  const known = new Map<string, CandidateSkill>()
  for (const [words, level, evidence] of seeker.skills) {
    const id = resolveSkillWords(words, vocabulary)
    if (!id) throw new Error(`the vocabulary does not know "${words}"`)
    if (!known.has(id)) known.set(id, { id, level, evidence })
  }
  return [...known.values()]
}
