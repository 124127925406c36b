import { addCall, type CallTask } from './call-log'
import { addCampaign } from './campaigns'
import type { Company } from './companies'
import { addNeed } from './needs'
import type { Row } from './row-collection'
import type { Scene } from './scene'

const INCLUDED = 34

/**
 * The campaign that is running now: some companies are done, callbacks are due, one asked for no more contact, and
 * the rest waits for the caller of the demonstration.
 */
export function addThirdRoundCalls(scene: Scene): void {
  const { story, staff, rounds, listed } = scene
  const included = listed.thirdRound.slice(0, INCLUDED)
  const campaignId = addCampaign(story, staff, {
    name: 'Syksyn soitot lähiseudun työnantajille',
    goal: 'Löytää työkokeilu- ja työpaikkoja kotimatkan päästä.',
    roundId: rounds.third,
    sourceListId: listed.thirdListId,
    status: 'running',
    madeOn: -28,
    approvedOn: -21,
    startsOn: -14,
    endsOn: 28,
    included,
    excluded: listed.thirdRound.slice(INCLUDED).map((company) => ({ company, reason: 'Liian kaukana' })),
    undecided: [],
  })
  const taskOf = (company: Company): CallTask => ({
    id: story.id(story.at(-21, '14:00')),
    company,
    campaignId,
    roundId: rounds.third,
    callerId: staff.caller,
  })
  const addTask = (task: CallTask, position: number, more: Partial<Row<'call_task'>>) =>
    story.rows.add('call_task', {
      id: task.id,
      campaign_id: campaignId,
      company_id: task.company.id,
      due_at: story.at(-14, '08:45'),
      position,
      ...more,
    })

  for (const [index, company] of included.entries()) {
    const task = taskOf(company)
    addTask(task, index + 1, tellers[index]?.(scene, task) ?? {})
  }
}

/** Days from today and the time of day. */
type When = [fromToday: number, time: string]

type Teller = (scene: Scene, task: CallTask) => Partial<Row<'call_task'>>

const interestedIn =
  (calledAt: When, need: Parameters<typeof addNeed>[3]): Teller =>
  (scene, task) => {
    const { story, staff, book } = scene
    const at = story.at(...calledAt)
    book.inventContact(task.company, at)
    const { id: callId, endedAt } = addCall(story, task, at, 'interested', {
      contact_id: task.company.contacts[0]?.id ?? null,
      recruiting_difficulty: 'yes',
      limits_growth: 'some',
      motives: ['find_talent'],
      skills_needed: need.skills.map(([words]) => words),
      meeting_wish: 'käynti työpaikalla',
      note: 'Kertoivat mielellään, mitä uuden tekijän pitäisi osata.',
    })
    addEngagement(scene, task.company, at, {
      stage: 'interested',
      interested_at: at,
      motives: ['find_talent'],
      next_action: 'Sovi käynti',
      next_action_on: story.day(2),
    })
    addNeed(story, staff, task.company, need, { toldAt: endedAt, roundId: task.roundId, callId })
    return { status: 'done', done_reason: 'interested', attempts: 1 }
  }

const refused: Teller = (scene, task) => {
  const { story } = scene
  const at = story.at(-6, '13:15')
  addCall(story, task, at, 'not_interested', {
    reason: 'not_recruiting',
    note: 'Työtä on vähän tänä talvena.',
  })
  addEngagement(scene, task.company, at, {
    stage: 'declined',
    reason: 'Ei rekrytoi nyt',
  })
  return { status: 'done', done_reason: 'not_interested', attempts: 1 }
}

const asksForPeace: Teller = (scene, task) => {
  const { story, staff } = scene
  const at = story.at(-5, '11:05')
  const suppressionId = story.id(at)
  const { company } = task
  story.rows.add('suppression', {
    id: suppressionId,
    company_id: company.id,
    channel: 'all',
    reason: 'asked',
    asked_how: 'phone',
    wording: 'Älkää soittako meille enää, saamme näitä puheluita joka viikko.',
    created_by: staff.caller,
    created_at: at,
  })
  addCall(story, task, at, 'asked_no_more_contact', {
    suppression_id: suppressionId,
    wording: 'Älkää soittako meille enää, saamme näitä puheluita joka viikko.',
  })
  addEngagement(scene, company, at, { stage: 'do_not_contact' })
  story.tell(at, staff.caller, 'company_suppressed', ['suppression', suppressionId], {
    companyId: company.id,
  })
  return { status: 'done', done_reason: 'asked_no_more_contact', attempts: 1 }
}

const callbackOn =
  (calledAt: When, due: When, note: string): Teller =>
  (scene, task) => {
    const { story, staff, book } = scene
    const at = story.at(...calledAt)
    const dueAt = story.at(...due)
    book.inventContact(task.company, at)
    addCall(story, task, at, 'callback', {
      contact_id: task.company.contacts[0]?.id ?? null,
      callback_at: dueAt,
      note,
    })
    addEngagement(scene, task.company, at, { stage: 'contacting' })
    return { status: 'callback', due_at: dueAt, callback_for: staff.caller, attempts: 1 }
  }

const nobodyAnswers =
  (calledAt: When, outcome: 'no_answer' | 'busy'): Teller =>
  (scene, task) => {
    const { story } = scene
    const at = story.at(...calledAt)
    addCall(story, task, at, outcome)
    addEngagement(scene, task.company, at, { stage: 'contacting' })
    return { status: 'queued', attempts: 1, due_at: new Date(at.getTime() + 20 * 60 * 60_000) }
  }

const kitchenNeed = {
  title: 'Kokki lounasravintolaan',
  description: 'Kolmesataa lounasta päivässä. Erityisruokavaliot kasvavat koko ajan.',
  skills: [
    ['ruoanvalmistus', 'must', 2],
    ['hygieniapassi', 'must'],
    ['erityisruokavaliot', 'nice'],
  ],
  languages: { fi: 'A2' },
  forms: ['work_trial', 'hire'],
  remote: 'no',
  validFor: 45,
} as const
const warehouseNeed = {
  title: 'Varastotyöntekijä iltavuoroon',
  description: 'Keräilyä ja lähetystä kello 14–22. Trukkikortti on iso etu.',
  skills: [
    ['varastotyö', 'must'],
    ['trukki', 'nice'],
  ],
  languages: { fi: 'A2' },
  forms: ['work_trial', 'pay_subsidised', 'hire'],
  headcount: 2,
  remote: 'no',
  validFor: 30,
} as const

/** What has happened to the first companies of the list, in its order: a care home, a kitchen, and so on. */
const tellers: readonly Teller[] = [
  callbackOn([-4, '14:30'], [-1, '09:30'], 'Johtaja palaa lomalta, pyysi soittamaan aamulla.'),
  interestedIn([-7, '10:20'], kitchenNeed),
  nobodyAnswers([-2, '09:05'], 'no_answer'),
  interestedIn([-5, '10:40'], warehouseNeed),
  callbackOn([-3, '14:50'], [0, '09:00'], 'Työmaa kesken, sopii tänään.'),
  refused,
  asksForPeace,
  callbackOn([-1, '15:10'], [1, '13:00'], 'Haluaa ensin kysyä työnjohtajalta.'),
  nobodyAnswers([-2, '09:20'], 'busy'),
]

function addEngagement(
  { story, staff, rounds }: Scene,
  company: Company,
  at: Date,
  engagement: Partial<Row<'engagement'>> & { stage: string },
): void {
  const id = story.id(at)
  story.rows.add('engagement', {
    id,
    round_id: rounds.third,
    company_id: company.id,
    created_at: at,
    owner_id: staff.liaison,
    ...engagement,
  })
  const about = { companyId: company.id, roundId: rounds.third }
  story.tell(at, staff.caller, `engagement_${engagement.stage}`, ['engagement', id], about)
}
