import type { Company } from './companies'
import { type PartnerStep, partnerSteps } from './partner-steps'
import type { Rounds } from './rounds'
import type { Row } from './row-collection'
import type { Scene } from './scene'
import { type CalledCompany, JOINED } from './second-round-calls'
import type { Listed } from './source-lists'
import type { Staff } from './staff'
import type { Story } from './story'

type Engagement = Omit<Row<'engagement'>, 'id' | 'company_id' | 'round_id'> & { stage: string }

/** How far each company of the first two rounds came: five partners of fifty, then eleven new and two returning. */
export function addEngagements(
  { story, staff, rounds, listed }: Scene,
  called: readonly CalledCompany[],
): void {
  addFirstRound(story, staff, rounds, listed)
  for (const [index, call] of called.entries()) {
    const engagement = index < JOINED ? joined(story, index, call) : aside(story, index, call)
    add(story, staff, rounds.second, call.company, call.endedAt, engagement, call.endedAt)
  }
}

function addFirstRound(story: Story, staff: Staff, rounds: Rounds, listed: Listed): void {
  for (const [index, company] of listed.firstRound.slice(0, 16).entries()) {
    const metAt = story.at(-418 + index * 2, '10:30')
    const partner = index < 5
    add(story, staff, rounds.first, company, metAt, {
      stage: partner ? 'ended' : index % 3 === 0 ? 'unsuitable' : 'declined',
      motives: partner ? ['social_responsibility', 'find_talent'] : [],
      promised: partner ? 'Työkokeilupaikka ja ohjaaja' : null,
      reason: partner ? 'Kierros päättyi' : index % 3 === 0 ? 'Ei ohjelmistotyötä' : 'Ei ehdi ohjata ketään',
      interested_at: index < 8 ? metAt : null,
      joined_at: partner ? story.at(-405 + index * 3, '13:00') : null,
    })
  }
}

function joined(story: Story, index: number, { company, outcome, endedAt }: CalledCompany): Engagement {
  const step = (partnerSteps as Record<string, PartnerStep>)[company.name]
  if (!step) throw new Error(`nothing is told of ${company.name}`)
  const [action, day] = step.next
  return {
    stage: step.active ? 'active' : 'joined',
    returning_partner: index < 2,
    motives: [...step.motives],
    promised: step.promised,
    next_action: action,
    next_action_on: story.day(day),
    interested_at: endedAt,
    joined_at: outcome === 'joins_now' ? endedAt : story.at(-162 + index * 3, '16:00'),
  }
}

function aside(story: Story, index: number, { outcome, endedAt }: CalledCompany): Engagement {
  if (outcome === 'not_interested') return { stage: 'declined', reason: 'Hakee omien verkostojensa kautta' }
  if (outcome === 'already_in_talks') return { stage: 'contacting' }
  if (outcome === 'no_need_now')
    return { stage: 'not_now', next_action: 'Soita uudelleen', next_action_on: story.day(70) }
  const interested = { interested_at: endedAt }
  if (index % 4 === 0)
    return {
      ...interested,
      stage: 'not_now',
      next_action: 'Kysy uudelleen',
      next_action_on: story.day(20 + index),
    }
  if (index % 4 === 1)
    return { ...interested, stage: 'declined', reason: 'Palkkasi itse avoimen haun kautta' }
  if (index % 4 === 2) return { ...interested, stage: 'dormant' }
  return {
    ...interested,
    stage: 'interested',
    next_action: 'Ehdota tapaamista',
    next_action_on: story.day(index === 15 ? -2 : 14),
  }
}

function add(
  story: Story,
  staff: Staff,
  roundId: string,
  company: Company,
  madeAt: Date,
  engagement: Engagement,
  /** When the caller heard it, if it was in a call. */
  calledAt?: Date,
): void {
  const id = story.id(madeAt)
  story.rows.add('engagement', {
    id,
    round_id: roundId,
    company_id: company.id,
    created_at: madeAt,
    ...engagement,
    owner_id: staff.liaison,
  })
  const about = { companyId: company.id, roundId }
  const steps: [Date | string | null | undefined, string][] = [
    [engagement.interested_at, 'interested'],
    [engagement.joined_at, 'joined'],
  ]
  for (const [at, stage] of steps) {
    if (!(at instanceof Date)) continue
    const actor = at === calledAt ? staff.caller : staff.liaison
    story.tell(at, actor, `engagement_${stage}`, ['engagement', id], about)
  }
  if (!['interested', 'joined'].includes(engagement.stage)) {
    const settledAt = new Date(madeAt.getTime() + 9 * 24 * 60 * 60_000)
    story.tell(settledAt, staff.liaison, `engagement_${engagement.stage}`, ['engagement', id], about)
  }
}
