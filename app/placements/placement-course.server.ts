import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { changeAtVersion } from '~/platform/versions.server'
import { ENDED, NEXT, type PlacementDetails, type Status } from './placement'
import type { Placement } from './placements.server'

type Origin = {
  candidateId: string
  companyId: string
  needId: string | null
  presentationId: string | null
  predecessorId: string | null
}

/** Plans a placement. A hire that follows another placement names it as its predecessor. */
export async function planPlacement(
  trx: Trx,
  viewer: Viewer,
  origin: Origin,
  details: Omit<PlacementDetails, 'version'>,
): Promise<string> {
  const { id } = await trx
    .insertInto('placement')
    .values({
      ...columnsOf(details),
      candidate_id: origin.candidateId,
      company_id: origin.companyId,
      need_id: origin.needId,
      presentation_id: origin.presentationId,
      predecessor_id: origin.predecessorId,
      coach_id: viewer.userId,
      created_by: viewer.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('placement_event')
    .values({ placement_id: id, to_status: 'planned', actor_id: viewer.userId, reason: '' })
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'placement_planned',
    subject: ['placement', id],
    companyId: origin.companyId,
    candidateId: origin.candidateId,
    roundId: details.roundId ?? null,
  })
  return id
}

/** False when somebody else changed the placement since `version`. */
export async function changePlacement(
  trx: Trx,
  viewer: Viewer,
  placement: Pick<Placement, 'id' | 'companyId' | 'candidateId'>,
  form: PlacementDetails,
): Promise<boolean> {
  const changed = await changeAtVersion(
    trx,
    'placement',
    { id: placement.id, version: form.version },
    columnsOf(form),
  )
  if (!changed) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'placement_changed',
    subject: ['placement', placement.id],
    companyId: placement.companyId,
    candidateId: placement.candidateId,
  })
  return true
}

type Move = { to: Status; on: string; endedByParty?: string; reason: string; version: number }

/**
 * Moves a placement to its next state, with who, when and why. A work trial is not ready before three signatures,
 * a purpose, a supervisor and insurance (57 and 60 §). False when somebody else changed it since `version`.
 */
export async function movePlacement(
  trx: Trx,
  viewer: Viewer,
  placement: Placement,
  move: Move,
): Promise<boolean> {
  const from = placement.status as Status
  if (!NEXT[from].includes(move.to)) throw new RuleError('placements:move_refused')
  if (
    placement.form === 'work_trial' &&
    (move.to === 'ready' || move.to === 'running') &&
    from !== 'paused'
  ) {
    const missing = placement.warnings.some((warning) =>
      ['trial_without_purpose', 'trial_unsigned', 'trial_without_insurance'].includes(warning),
    )
    if (missing || !placement.supervisorName) throw new RuleError('placements:trial_not_ready')
  }
  const changed = await changeAtVersion(
    trx,
    'placement',
    { id: placement.id, version: move.version },
    {
      status: move.to,
      ...(move.to === 'running' && !placement.startedOn ? { started_on: move.on } : {}),
      ...(ENDED.includes(move.to) ? { ended_on: move.on } : {}),
    },
  )
  if (!changed) return false
  await trx
    .insertInto('placement_event')
    .values({
      placement_id: placement.id,
      from_status: from,
      to_status: move.to,
      actor_id: viewer.userId,
      ended_by_party: move.endedByParty ?? null,
      happened_on: move.on,
      reason: move.reason,
    })
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: `placement_${move.to}`,
    subject: ['placement', placement.id],
    companyId: placement.companyId,
    candidateId: placement.candidateId,
    roundId: placement.roundId,
  })
  return true
}

function columnsOf(details: Omit<PlacementDetails, 'version'>) {
  return {
    form: details.form,
    round_id: details.roundId ?? null,
    title: details.title,
    employer_of_record: details.employerOfRecord,
    supervisor_id: details.supervisorId ?? null,
    supervisor_name: details.supervisorName ?? null,
    purpose: details.purpose ?? null,
    tasks: details.tasks ?? null,
    place: details.place ?? null,
    starts_on: details.startsOn,
    ends_on: details.endsOn ?? null,
    hours_per_day: details.hoursPerDay ?? null,
    days_per_week: details.daysPerWeek ?? null,
    signed_by_candidate_on: details.signedByCandidateOn ?? null,
    signed_by_host_on: details.signedByHostOn ?? null,
    signed_by_authority_on: details.signedByAuthorityOn ?? null,
    insurance_ref: details.insuranceRef ?? null,
    subsidy_decided_on: details.subsidyDecidedOn ?? null,
    decision_ref: details.decisionRef ?? null,
    transfer_permit_ref: details.transferPermitRef ?? null,
  }
}
