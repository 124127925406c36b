import { addCall, type CallTask, callTimes } from './call-log'
import { addCampaign } from './campaigns'
import type { Company } from './companies'
import type { Scene } from './scene'
import type { Story } from './story'

export type CalledCompany = {
  company: Company
  callId: string
  endedAt: Date
  outcome: 'joins_now' | 'interested' | 'not_interested' | 'no_need_now' | 'already_in_talks'
}

/** Joining companies stand first on the list, two of them from the round before. */
export const JOINED = 13
const CALLED = 30
const first = { day: -182 }
const last = { day: -168 }

const difficulties = [
  'Avoin paikka on ollut auki kaksi kuukautta, hakemuksia tuli kolme.',
  'Jouduttiin kieltäytymään tilauksesta, kun tekijää ei löytynyt.',
  'Suorahakuun ei ole varaa, eikä yritystä tunneta työnantajana.',
  'Perustaja haastattelee iltaisin, aikaa rekrytointiin ei ole.',
  'Etsivät juniorin, jota voi opettaa; ilmoituksiin vastaa vain senioreita.',
  'Kasvu on kiinni tekijöistä, asiakkaita olisi jonossa.',
] as const
const wishes = [
  'etätapaaminen ensi viikolla',
  'lyhyt käynti toimistolla',
  'soitto teknologiajohtajalle',
] as const

/** The agreed list of thirty, called by the external caller: everyone was reached, 27 were interested or joined. */
export function addSecondRoundCalls({ story, staff, book, rounds, listed }: Scene): CalledCompany[] {
  const called = listed.secondRound.slice(0, CALLED)
  const rest = listed.secondRound.slice(CALLED)
  const campaignId = addCampaign(story, staff, {
    name: 'Kevään soitot ohjelmistoyrityksille',
    goal: 'Kysyä rekrytoinnin vaikeuksista ja sopia tapaamiset. Asiakkaat pääsevät näyttämään osaamistaan.',
    roundId: rounds.second,
    sourceListId: listed.secondListId,
    status: 'closed',
    madeOn: -195,
    approvedOn: -186,
    startsOn: first.day,
    endsOn: last.day + 3,
    included: called,
    excluded: rest.slice(0, 38).map((company, index) => ({
      company,
      reason: index % 3 === 0 ? 'Ei rekrytoi tänä vuonna' : index % 3 === 1 ? 'Liian suuri' : 'Ei kasva',
    })),
    undecided: rest.slice(38),
  })

  const times = callTimes(story.random, CALLED)
  return called.map((company, index) => {
    const dayOfCall = first.day + 1 + Math.floor((index * (last.day - first.day - 2)) / CALLED)
    const task: CallTask = {
      id: story.id(story.at(-186, '14:00')),
      company,
      campaignId,
      roundId: rounds.second,
      callerId: staff.caller,
    }
    const misses = addMisses(story, task, index, dayOfCall)
    const claimedAt = story.at(dayOfCall, times[index] ?? '12:00')
    if (company.contacts.length === 0) book.inventContact(company, claimedAt)
    const outcome = outcomeOf(index)
    const { id, endedAt } = addCall(story, task, claimedAt, outcome, {
      contact_id: company.contacts[0]?.id ?? null,
      ...(outcome === 'interested' || outcome === 'joins_now'
        ? interest(story, company)
        : refusal(story, outcome)),
    })
    story.rows.add('call_task', {
      id: task.id,
      campaign_id: campaignId,
      company_id: company.id,
      status: 'done',
      due_at: claimedAt,
      attempts: misses + 1,
      done_reason: outcome,
      position: index + 1,
    })
    return { company, callId: id, endedAt, outcome }
  })
}

/** The mornings before on which nobody answered; how many there were. */
function addMisses(story: Story, task: CallTask, index: number, dayOfCall: number): number {
  const misses = index % 3 === 1 ? 1 : index % 7 === 3 ? 2 : 0
  for (let miss = 0; miss < misses; miss += 1) {
    const at = story.at(dayOfCall - misses + miss, `08:${30 + miss * 12}`)
    addCall(story, task, at, miss === 0 ? 'no_answer' : 'busy')
  }
  return misses
}

/** What an interested company told. */
function interest({ random }: Story, company: Company) {
  return {
    recruiting_difficulty: 'yes' as const,
    limits_growth: random.pick(['yes', 'yes', 'some']),
    motives: random.pick([
      ['find_talent'],
      ['find_talent', 'growth'],
      ['find_talent', 'try_before_hire'],
      ['find_talent', 'social_responsibility'],
    ]),
    skills_needed: company.keywords,
    meeting_wish: random.pick(wishes),
    note: random.pick(difficulties),
  }
}

function outcomeOf(index: number): CalledCompany['outcome'] {
  if (index < JOINED) return index % 2 === 0 ? 'joins_now' : 'interested'
  if (index === CALLED - 1) return 'not_interested'
  if (index === CALLED - 2) return 'no_need_now'
  if (index === CALLED - 3) return 'already_in_talks'
  return 'interested'
}

function refusal(story: Story, outcome: CalledCompany['outcome']) {
  if (outcome === 'not_interested')
    return { reason: 'own_channels', note: 'Hakevat tekijät omien verkostojensa kautta.' }
  if (outcome === 'no_need_now')
    return { no_need_until: story.day(70), note: 'Palataan, kun uusi asiakassopimus varmistuu.' }
  return { note: 'Yrityspalvelut on jo sopinut tapaamisen.' }
}
