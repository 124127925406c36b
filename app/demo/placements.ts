import type { Candidate, Candidates } from './candidates'
import type { Company } from './companies'
import { currentPlacements, type PlacementPlan } from './current-placements'
import type { Need } from './needs'
import type { Rounds } from './rounds'
import type { Row } from './row-collection'
import type { Scene } from './scene'
import type { Listed } from './source-lists'
import type { Staff } from './staff'
import type { Story } from './story'

/** Placements of every round: those of the first groups, the trainees, and the nine people of the second round. */
export function addPlacements(
  { story, staff, rounds, listed, candidates }: Scene,
  needs: ReadonlyMap<string, Need>,
  presentationOf: ReadonlyMap<string, string>,
): void {
  const place = placementWriter(story)
  addEarlierPlacements(place, rounds, listed, candidates)

  const written = new Map<string, string>()
  for (const plan of currentPlacements) {
    const company = listed.byName.get(plan.company)
    if (!company) throw new Error(`there is no company ${plan.company}`)
    const person = candidates.find(plan.person)
    const id = place({
      person,
      company,
      plan,
      round_id: rounds.second,
      need_id: plan.need ? (needs.get(plan.need)?.id ?? null) : null,
      presentation_id: presentationOf.get(`${plan.person} | ${plan.company}`) ?? null,
      predecessor_id: plan.after ? (written.get(`${plan.person} | ${plan.after}`) ?? null) : null,
    })
    written.set(`${plan.person} | ${plan.form}`, id)
    if (!inCohort(candidates, person)) addOutcome(story, rounds.second, person, id, plan, staff)
  }
}

function inCohort({ finnishGroup, englishGroup }: Candidates, person: Candidate): boolean {
  return [...finnishGroup, ...englishGroup].includes(person)
}

/** What came of those outside the groups; of the others their group tells. */
function addOutcome(
  story: Story,
  roundId: string,
  person: Candidate,
  placementId: string,
  plan: PlacementPlan,
  staff: Staff,
): void {
  const at = story.at(plan.from + 2, '10:10')
  const id = story.id(at)
  story.rows.add('outcome', {
    id,
    candidate_id: person.id,
    placement_id: placementId,
    round_id: roundId,
    class: plan.form === 'hire' ? 'employed' : 'subsidised_work',
    happened_on: story.day(plan.from),
    seen_as: 'during',
    evidence: 'Työsopimus nähty',
    recorded_by: staff.coordinator,
    recorded_at: at,
  })
  story.tell(at, staff.coordinator, 'outcome_recorded', ['placement', placementId], {
    candidateId: person.id,
    roundId,
  })
}

type Place = ReturnType<typeof placementWriter>

function addEarlierPlacements(place: Place, rounds: Rounds, listed: Listed, candidates: Candidates): void {
  const partner = (index: number): Company => {
    const company = listed.firstRound[index]
    if (!company) throw new Error('the first round has too few partners')
    return company
  }
  for (const [index, person] of candidates.secondGroup.slice(0, 7).entries()) {
    const hired = index < 3
    const company = partner(index % 4 === 3 ? 4 : index % 3)
    place({
      person,
      company,
      round_id: rounds.first,
      plan: {
        person: person.name,
        form: hired ? 'hire' : 'work_trial',
        title: person.seeker.headline,
        from: -396 + index,
        to: hired ? null : -340 + index,
        status: hired ? 'running' : 'ended_as_planned',
        checkIns: hired ? [-366, -200, -20] : [-370],
      },
    })
  }
  for (const [index, person] of candidates.trainees.entries()) {
    const company = partner(index % 3)
    const trainee = place({
      person,
      company,
      plan: {
        person: person.name,
        form: 'trainee',
        title: `${person.seeker.headline}, trainee`,
        from: -480,
        to: -420,
        status: 'ended_as_planned',
        employer: 'Tuohikontti Työosuuskunta Osk',
        transferPermit: `SIIRTO-${index + 1}`,
        checkIns: [-450],
        assessment: { fit: 5, wouldHire: 'yes', strengths: 'Oppi nopeasti ja kysyi ajoissa.' },
      },
    })
    place({
      person,
      company,
      predecessor_id: trainee,
      plan: {
        person: person.name,
        form: 'hire',
        title: person.seeker.headline,
        from: -418,
        to: null,
        status: 'running',
        checkIns: [-388, -25],
      },
    })
  }
}

type NewPlacement = Pick<Row<'placement'>, 'round_id' | 'need_id' | 'presentation_id' | 'predecessor_id'> & {
  person: Candidate
  company: Company
  plan: Omit<PlacementPlan, 'company' | 'need' | 'after'>
}

type About = { candidateId: string; companyId: string; roundId: string | undefined }

function placementWriter(story: Story) {
  return (placement: NewPlacement): string => {
    const { person, company, plan, round_id } = placement
    const plannedAt = story.at(Math.min(plan.from - 14, -3), '11:10')
    const id = story.id(plannedAt)
    story.rows.add('placement', { id, ...agreementOf(story, placement), created_at: plannedAt })
    const about = { candidateId: person.id, companyId: company.id, roundId: round_id ?? undefined }
    addCourse(story, person.coachId, id, { about, plan, plannedAt })
    addFollowUp(story, person, id, about, plan)
    return id
  }
}

const hasStarted = ({ status }: NewPlacement['plan']) => status === 'running' || hasEnded({ status })
const hasEnded = ({ status }: Pick<NewPlacement['plan'], 'status'>) =>
  status === 'ended_as_planned' || status === 'terminated'

/** What was agreed, by whom, and where it stands. */
function agreementOf(story: Story, { person, company, plan, ...links }: NewPlacement) {
  const isTrial = plan.form === 'work_trial'
  const signed = isTrial && plan.status !== 'planned' ? story.day(plan.from - 3) : null
  return {
    ...links,
    candidate_id: person.id,
    company_id: company.id,
    form: plan.form,
    employer_of_record: plan.employer ?? company.name,
    supervisor_id: company.contacts.at(-1)?.id ?? null,
    purpose: isTrial ? ('clarify_career' as const) : null,
    title: plan.title,
    tasks: plan.tasks ?? null,
    place: company.municipality,
    starts_on: story.day(plan.from),
    ends_on: plan.to === null ? null : story.day(plan.to),
    started_on: hasStarted(plan) ? story.day(plan.from) : null,
    ended_on: hasEnded(plan) && plan.to !== null ? story.day(plan.endedOn ?? plan.to) : null,
    hours_per_day: isTrial ? 6 : 7.5,
    days_per_week: 5,
    signed_by_candidate_on: signed,
    signed_by_host_on: signed,
    signed_by_authority_on: signed,
    insurance_ref: isTrial && signed ? 'Viranomaisen ryhmätapaturmavakuutus' : null,
    subsidy_decided_on: plan.subsidyDecided === undefined ? null : story.day(plan.subsidyDecided),
    decision_ref: plan.subsidyDecided === undefined ? null : 'Palkkatukipäätös',
    transfer_permit_ref: plan.transferPermit ?? null,
    status: plan.status,
    coach_id: person.coachId,
    created_by: person.coachId,
  }
}

/** The steps from the plan to where the placement stands, each with a line of the timeline. */
function addCourse(
  story: Story,
  coachId: string,
  id: string,
  { about, plan, plannedAt }: { about: About; plan: NewPlacement['plan']; plannedAt: Date },
): void {
  let before: string | null = null
  const move = (status: string, at: Date, reason: string, party?: string) => {
    story.rows.add('placement_event', {
      id: story.id(at),
      placement_id: id,
      from_status: before,
      to_status: status,
      at,
      actor_id: coachId,
      ended_by_party: party ?? null,
      reason,
    })
    story.tell(at, coachId, `placement_${status}`, ['placement', id], about)
    before = status
  }
  move('planned', plannedAt, '')
  if (plan.status !== 'planned' && plan.status !== 'cancelled')
    move('agreed', story.at(Math.min(plan.from - 8, -2), '13:20'), 'Molemmat haluavat aloittaa')
  if (plan.form === 'work_trial' && (hasStarted(plan) || plan.status === 'ready'))
    move('ready', story.at(Math.min(plan.from - 3, -1), '14:05'), 'Sopimus allekirjoitettu')
  if (hasStarted(plan)) move('running', story.at(plan.from, '08:10'), 'Työ alkoi')
  if (plan.status === 'cancelled') move('cancelled', story.at(plan.from - 2, '09:45'), plan.why ?? '')
  if (hasEnded(plan)) {
    const endedAt = story.at(plan.endedOn ?? plan.to ?? -1, '15:40')
    move(plan.status, endedAt, plan.why ?? 'Jakso päättyi', plan.party)
  }
}

function addFollowUp(
  story: Story,
  person: Candidate,
  placementId: string,
  about: About,
  plan: NewPlacement['plan'],
): void {
  for (const [index, on] of (plan.checkIns ?? []).entries()) {
    const at = story.at(on, '13:50')
    const worried = plan.concern === index
    const id = story.id(at)
    story.rows.add('check_in', {
      id,
      placement_id: placementId,
      held_on: story.day(on),
      mode: index % 2 === 0 ? 'visit' : 'phone',
      heard: index % 2 === 0 ? 'both' : 'candidate',
      mood: worried ? 2 : 4 + (index % 2),
      on_track: !worried,
      concern: worried,
      note: worried
        ? 'Tehtävät ovat jääneet suppeiksi. Sovittiin ohjaajan kanssa viikkopalaveri.'
        : 'Sujuu hyvin.',
      created_by: person.coachId,
      created_at: at,
    })
    story.tell(at, person.coachId, 'check_in_held', ['placement', placementId], about)
  }
  if (!plan.assessment) return
  const at = story.at((plan.endedOn ?? plan.to ?? 0) - 1, '14:15')
  story.rows.add('placement_assessment', {
    id: story.id(at),
    placement_id: placementId,
    kind: 'closing',
    given_on: story.day((plan.endedOn ?? plan.to ?? 0) - 1),
    given_by_name: null,
    fit_to_work: plan.assessment.fit,
    readiness: plan.assessment.fit,
    strengths: plan.assessment.strengths,
    to_develop: plan.assessment.toDevelop ?? null,
    would_hire: plan.assessment.wouldHire,
    created_by: person.coachId,
    created_at: at,
  })
  story.tell(at, person.coachId, 'assessment_closing', ['placement', placementId], about)
}
