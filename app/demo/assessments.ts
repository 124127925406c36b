import { type Answers, type AssessmentContent, resultOf } from '~/candidates/assessments/assessment'
import { DIGITAL_SKILLS } from '~/candidates/assessments/digital-skills'
import { JOB_SEARCH } from '~/candidates/assessments/job-search'
import type { Candidate } from './candidates'
import type { Scene } from './scene'

/** The person of the demonstration's own pages has filled in everything; somebody else has begun. */
const THROUGH = 'Sanna Peltovuori'
const BEGUN = 'Inkeri Tolvasniemi'

/** What two people think of their skills, and what one of them has assessed elsewhere. */
export function addAssessments(scene: Scene): void {
  const through = scene.candidates.find(THROUGH)
  const begun = scene.candidates.find(BEGUN)
  fillIn(scene, through, { content: JOB_SEARCH, wave: 'start', on: -120, how: 'with_coach', points: 1 })
  fillIn(scene, through, { content: DIGITAL_SKILLS, wave: 'start', on: -119, how: 'with_coach', points: 2 })
  fillIn(scene, through, { content: JOB_SEARCH, wave: 'end', on: -4, how: 'own_page', points: 2 })
  fillIn(scene, begun, { content: DIGITAL_SKILLS, wave: 'start', on: -20, how: 'with_coach', points: 1 })
  scene.story.rows.add('outside_assessment', {
    id: scene.story.id(scene.story.at(-110, '10:40')),
    candidate_id: through.id,
    instrument: 'kykyviisari',
    wave: 'start',
    done_on: scene.story.day(-112),
    recorded_by: through.coachId,
    recorded_at: scene.story.at(-110, '10:40'),
  })
  scene.story.rows.add('outside_assessment', {
    id: scene.story.id(scene.story.at(-9, '11:30')),
    candidate_id: begun.id,
    instrument: 'crear',
    wave: 'start',
    planned_on: scene.story.day(6),
    recorded_by: begun.coachId,
    recorded_at: scene.story.at(-9, '11:30'),
  })
}

type Filling = {
  content: AssessmentContent
  wave: 'start' | 'end'
  on: number
  how: 'own_page' | 'with_coach'
  /** What most answers are worth; two of five are worth one less or, at an end, one more. */
  points: number
}

function fillIn(
  { story, staff }: Scene,
  person: Candidate,
  { content, wave, on, how, points }: Filling,
): void {
  const at = story.at(on, '14:05')
  const answers: Answers = Object.fromEntries(
    content.questions.map(({ key, options }, place) => {
      const wanted = place % 5 > 2 ? points + (wave === 'end' ? 1 : -1) : points
      return [
        key,
        Math.max(
          options.findIndex((option) => option.points === wanted),
          0,
        ),
      ]
    }),
  )
  const recordedBy = how === 'with_coach' ? person.coachId : staff.person
  story.rows.add('self_assessment', {
    id: story.id(at),
    candidate_id: person.id,
    instrument: content === DIGITAL_SKILLS ? 'digital_skills' : 'job_search',
    form_version: 1,
    wave,
    answers,
    result: resultOf(content, answers),
    how,
    done_on: story.day(on),
    recorded_by: recordedBy,
    recorded_at: at,
  })
  const about = { candidateId: person.id }
  story.tell(at, recordedBy, 'self_assessment_done', ['candidate', person.id], about)
}
