import { addCall, type CallTask } from './call-log'
import { addCampaign } from './campaigns'
import type { Company, CompanyBook } from './companies'
import type { Rounds } from './rounds'
import type { Row } from './row-collection'
import type { Listed } from './source-lists'
import type { Staff } from './staff'
import type { Story } from './story'

const INCLUDED = 34

/**
 * The campaign that is running now: some companies are done, callbacks are due, one asked for no more contact, and
 * the rest waits for the caller of the demonstration.
 */
export function addThirdRoundCalls(
  story: Story,
  staff: Staff,
  book: CompanyBook,
  rounds: Rounds,
  listed: Listed,
): void {
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
  const close = (task: CallTask, position: number, more: Partial<Row<'call_task'>>) =>
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
    const tell = tellers[index]
    if (!tell) close(task, index + 1, {})
    else close(task, index + 1, tell(story, staff, book, task, rounds.third))
  }
}

type Teller = (
  story: Story,
  staff: Staff,
  book: CompanyBook,
  task: CallTask,
  roundId: string,
) => Partial<Row<'call_task'>>

const interested: Teller = (story, staff, book, task, roundId) => {
  const at = story.at(-story.random.whole(4, 8), '10:20')
  book.inventContact(task.company, at)
  addCall(story, task, at, 'interested', {
    contact_id: task.company.contacts[0]?.id ?? null,
    recruiting_difficulty: 'yes',
    limits_growth: 'some',
    motives: ['find_talent'],
    skills_needed: task.company.keywords,
    stage_before: 'contacting',
    meeting_wish: 'käynti työpaikalla',
    note: 'Kertoivat mielellään, mitä uuden tekijän pitäisi osata.',
  })
  addEngagement(story, staff, roundId, task.company, at, {
    stage: 'interested',
    interested_at: at,
    motives: ['find_talent'],
    next_action: 'Sovi käynti',
    next_action_on: story.day(2),
  })
  return { status: 'done', done_reason: 'interested', attempts: 1 }
}

const refused: Teller = (story, staff, _book, task, roundId) => {
  const at = story.at(-6, '13:15')
  addCall(story, task, at, 'not_interested', {
    reason: 'not_recruiting',
    note: 'Työtä on vähän tänä talvena.',
  })
  addEngagement(story, staff, roundId, task.company, at, {
    stage: 'declined',
    reason: 'Ei rekrytoi nyt',
  })
  return { status: 'done', done_reason: 'not_interested', attempts: 1 }
}

const asksForPeace: Teller = (story, staff, _book, task, roundId) => {
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
  addEngagement(story, staff, roundId, company, at, { stage: 'do_not_contact' })
  story.tell(at, staff.caller, 'company_suppressed', ['suppression', suppressionId], {
    companyId: company.id,
  })
  return { status: 'done', done_reason: 'asked_no_more_contact', attempts: 1 }
}

const callbackOn =
  (calledOn: number, dueOn: number, time: string, note: string): Teller =>
  (story, staff, book, task, roundId) => {
    const at = story.at(calledOn, '14:30')
    const dueAt = story.at(dueOn, time)
    book.inventContact(task.company, at)
    addCall(story, task, at, 'callback', {
      contact_id: task.company.contacts[0]?.id ?? null,
      callback_at: dueAt,
      note,
    })
    addEngagement(story, staff, roundId, task.company, at, { stage: 'contacting' })
    return { status: 'callback', due_at: dueAt, callback_for: staff.caller, attempts: 1 }
  }

const noAnswer: Teller = (story, staff, _book, task, roundId) => {
  const at = story.at(-2, '09:40')
  addCall(story, task, at, story.random.chance(0.7) ? 'no_answer' : 'busy')
  addEngagement(story, staff, roundId, task.company, at, { stage: 'contacting' })
  return { status: 'queued', attempts: 1, due_at: new Date(at.getTime() + 20 * 60 * 60_000) }
}

/** What has happened to the first companies of the list, in its order. */
const tellers: readonly Teller[] = [
  interested,
  callbackOn(-4, -1, '09:30', 'Johtaja palaa lomalta, pyysi soittamaan aamulla.'),
  noAnswer,
  refused,
  callbackOn(-3, 0, '09:00', 'Vuorolistan teko kesken, sopii tänään.'),
  interested,
  asksForPeace,
  callbackOn(-1, 1, '13:00', 'Haluaa ensin kysyä työnjohtajalta.'),
  noAnswer,
]

function addEngagement(
  story: Story,
  staff: Staff,
  roundId: string,
  company: Company,
  at: Date,
  engagement: Partial<Row<'engagement'>> & { stage: string },
): void {
  const id = story.id(at)
  story.rows.add('engagement', {
    id,
    round_id: roundId,
    company_id: company.id,
    created_at: at,
    owner_id: staff.liaison,
    ...engagement,
  })
  const about = { companyId: company.id, roundId }
  story.tell(at, staff.caller, `engagement_${engagement.stage}`, ['engagement', id], about)
}
