import type { Trx } from '~/platform/db.server'
import { profileHash } from '~/presentations/profile-hash.server'
import type { Need } from './needs'
import { shownOf } from './presentations.server'
import type { Scene } from './scene'

/** Whoever the demonstration's own pages are about, and the need for which the person would be presented next. */
const PERSON = 'Sanna Peltovuori'
const NEED = 'Ohjelmistorobotiikan tekijä'

/**
 * What waits on the own pages of one person: a company that would be shown the profile, the coach's question whether
 * one may call later, a correction under way, who of the house has looked at the
 * data, and what the person has done about work alone.
 */
export function addPersonsSide(scene: Scene, needs: ReadonlyMap<string, Need>): void {
  addPlan(scene, needs)
  addQuestion(scene)
  addRequests(scene)
  addReadings(scene)
  addOwnContacts(scene)
}

function addPlan({ story, staff, candidates }: Scene, needs: ReadonlyMap<string, Need>): void {
  const person = candidates.find(PERSON)
  const need = needs.get(NEED)
  const [contact] = need?.company.contacts ?? []
  if (!need || !contact) throw new Error(`nobody has the need ${NEED}`)
  const { profile, match } = shownOf(person, need, story.vocabulary)
  const plannedAt = story.at(-1, '10:30')
  const id = story.id(plannedAt)
  story.rows.add('presentation_plan', {
    id,
    candidate_id: person.id,
    company_id: need.company.id,
    contact_id: contact.id,
    need_id: need.id,
    tier: 'T1',
    profile,
    profile_sha256: profileHash(profile, match),
    match,
    message: 'Hei, tässä osaaja, joka tuntee raportoinnin ja haluaa oppia robotiikkaa.',
    expires_on: story.day(29),
    planned_by: staff.liaison,
    planned_at: plannedAt,
  })
  const about = { candidateId: person.id, companyId: need.company.id }
  story.tell(plannedAt, staff.liaison, 'presentation_planned', ['presentation_plan', id], about)
}

function addQuestion({ story, candidates }: Scene): void {
  const person = candidates.find(PERSON)
  const askedAt = story.at(-1, '14:20')
  const id = story.id(askedAt)
  story.rows.add('consent_question', {
    id,
    candidate_id: person.id,
    tier: 'T4',
    because: 'first',
    asked_by: person.coachId,
    asked_at: askedAt,
  })
  const about = { candidateId: person.id }
  story.tell(askedAt, person.coachId, 'consent_asked', ['consent_question', id], about, { tier: 'T4' })
}

const requests = [
  [PERSON, 'correction', 'own_page', -6, 'Voin työskennellä myös Vantaalla ja Tampereella.'],
  ['Raimo Kangaspuro', 'copy', 'letter', -24, null],
  ['Yusuf Demirkan', 'erasure', 'phone', -9, null],
] as const

function addRequests({ story, candidates }: Scene): void {
  for (const [name, kind, how, on, words] of requests) {
    const person = candidates.find(name)
    const at = story.at(on, '12:05')
    const id = story.id(at)
    story.rows.add('person_request', {
      id,
      candidate_id: person.id,
      kind,
      words,
      how,
      received_on: story.day(on),
      due_on: story.day(on + 30),
      recorded_by: person.coachId,
      created_at: at,
    })
    const about = { candidateId: person.id }
    story.tell(at, person.coachId, 'person_request_received', ['person_request', id], about, { kind })
  }
}

function addReadings({ story, staff, candidates }: Scene): void {
  const person = candidates.find(PERSON)
  const readings = [
    [person.coachId, 'candidate', -40],
    [person.coachId, 'cv', -40],
    [staff.liaison, 'candidate', -59],
    [staff.liaison, 'presentation_preview', -58],
    [staff.liaison, 'presentation', -2],
  ] as const
  for (const [userId, what, on] of readings) {
    const at = story.at(on, '10:10')
    story.rows.add('reading', { id: story.id(at), at, user_id: userId, what, candidate_id: person.id })
  }
}

function addOwnContacts({ story, candidates }: Scene): void {
  const contacts = [
    ['Naapurin tilitoimisto', -12, 'Kävin kysymässä. Palaavat asiaan syksyllä.'],
    ['Kuntosali keskustassa', -4, null],
  ] as const
  for (const [company, on, came_of_it] of contacts) {
    const at = story.at(on, '16:15')
    story.rows.add('own_contact', {
      id: story.id(at),
      candidate_id: candidates.find(PERSON).id,
      company,
      contacted_on: story.day(on),
      came_of_it,
      created_at: at,
    })
  }
}

/** Joins the account of the demonstration's person with the person, whose number it then bears. */
export async function linkPerson(trx: Trx, { staff, candidates }: Scene): Promise<void> {
  const { id } = candidates.find(PERSON)
  const { number } = await trx
    .selectFrom('candidate')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('user_account')
    .set({ candidate_id: id, name: number })
    .where('id', '=', staff.person)
    .execute()
}
