import type { SurveyQuestion } from '~/campaigns/survey'
import { addCall } from './call-log'
import type { Company } from './companies'
import type { Scene } from './scene'

/** The hours in which the liaison can be booked, so that a caller can agree a meeting in the call. */
export function addHostCalendar({ story, staff }: Scene): void {
  story.rows.add('host_calendar', {
    user_id: staff.liaison,
    minutes_long: 45,
    buffer_minutes: 15,
    notice_hours: 24,
    link: 'https://kokous.example/yrityskoordinaattori',
  })
  for (const weekday of [1, 2, 3, 4, 5])
    story.rows.add('host_hours', { user_id: staff.liaison, weekday, opens: '09:00', closes: '15:00' })
}

/**
 * The survey after the calls of the running campaign: one company has answered and waits for somebody to look at it,
 * one has not. Another told in its call of skills that are no need yet.
 */
export function addSurvey(scene: Scene): void {
  const { story, staff, listed } = scene
  const campaignId = story.rows.of('campaign').find(({ status }) => status === 'running')?.id
  const [, kitchen, , warehouse] = listed.thirdRound
  const cleaner = listed.thirdRound[9]
  if (!campaignId || !kitchen || !warehouse || !cleaner) return
  const id = story.id(story.at(-4, '14:10'))
  story.rows.add('survey', {
    id,
    campaign_id: campaignId,
    place: 'after',
    questions: ['staff_skills', 'recruit_skills', 'gaps', 'difficulty', 'free_text'],
    remind_after_days: 7,
    closes_on: story.day(14),
    created_by: staff.liaison,
    created_at: story.at(-4, '14:10'),
  })
  addRecipient(scene, id, warehouse, {})
  addRecipient(scene, id, kitchen, {
    recruit_skills: ['ruoanvalmistus', 'tarjoilu', 'kassatyö'],
    gaps: ['Kesäksi puuttuu joku, joka osaa asiakaspalvelun myös englanniksi.'],
    difficulty: ['yes'],
  })
  addToldCall(scene, campaignId, cleaner)
}

function addRecipient(
  { story, staff }: Scene,
  surveyId: string,
  company: Company,
  answers: Partial<Record<SurveyQuestion, string[]>>,
): void {
  const sentAt = story.at(-4, '14:20')
  const answeredAt = Object.keys(answers).length > 0 ? story.at(-2, '16:05') : null
  const id = story.id(sentAt)
  story.rows.add('survey_recipient', {
    id,
    survey_id: surveyId,
    company_id: company.id,
    contact_id: company.contacts[0]?.id ?? null,
    sent_by: staff.liaison,
    sent_at: sentAt,
    opened_at: answeredAt,
    answered_at: answeredAt,
    version: answeredAt ? 2 : 1,
  })
  for (const [question, given] of Object.entries(answers))
    for (const [position, words] of given.entries())
      story.rows.add('survey_answer', { recipient_id: id, question, position, words })
  const about = { companyId: company.id }
  story.tell(sentAt, staff.liaison, 'survey_sent', ['survey_recipient', id], about)
}

/** A call that told of skills; its company leaves the queue as one that was interested. */
function addToldCall({ story, staff, rounds }: Scene, campaignId: string, company: Company): void {
  const task = story.rows
    .of('call_task')
    .find((row) => row.campaign_id === campaignId && row.company_id === company.id)
  if (!task?.id) return
  const at = story.at(-1, '10:10')
  addCall(
    story,
    { id: task.id, company, campaignId, roundId: rounds.third, callerId: staff.caller },
    at,
    'interested',
    {
      recruiting_difficulty: 'some',
      limits_growth: 'no',
      motives: ['find_talent'],
      skills_needed: ['siivous', 'ajokortti'],
      note: 'Kaksi uutta kohdetta alkaa ensi kuussa.',
    },
  )
  Object.assign(task, { status: 'done', done_reason: 'interested', attempts: 1 })
  story.rows.add('engagement', {
    id: story.id(at),
    round_id: rounds.third,
    company_id: company.id,
    stage: 'interested',
    interested_at: at,
    motives: ['find_talent'],
    next_action: 'Kirjaa tarve ja sovi käynti',
    next_action_on: story.day(3),
    owner_id: staff.liaison,
    created_at: at,
  })
}
