import type { Row } from './row-collection'
import type { Scene } from './scene'
import type { Staff } from './staff'
import type { Story } from './story'

type SessionPlan = {
  kind: string
  mode: string
  topic: string
  on: [fromToday: number, time: string]
  planned: number
  held?: number
  cancelled?: string
}

const sessions: readonly SessionPlan[] = [
  {
    kind: 'orientation',
    mode: 'in_person',
    topic: 'Tutustuminen ja yhteiset tavoitteet',
    on: [-88, '13:00'],
    planned: 120,
    held: 125,
  },
  {
    kind: 'group',
    mode: 'online',
    topic: 'Millaista työ on pienessä ohjelmistotalossa',
    on: [-74, '14:00'],
    planned: 90,
    held: 90,
  },
  {
    kind: 'group',
    mode: 'hybrid',
    topic: 'Oma osaaminen kolmessa minuutissa',
    on: [-60, '14:00'],
    planned: 90,
    held: 105,
  },
  {
    kind: 'individual',
    mode: 'online',
    topic: 'Ansioluettelon läpikäynti',
    on: [-46, '10:00'],
    planned: 45,
    held: 50,
  },
  {
    kind: 'visit',
    mode: 'in_person',
    topic: 'Käynti mentorin työpaikalla',
    on: [-32, '09:00'],
    planned: 120,
    held: 110,
  },
  {
    kind: 'group',
    mode: 'online',
    topic: 'Haastatteluharjoitus',
    on: [-18, '14:00'],
    planned: 90,
    cancelled: 'Molemmat mentorit estyivät',
  },
  { kind: 'group', mode: 'online', topic: 'Haastatteluharjoitus, uusi aika', on: [3, '14:00'], planned: 90 },
  { kind: 'group', mode: 'in_person', topic: 'Lopetus ja palaute', on: [17, '13:00'], planned: 120 },
]
const members = [
  'Linnéa Skogberg',
  'Hanna Mustalampi',
  'Jukka-Pekka Korvenranta',
  'Minh Anh Tran',
  'Chidi Okonjo',
  'Fatuma Warsame',
]

/** A programme with two mentors from partner companies that runs now, and one of the winter group that is over. */
export function addMentoring({ story, staff, rounds, listed, candidates }: Scene): void {
  const programmeId = addProgramme(story, staff, {
    round_id: rounds.second,
    name: 'Kahden mentorin ryhmä',
    model: 'two_company_mentors',
    goal: 'Jokainen osaa kertoa osaamisestaan yritykselle ja tuntee kaksi alan ihmistä.',
    channel_url: 'https://keskustelu.example/mentorit',
    from: -92,
    to: 18,
    status: 'running',
  })
  const mentors = [
    listed.byName.get('Naavaniemi Ohjelmistot Oy')?.contacts[1],
    listed.byName.get('Suopursu Analytiikka Oy')?.contacts[0],
  ].map((contact) => {
    if (!contact) throw new Error('a mentor is not there')
    const id = story.id(story.at(-91, '12:00'))
    story.rows.add('mentor', {
      id,
      programme_id: programmeId,
      contact_id: contact.id,
      confidentiality_signed_on: story.day(-90),
    })
    story.tell(story.at(-91, '12:00'), staff.coordinator, 'mentor_added', [
      'mentoring_programme',
      programmeId,
    ])
    return id
  })
  const people = members.map((name) => candidates.find(name).id)
  for (const candidateId of people) join(story, staff, programmeId, candidateId, -89)
  for (const plan of sessions) addSession(story, staff, programmeId, plan, people, mentors)

  const peers = addProgramme(story, staff, {
    round_id: rounds.first,
    name: 'Talviryhmän vertaismentorointi',
    model: 'peer_facilitated',
    goal: 'Ryhmä auttaa toisiaan työnhaussa.',
    channel_url: null,
    from: -480,
    to: -400,
    status: 'closed',
  })
  for (const { id } of candidates.secondGroup) join(story, staff, peers, id, -478)
}

type Programme = Pick<Row<'mentoring_programme'>, 'round_id' | 'name' | 'model' | 'goal' | 'channel_url'> & {
  from: number
  to: number
  status: 'running' | 'closed'
}

function addProgramme(story: Story, staff: Staff, { from, to, status, ...words }: Programme): string {
  const madeAt = story.at(from, '09:00')
  const startedAt = story.at(from + 2, '15:00')
  const statusAt = status === 'closed' ? story.at(to, '16:00') : startedAt
  const id = story.id(madeAt)
  story.rows.add('mentoring_programme', {
    id,
    ...words,
    facilitator_id: staff.coordinator,
    starts_on: story.day(from + 3),
    ends_on: story.day(to),
    status,
    status_at: statusAt,
    status_by: staff.coordinator,
    created_by: staff.coordinator,
    created_at: madeAt,
  })
  const tell = (at: Date, action: string) =>
    story.tell(at, staff.coordinator, action, ['mentoring_programme', id])
  tell(madeAt, 'programme_added')
  tell(startedAt, 'programme_running')
  if (status === 'closed') tell(statusAt, 'programme_closed')
  return id
}

function join(story: Story, staff: Staff, programmeId: string, candidateId: string, on: number): void {
  story.rows.add('programme_participant', {
    programme_id: programmeId,
    candidate_id: candidateId,
    joined_on: story.day(on),
  })
  story.tell(
    story.at(on, '16:00'),
    staff.coordinator,
    'participant_joined',
    ['mentoring_programme', programmeId],
    { candidateId },
  )
}

function addSession(
  story: Story,
  staff: Staff,
  programmeId: string,
  plan: SessionPlan,
  people: readonly string[],
  mentors: readonly string[],
): void {
  const startsAt = story.at(...plan.on)
  const bookedAt = story.at(Math.min(plan.on[0] - 10, -1), '10:00')
  const id = story.id(bookedAt)
  const held = plan.held !== undefined
  const overAt = new Date(startsAt.getTime() + plan.planned * 60_000)
  story.rows.add('mentoring_session', {
    id,
    programme_id: programmeId,
    kind: plan.kind,
    mode: plan.mode,
    topic: plan.topic,
    starts_at: startsAt,
    planned_minutes: plan.planned,
    held_minutes: plan.held ?? null,
    status: held ? 'held' : plan.cancelled ? 'cancelled' : 'planned',
    cancel_reason: plan.cancelled ?? null,
    status_at: held || plan.cancelled ? overAt : null,
    status_by: held || plan.cancelled ? staff.coordinator : null,
    created_by: staff.coordinator,
    created_at: bookedAt,
  })
  const tell = (at: Date, action: string) =>
    story.tell(at, staff.coordinator, action, ['mentoring_programme', programmeId])
  tell(bookedAt, 'session_planned')
  if (plan.cancelled) tell(startsAt, 'session_cancelled')
  if (!held) return
  tell(overAt, 'session_held')
  const asked = plan.kind === 'individual' ? people.slice(0, 1) : people
  for (const [index, candidateId] of asked.entries())
    story.rows.add('session_attendance', {
      session_id: id,
      candidate_id: candidateId,
      attendance: attendanceOf(asked.length === 1 ? 0 : index + Math.abs(plan.on[0])),
      reported_by: staff.coordinator,
      reported_at: overAt,
    })
  for (const [index, mentorId] of mentors.entries())
    if (plan.kind !== 'individual' || index === 0)
      story.rows.add('session_mentor', { session_id: id, mentor_id: mentorId, attendance: 'present' })
}

function attendanceOf(turn: number): string {
  if (turn % 6 === 2) return 'late'
  return turn % 6 === 4 ? 'absent_notified' : 'present'
}
