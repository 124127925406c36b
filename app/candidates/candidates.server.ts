import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { RuleError } from '~/platform/rule-error'
import { changeAtVersion } from '~/platform/versions.server'
import { type CandidateDetails, type NewCandidate, placesOf } from './candidate'
import { saveLanguages } from './candidate-languages.server'
import { noteCoach } from './caseload/coaches.server'
import { wasErased } from './erased-people.server'
import { changedFacts, noteFactSources } from './fact-sources.server'
import { isHidden, reservedFor, shownMunicipality } from './non-disclosure.server'

/**
 * Every read of candidates starts here. Only coordinators and liaisons see people, and liaisons not by name. Erased
 * people are a number in figures and nothing else.
 */
export function visibleCandidates(db: Db, viewer: Pick<Viewer, 'roles'>) {
  const candidates = db.selectFrom('candidate').where('candidate.erased_at', 'is', null)
  return may(viewer, 'candidates.read') ? candidates : candidates.where(sql<SqlBool>`false`)
}

/**
 * The person's name where this viewer may know it, else null: coordinators always, liaisons once the person has
 * consented to be introduced by name to some company (T2 in force).
 */
export function shownName(viewer: Pick<Viewer, 'roles'>): RawBuilder<string | null> {
  if (may(viewer, 'candidates.write')) return sql<string | null>`candidate.name`
  return sql<string | null>`case when exists (
    select 1 from consent
    where consent.candidate_id = candidate.id and consent.tier = 'T2' and consent.answer = 'given'
      and consent.withdrawn_at is null and consent.superseded_at is null and consent.expires_on >= ${today()}::date
  ) then candidate.name end`
}

/** The headline of each of these people, as employers are shown it, and to whom showing them is left. */
export async function listHeadlines(db: Db, viewer: Pick<Viewer, 'roles'>, candidateIds: string[]) {
  if (candidateIds.length === 0) return []
  return visibleCandidates(db, viewer)
    .select(['candidate.id', 'candidate.headline', reservedFor(viewer).as('reservedFor')])
    .where('candidate.id', 'in', candidateIds)
    .execute()
}

/** One person as this viewer may see them; contact data and goal only for coordinators. */
export async function findCandidate(db: Db, viewer: Viewer, candidateId: string) {
  const candidate = await visibleCandidates(db, viewer)
    .leftJoin('user_account as coach', 'coach.id', 'candidate.coach_id')
    .select([
      'candidate.id',
      'candidate.number',
      shownName(viewer).as('name'),
      'candidate.headline',
      'candidate.about',
      shownMunicipality(viewer).as('municipality'),
      'candidate.language',
      'candidate.forms',
      'candidate.works_in as worksIn',
      'candidate.remote',
      'candidate.available_from as availableFrom',
      'candidate.ended_at as endedAt',
      'candidate.end_reason as endReason',
      'candidate.coach_id as coachId',
      'candidate.version',
      'coach.name as coachName',
      reservedFor(viewer).as('reservedFor'),
    ])
    .where('candidate.id', '=', candidateId)
    .executeTakeFirst()
  if (!candidate) return undefined
  const languages = await db
    .selectFrom('candidate_language')
    .select(['language', 'level'])
    .where('candidate_id', '=', candidateId)
    .orderBy('level', 'desc')
    .orderBy('language')
    .execute()
  return { ...candidate, languages }
}

export type Candidate = NonNullable<Awaited<ReturnType<typeof findCandidate>>>

/** The person that an address names by its `candidateId`. Throws a 404 where the viewer may not see them. */
export async function findCandidateAt(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  params: Record<string, string | undefined>,
) {
  const candidate = await visibleCandidates(db, viewer)
    .select([
      'candidate.id',
      'candidate.number',
      'candidate.headline',
      'candidate.ended_at as endedAt',
      reservedFor(viewer).as('reservedFor'),
    ])
    .where('candidate.id', '=', idParam(params, 'candidateId'))
    .executeTakeFirst()
  return orNotFound(candidate)
}

/**
 * The person, for whoever may read and write CVs, answers about sharing and contacts: under non-disclosure for safety
 * the own coach and who stands in. To all others there is nobody to write about.
 */
export async function findEntrustedCandidate(db: Db, viewer: Viewer, candidateId: string) {
  const open = await visibleCandidates(db, viewer)
    .select('candidate.id')
    .where('candidate.id', '=', candidateId)
    .where(({ not }) => not(isHidden(viewer)))
    .executeTakeFirst()
  return open && findCandidate(db, viewer, open.id)
}

/**
 * Contact data, referral and the person's own goal: for coordinators only. Under non-disclosure for safety how to
 * reach the person is for the own coach only, and `isHidden` says so.
 */
export async function findPrivateDetails(db: Db, viewer: Viewer, candidateId: string) {
  if (!may(viewer, 'candidates.write')) return undefined
  return visibleCandidates(db, viewer)
    .select([
      'candidate.name',
      isHidden(viewer).as('isHidden'),
      sql<string | null>`case when not ${isHidden(viewer)} then candidate.email end`.as('email'),
      sql<string | null>`case when not ${isHidden(viewer)} then candidate.phone end`.as('phone'),
      sql<string | null>`case when not ${isHidden(viewer)} then candidate.street end`.as('street'),
      'candidate.goal',
      'candidate.non_disclosure as nonDisclosure',
      'candidate.referred_by as referredBy',
      'candidate.referred_on as referredOn',
      'candidate.eura_started_on as euraStartedOn',
      'candidate.eura_ended_on as euraEndedOn',
    ])
    .where('candidate.id', '=', candidateId)
    .executeTakeFirst()
}

/**
 * Adds a person; the coordinator becomes the coach. Gives the new id. Somebody whose data were erased comes back only
 * when they have come themselves (`cameBack`).
 */
export async function addCandidate(trx: Trx, viewer: Viewer, details: NewCandidate): Promise<string> {
  if (!details.cameBack && (await wasErased(trx, details))) throw new RuleError('candidates:erased_before')
  const { id } = await trx
    .insertInto('candidate')
    .values({ ...columnsOf(details), coach_id: viewer.userId, created_by: viewer.userId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveLanguages(trx, viewer, id, details.languages)
  await noteCoach(trx, viewer, id, { from: null, to: viewer.userId, reason: null })
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'candidate_added',
    subject: ['candidate', id],
    candidateId: id,
  })
  return id
}

/**
 * Changes the details; false when somebody else changed them since `version`. Under non-disclosure for safety only the
 * own coach may.
 */
export async function changeCandidate(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  form: CandidateDetails & { version: number },
): Promise<boolean> {
  const hidden = await trx
    .selectFrom('candidate')
    .select('id')
    .where('id', '=', candidateId)
    .where('coach_id', 'is not', null)
    .where(isHidden(viewer))
    .executeTakeFirst()
  if (hidden) throw new RuleError('candidates:only_coach')
  const columns = columnsOf(form)
  const before = await trx
    .selectFrom('candidate')
    .select(Object.keys(columns) as (keyof typeof columns)[])
    .where('id', '=', candidateId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const changed = await changeAtVersion(trx, 'candidate', { id: candidateId, version: form.version }, columns)
  if (!changed) return false
  await noteFactSources(trx, viewer, candidateId, changedFacts(before, columns), 'coach')
  await saveLanguages(trx, viewer, candidateId, form.languages)
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'candidate_changed',
    subject: ['candidate', candidateId],
    candidateId,
  })
  return true
}

function columnsOf(details: CandidateDetails) {
  return {
    name: details.name,
    email: details.email ?? null,
    phone: details.phone ?? null,
    street: details.street ?? null,
    municipality: details.municipality ?? null,
    language: details.language,
    non_disclosure: details.nonDisclosure,
    headline: details.headline ?? null,
    about: details.about ?? null,
    goal: details.goal ?? null,
    forms: details.forms,
    works_in: placesOf(details.worksIn),
    remote: details.remote,
    available_from: details.availableFrom ?? null,
    referred_by: details.referredBy ?? null,
    referred_on: details.referredOn ?? null,
    eura_started_on: details.euraStartedOn ?? null,
    eura_ended_on: details.euraEndedOn ?? null,
  }
}
