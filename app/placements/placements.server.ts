import { type SqlBool, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { shownName } from '~/candidates/candidates.server'
import type { Db, Trx } from '~/platform/db.server'
import { COUNT_LIMIT, containsPattern, type ListParams } from '~/platform/list-params'
import { RuleError } from '~/platform/rule-error'
import {
  ACT_IN_FORCE,
  ENDED,
  NEXT,
  type PlacementDetails,
  type Status,
  trialTime,
  warningsOf,
} from './placement'

/** Every read of placements starts here. Project managers see the rows behind their figures, without names. */
export function visiblePlacements(db: Db, viewer: Pick<Viewer, 'roles'>) {
  const placements = db
    .selectFrom('placement')
    .innerJoin('candidate', 'candidate.id', 'placement.candidate_id')
    .innerJoin('company', 'company.id', 'placement.company_id')
  return may(viewer, 'placements.read') ? placements : placements.where(sql<SqlBool>`false`)
}

export const PLACEMENT_SORTS = ['starts', 'ends', 'company'] as const
export type PlacementSort = (typeof PLACEMENT_SORTS)[number]

export async function listPlacements(db: Db, viewer: Viewer, list: ListParams<PlacementSort>) {
  let matching = visiblePlacements(db, viewer)
  const { form, status, company, candidate, round } = list.filters
  if (form) matching = matching.where('placement.form', '=', form)
  if (status === 'open')
    matching = matching.where('placement.status', 'in', ['planned', 'agreed', 'ready', 'running', 'paused'])
  else if (status === 'ended') matching = matching.where('placement.status', 'in', [...ENDED, 'cancelled'])
  if (company) matching = matching.where(sql<string>`placement.company_id::text`, '=', company)
  if (candidate) matching = matching.where(sql<string>`placement.candidate_id::text`, '=', candidate)
  if (round) matching = matching.where(sql<string>`placement.round_id::text`, '=', round)
  if (list.search) {
    const pattern = containsPattern(list.search)
    matching = matching.where((where) =>
      where.or([
        where('company.name_lower', 'like', pattern),
        where(sql`lower(candidate.number)`, 'like', pattern),
        where(sql`lower(placement.title)`, 'like', pattern),
      ]),
    )
  }
  const order = {
    starts: sql`placement.starts_on`,
    ends: sql`placement.ends_on`,
    company: sql`company.name`,
  }[list.sort]
  const [rows, { total }] = await Promise.all([
    matching
      .select([
        'placement.id',
        'placement.form',
        'placement.title',
        'placement.status',
        'placement.starts_on as startsOn',
        'placement.ends_on as endsOn',
        'company.id as companyId',
        'company.name as companyName',
        'candidate.id as candidateId',
        'candidate.number as candidateNumber',
      ])
      .orderBy(order, (by) => (list.direction === 'asc' ? by.asc().nullsLast() : by.desc().nullsLast()))
      .orderBy('placement.id', 'desc')
      .limit(list.pageSize)
      .offset((list.page - 1) * list.pageSize)
      .execute(),
    db
      .selectFrom(
        matching
          .select('placement.id')
          .limit(COUNT_LIMIT + 1)
          .as('counted'),
      )
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total: Math.min(total, COUNT_LIMIT), capped: total > COUNT_LIMIT }
}

export type PlacementRow = Awaited<ReturnType<typeof listPlacements>>['rows'][number]

export async function findPlacement(db: Db, viewer: Viewer, placementId: string) {
  const placement = await visiblePlacements(db, viewer)
    .leftJoin('contact as supervisor', 'supervisor.id', 'placement.supervisor_id')
    .leftJoin('need', 'need.id', 'placement.need_id')
    .leftJoin('user_account as coach', 'coach.id', 'placement.coach_id')
    .leftJoin('employer_round', 'employer_round.id', 'placement.round_id')
    .select([
      'placement.id',
      'placement.form',
      'placement.title',
      'placement.status',
      'placement.employer_of_record as employerOfRecord',
      'placement.supervisor_id as supervisorId',
      'placement.purpose',
      'placement.tasks',
      'placement.place',
      'placement.starts_on as startsOn',
      'placement.ends_on as endsOn',
      'placement.started_on as startedOn',
      'placement.ended_on as endedOn',
      'placement.hours_per_day as hoursPerDay',
      'placement.days_per_week as daysPerWeek',
      'placement.signed_by_candidate_on as signedByCandidateOn',
      'placement.signed_by_host_on as signedByHostOn',
      'placement.signed_by_authority_on as signedByAuthorityOn',
      'placement.insurance_ref as insuranceRef',
      'placement.subsidy_decided_on as subsidyDecidedOn',
      'placement.decision_ref as decisionRef',
      'placement.transfer_permit_ref as transferPermitRef',
      'placement.predecessor_id as predecessorId',
      'placement.round_id as roundId',
      'placement.version',
      'company.id as companyId',
      'company.name as companyName',
      'candidate.id as candidateId',
      'candidate.number as candidateNumber',
      'need.id as needId',
      'need.title as needTitle',
      'coach.name as coachName',
      'employer_round.name as roundName',
    ])
    .select((eb) => [
      shownName(viewer).as('candidateName'),
      eb.fn.coalesce('supervisor.name', 'placement.supervisor_name').as('supervisorName'),
    ])
    .where('placement.id', '=', placementId)
    .executeTakeFirst()
  if (!placement) return undefined
  const trials = placement.form === 'work_trial' ? await listTrials(db, placement.candidateId) : []
  const time = trialTime(trials)
  return { ...placement, trialTime: time, warnings: warningsOf({ ...placement, trialTime: time }) }
}

export type Placement = NonNullable<Awaited<ReturnType<typeof findPlacement>>>

/** All the person's work trials under the act, planned ones included, cancelled ones not (380/2023 55 §). */
async function listTrials(db: Db, candidateId: string) {
  return db
    .selectFrom('placement')
    .select((eb) => [
      eb.fn.coalesce('started_on', 'starts_on').as('startsOn'),
      eb.fn.coalesce('ended_on', 'ends_on', 'starts_on').as('endsOn'),
    ])
    .where('candidate_id', '=', candidateId)
    .where('form', '=', 'work_trial')
    .where('status', '!=', 'cancelled')
    .where('starts_on', '>=', ACT_IN_FORCE)
    .execute()
}

/** The chain a placement belongs to: a trial, the subsidised work it led to, the hire; first to last. */
export async function listChain(db: Db, viewer: Viewer, placementId: string) {
  const { rows } = await sql<{ id: string }>`
    with recursive back as (
      select id, predecessor_id from placement where id = ${placementId}
      union all
      select placement.id, placement.predecessor_id from placement join back on placement.id = back.predecessor_id
    ), forth as (
      select id from back
      union
      select placement.id from placement join forth on placement.predecessor_id = forth.id
    ) select id from forth`.execute(db)
  return visiblePlacements(db, viewer)
    .select([
      'placement.id',
      'placement.form',
      'placement.status',
      'placement.starts_on as startsOn',
      'placement.ends_on as endsOn',
      'company.name as companyName',
    ])
    .where(
      'placement.id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('placement.starts_on')
    .execute()
}

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
  const changed = await trx
    .updateTable('placement')
    .set({ ...columnsOf(form), version: form.version + 1 })
    .where('id', '=', placement.id)
    .where('version', '=', form.version)
    .returning('id')
    .executeTakeFirst()
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
  const changed = await trx
    .updateTable('placement')
    .set({
      status: move.to,
      ...(move.to === 'running' && !placement.startedOn ? { started_on: move.on } : {}),
      ...(ENDED.includes(move.to) ? { ended_on: move.on } : {}),
      version: move.version + 1,
    })
    .where('id', '=', placement.id)
    .where('version', '=', move.version)
    .returning('id')
    .executeTakeFirst()
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

/** Each change of state with its actor and reason, oldest first. */
export async function listPlacementEvents(db: Db, placementId: string) {
  return db
    .selectFrom('placement_event')
    .leftJoin('user_account as actor', 'actor.id', 'placement_event.actor_id')
    .select([
      'placement_event.id',
      'placement_event.to_status as to',
      'placement_event.at',
      'placement_event.happened_on as happenedOn',
      'placement_event.reason',
      'placement_event.ended_by_party as endedByParty',
      'actor.name as actorName',
    ])
    .where('placement_event.placement_id', '=', placementId)
    .orderBy('placement_event.id')
    .execute()
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
