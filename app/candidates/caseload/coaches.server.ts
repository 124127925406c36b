import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { isOwnCoach } from './own-coach.server'

const MOST = 200

/** Coordinators who can have a caseload, by name. */
export function listCoachChoices(db: Db) {
  return db
    .selectFrom('user_account')
    .select(['user_account.id', 'user_account.name'])
    .where('user_account.closed_at', 'is', null)
    .where(sql<boolean>`'coordinator' = any(user_account.roles)`)
    .orderBy(sql`user_account.name collate "fi-FI-x-icu"`)
    .limit(MOST)
    .execute()
}

/** Whose the person is now, who stands in today, and the next step agreed; undefined for nobody. */
export function findCare(db: Db, candidateId: string) {
  return db
    .selectFrom('candidate')
    .leftJoin('user_account as coach', 'coach.id', 'candidate.coach_id')
    .leftJoin('coach_absence', (join) =>
      join
        .onRef('coach_absence.coach_id', '=', 'candidate.coach_id')
        .on('coach_absence.cancelled_at', 'is', null)
        .on('coach_absence.starts_on', '<=', today())
        .on('coach_absence.ends_on', '>=', today()),
    )
    .leftJoin('user_account as substitute', 'substitute.id', 'coach_absence.substitute_id')
    .select([
      'candidate.coach_id as coachId',
      'coach.name as coachName',
      'coach_absence.ends_on as awayUntil',
      'substitute.name as substituteName',
      'candidate.next_step as nextStep',
      'candidate.next_step_on as nextStepOn',
    ])
    .where('candidate.id', '=', candidateId)
    .executeTakeFirst()
}

export type Care = NonNullable<Awaited<ReturnType<typeof findCare>>>

/** Who has been responsible for the person, newest first. */
export function listCoachChanges(db: Db, candidateId: string) {
  return db
    .selectFrom('coach_change')
    .leftJoin('user_account as from', 'from.id', 'coach_change.from_id')
    .leftJoin('user_account as to', 'to.id', 'coach_change.to_id')
    .leftJoin('user_account as changer', 'changer.id', 'coach_change.changed_by')
    .select([
      'coach_change.id',
      'coach_change.reason',
      'coach_change.changed_at as changedAt',
      'from.name as fromName',
      'to.name as toName',
      'changer.name as changerName',
    ])
    .where('coach_change.candidate_id', '=', candidateId)
    .orderBy('coach_change.id', 'desc')
    .limit(MOST)
    .execute()
}

/**
 * Makes another coordinator responsible; false when somebody else changed the person since `version`. Under
 * non-disclosure for safety only the own coach hands over, unless nobody works as one any more.
 */
export async function handOver(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  change: { coachId: string; reason: string; version: number },
): Promise<boolean> {
  const before = await trx
    .selectFrom('candidate')
    .leftJoin('user_account as coach', 'coach.id', 'candidate.coach_id')
    .select([
      'candidate.coach_id as coachId',
      sql<boolean>`candidate.non_disclosure and coach.id is not null and coach.closed_at is null
        and not ${isOwnCoach(viewer)}`.as('onlyCoach'),
    ])
    .where('candidate.id', '=', candidateId)
    .where('candidate.version', '=', change.version)
    .forUpdate('candidate')
    .executeTakeFirst()
  if (!before) return false
  if (before.onlyCoach) throw new RuleError('candidates:only_coach')
  if (before.coachId === change.coachId) throw new RuleError('caseload:hand_over.same')
  const coaches = await listCoachChoices(trx)
  if (!coaches.some(({ id }) => id === change.coachId)) throw new RuleError('errors:chosen_is_gone')
  await trx
    .updateTable('candidate')
    .set({ coach_id: change.coachId, version: change.version + 1 })
    .where('id', '=', candidateId)
    .execute()
  await noteCoach(trx, viewer, candidateId, {
    from: before.coachId,
    to: change.coachId,
    reason: change.reason,
  })
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'candidate_handed_over',
    subject: ['candidate', candidateId],
    candidateId,
  })
  return true
}

/** Keeps the history of who is responsible. */
export async function noteCoach(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  { from, to, reason }: { from: string | null; to: string; reason: string | null },
): Promise<void> {
  await trx
    .insertInto('coach_change')
    .values({ candidate_id: candidateId, from_id: from, to_id: to, reason, changed_by: viewer.userId })
    .execute()
}

/** Writes down the next step agreed with the person; empty words take it away. */
export async function setNextStep(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  step: { nextStep?: string; nextStepOn?: string },
): Promise<void> {
  await trx
    .updateTable('candidate')
    .set({ next_step: step.nextStep ?? null, next_step_on: step.nextStepOn ?? null })
    .where('id', '=', candidateId)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'next_step_set',
    subject: ['candidate', candidateId],
    candidateId,
  })
}

/** Whose people the viewer may hand over all at once, with how many: one's own and those of coaches who have left. */
export function listHandOverFrom(db: Db, viewer: Pick<Viewer, 'userId'>) {
  return db
    .selectFrom('candidate')
    .innerJoin('user_account as coach', 'coach.id', 'candidate.coach_id')
    .select((eb) => ['coach.id', 'coach.name', eb.fn.countAll<number>().as('count')])
    .where('candidate.ended_at', 'is', null)
    .where((where) =>
      where.or([where('coach.id', '=', viewer.userId), where('coach.closed_at', 'is not', null)]),
    )
    .groupBy(['coach.id', 'coach.name'])
    .orderBy('coach.name')
    .execute()
}

/** Hands over all active people of a coach; gives how many they were. */
export async function handOverAll(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  change: { fromId: string; coachId: string; reason: string },
): Promise<number> {
  const mine = await listHandOverFrom(trx, viewer)
  if (!mine.some(({ id }) => id === change.fromId)) throw new RuleError('caseload:hand_over_all.own_only')
  if (change.fromId === change.coachId) throw new RuleError('caseload:hand_over.same')
  const people = await trx
    .selectFrom('candidate')
    .select(['id', 'version'])
    .where('coach_id', '=', change.fromId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
  for (const { id, version } of people)
    if (!(await handOver(trx, viewer, id, { ...change, version })))
      throw new RuleError('errors:changed_by_other')
  return people.length
}
