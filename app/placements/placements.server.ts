import { type SqlBool, sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { shownName } from '~/candidates/candidates.server'
import type { Db } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams } from '~/platform/list-params'
import { ACT_IN_FORCE, ENDED, trialTime, warningsOf } from './placement'

/** Every read of placements starts here. Project managers see the rows behind their figures, without names. */
export function visiblePlacements(db: Db, viewer: Pick<Viewer, 'roles'>) {
  const placements = db
    .selectFrom('placement')
    .innerJoin('candidate', 'candidate.id', 'placement.candidate_id')
    .innerJoin('company', 'company.id', 'placement.company_id')
  return may(viewer, 'placements.read') ? placements : placements.where(sql<SqlBool>`false`)
}

export const PLACEMENT_SORTS = ['starts', 'ends', 'company'] as const
type PlacementSort = (typeof PLACEMENT_SORTS)[number]

/** A page of placements that the viewer may see. */
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
  return readListPage(db, list, {
    rows: matching
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
      .orderBy('placement.id', 'desc'),
    matching: matching.select('placement.id'),
  })
}

export type PlacementRow = Awaited<ReturnType<typeof listPlacements>>['rows'][number]

/** One placement with its terms, links and course; undefined when the viewer may not see it. */
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
