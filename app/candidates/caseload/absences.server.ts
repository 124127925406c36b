import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import type { Absence } from './caseload'
import { listCoachChoices } from './coaches.server'

/** The absences of all coaches that go on or come, the first to begin first. */
export function listAbsences(db: Db) {
  return db
    .selectFrom('coach_absence')
    .innerJoin('user_account as coach', 'coach.id', 'coach_absence.coach_id')
    .innerJoin('user_account as substitute', 'substitute.id', 'coach_absence.substitute_id')
    .select([
      'coach_absence.id',
      'coach_absence.coach_id as coachId',
      'coach_absence.starts_on as startsOn',
      'coach_absence.ends_on as endsOn',
      'coach.name as coachName',
      'substitute.name as substituteName',
    ])
    .where('coach_absence.cancelled_at', 'is', null)
    .where('coach_absence.ends_on', '>=', today())
    .orderBy('coach_absence.starts_on')
    .orderBy('coach_absence.id')
    .limit(200)
    .execute()
}

/** Names who stands in for the viewer on these days. One substitute at a time. */
export async function planAbsence(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  { substituteId, startsOn, endsOn }: Absence,
): Promise<void> {
  const coaches = await listCoachChoices(trx)
  if (substituteId === viewer.userId || !coaches.some(({ id }) => id === substituteId))
    throw new RuleError('errors:chosen_is_gone')
  const overlapping = await trx
    .selectFrom('coach_absence')
    .select('id')
    .where('coach_id', '=', viewer.userId)
    .where('cancelled_at', 'is', null)
    .where('starts_on', '<=', endsOn)
    .where('ends_on', '>=', startsOn)
    .executeTakeFirst()
  if (overlapping) throw new RuleError('caseload:absence.overlaps')
  const { id } = await trx
    .insertInto('coach_absence')
    .values({
      coach_id: viewer.userId,
      substitute_id: substituteId,
      starts_on: startsOn,
      ends_on: endsOn,
      created_by: viewer.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'absence_planned',
    subject: ['coach_absence', id],
  })
}

/** Ends one of the viewer's own absences at once; false when it is not there. */
export async function cancelAbsence(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  absenceId: string,
): Promise<boolean> {
  const cancelled = await trx
    .updateTable('coach_absence')
    .set({ cancelled_at: new Date() })
    .where('id', '=', absenceId)
    .where('coach_id', '=', viewer.userId)
    .where('cancelled_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!cancelled) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'absence_cancelled',
    subject: ['coach_absence', absenceId],
  })
  return true
}
