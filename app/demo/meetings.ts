import type { Company } from './companies'
import type { Rounds } from './rounds'
import type { Row } from './row-collection'
import type { Scene } from './scene'
import { type CalledCompany, JOINED } from './second-round-calls'
import type { Listed } from './source-lists'
import type { Staff } from './staff'
import type { Story } from './story'

type Met = { id: string; startsAt: Date }
export type Meetings = {
  /** Each partner's own meeting of the second round, by the company's id. */
  own: ReadonlyMap<string, Met>
  joint: Met
}

/**
 * The meetings of the rounds. In the second, thirteen held with one company each and one joint online meeting with
 * all of them and the candidates: fourteen.
 */
export function addMeetings(
  { story, staff, rounds, listed, candidates }: Scene,
  called: readonly CalledCompany[],
): Meetings {
  const meet = meetingWriter(story, staff)
  for (const [index, company] of listed.firstRound.slice(0, 5).entries())
    meet({
      companies: [company],
      roundId: rounds.first,
      on: [-412 + index * 4, '10:00'],
      status: 'held',
      title: `Ensitapaaminen: ${company.name}`,
      summary: 'Sovittiin työkokeilupaikasta ja ohjaajasta.',
    })

  const own = new Map<string, Met>()
  const joined = called.slice(0, JOINED)
  for (const [index, { company, callId }] of joined.entries()) {
    const online = index % 3 !== 1
    const met = meet({
      companies: [company],
      roundId: rounds.second,
      call_id: callId,
      on: [-162 + index * 3, index % 2 === 0 ? '09:30' : '14:00'],
      status: 'held',
      kind: online ? 'one_to_one' : 'visit',
      mode: online ? 'online' : 'in_person',
      place: online ? null : company.municipality,
      title: company.language === 'sv' ? `Möte: ${company.name}` : `Tapaaminen: ${company.name}`,
      summary: summaries[index % summaries.length],
    })
    own.set(company.id, met)
  }
  const joint = meet({
    companies: joined.map(({ company }) => company),
    candidates: [...candidates.finnishGroup, ...candidates.englishGroup].map(({ id }) => id),
    roundId: rounds.second,
    on: [-119, '13:00'],
    status: 'held',
    kind: 'joint',
    mode: 'online',
    minutes_long: 120,
    title: 'Yritysten ja osaajien yhteinen tapaaminen',
    summary:
      'Yritykset kertoivat, mitä ne tekevät ja mitä osaamista puuttuu. Osaajat kertoivat lyhyesti osaamisestaan ja siitä, mikä heitä innostaa. Keskustelua jatkettiin pienryhmissä suomeksi ja englanniksi.',
  })
  addComing(meet, story, rounds, listed, joined)
  return { own, joint }
}

const summaries = [
  'Rekrytointi on perustajan harteilla iltaisin. Tarve kirjattiin heidän sanoillaan. Sovittiin, että lähetämme ensimmäiset profiilit kahden viikon kuluessa.',
  'Tutustuttiin tiimiin ja työtapoihin. Ohjaaja löytyy, jos jakso on vähintään kuukauden. Palkkatuki kiinnostaa, päätös tarvitaan ennen aloitusta.',
  'Puhuttiin kasvusta ja siitä, että kokeneita ei löydy. Yritys on valmis kouluttamaan, jos perusteet ovat kunnossa.',
] as const

function addComing(
  meet: ReturnType<typeof meetingWriter>,
  story: Story,
  rounds: Rounds,
  listed: Listed,
  joined: readonly CalledCompany[],
): void {
  const partner = (index: number) => joined[index]?.company
  const [kuikkaranta, ljungviken] = [partner(2), partner(5)]
  const [, kitchen] = listed.thirdRound
  if (kuikkaranta)
    meet({
      companies: [kuikkaranta],
      roundId: rounds.second,
      on: [1, '10:00'],
      status: 'planned',
      title: `Jatkotapaaminen: ${kuikkaranta.name}`,
      place: 'Espoo, yrityksen neuvotteluhuone',
      mode: 'in_person',
    })
  if (ljungviken)
    meet({
      companies: [ljungviken],
      roundId: rounds.second,
      on: [4, '13:30'],
      status: 'planned',
      mode: 'online',
      link: 'https://kokous.example/ljungviken',
      title: `Uppföljning: ${ljungviken.name}`,
    })
  if (kitchen)
    meet({
      companies: [kitchen],
      roundId: rounds.third,
      // Agreed in the call that found it interested.
      call_id: story.rows
        .of('call')
        .find((call) => call.company_id === kitchen.id && call.outcome === 'interested')?.id,
      on: [6, '09:00'],
      status: 'planned',
      kind: 'visit',
      mode: 'in_person',
      place: kitchen.municipality,
      title: `Käynti työpaikalla: ${kitchen.name}`,
    })
  const cancelled = partner(8)
  if (cancelled)
    meet({
      companies: [cancelled],
      roundId: rounds.second,
      on: [-12, '15:00'],
      status: 'cancelled',
      cancel_reason: 'Yrityksen tuotantoversio julkaistiin samana päivänä.',
      title: `Välitapaaminen: ${cancelled.name}`,
    })
}

type Plan = Partial<Row<'meeting'>> & {
  companies: readonly Company[]
  candidates?: readonly string[]
  roundId: string
  on: [fromToday: number, time: string]
  status: 'planned' | 'held' | 'cancelled'
  title: string
}

function meetingWriter(story: Story, staff: Staff) {
  return ({ companies, candidates = [], roundId, on, status, ...more }: Plan): Met => {
    const startsAt = story.at(...on)
    const bookedAt = story.at(Math.min(on[0] - 9, -2), '11:30')
    const id = story.id(bookedAt)
    const heldAt = new Date(startsAt.getTime() + 75 * 60_000)
    story.rows.add('meeting', {
      id,
      round_id: roundId,
      kind: 'one_to_one',
      mode: 'online',
      starts_at: startsAt,
      status,
      status_at: status === 'planned' ? null : heldAt,
      host_id: staff.liaison,
      created_by: staff.liaison,
      created_at: bookedAt,
      ...more,
    })
    const held = status === 'held'
    for (const [index, company] of companies.entries()) {
      const attendance = !held
        ? null
        : companies.length > 1 && index % 6 === 5
          ? 'absent_notified'
          : 'present'
      story.rows.add('meeting_company', { meeting_id: id, company_id: company.id, attendance })
      const contact = company.contacts[0]
      if (contact) story.rows.add('meeting_contact', { meeting_id: id, contact_id: contact.id, attendance })
      const about = { companyId: company.id, roundId }
      story.tell(bookedAt, staff.liaison, 'meeting_booked', ['meeting', id], about)
      if (status !== 'planned') story.tell(heldAt, staff.liaison, `meeting_${status}`, ['meeting', id], about)
    }
    for (const [index, candidateId] of candidates.entries())
      story.rows.add('meeting_candidate', {
        meeting_id: id,
        candidate_id: candidateId,
        attendance: !held ? null : index % 8 === 6 ? 'absent_notified' : 'present',
      })
    return { id, startsAt }
  }
}
