import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { today } from '~/platform/dates'

type Who = Pick<Viewer, 'userId'>

/** SQL: whether the viewer is the person's coach, or stands in for an absent coach today. False for a person without one. */
export function isOwnCoach(viewer: Who): RawBuilder<boolean> {
  return sql<boolean>`(coalesce(candidate.coach_id = ${viewer.userId}, false) or ${isSubstitute(viewer)})`
}

/** SQL: whether the viewer stands in for the person's coach today. */
export function isSubstitute(viewer: Who): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select 1 from coach_absence
    where coach_absence.coach_id = candidate.coach_id and coach_absence.substitute_id = ${viewer.userId}
      and coach_absence.cancelled_at is null
      and ${today()}::date between coach_absence.starts_on and coach_absence.ends_on
  )`
}

/**
 * SQL: whether the person is in the viewer's caseload, in the form of a list of coaches, so that an index on the coach
 * serves it: the viewer and everybody the viewer stands in for today.
 */
export function isInCaseload(viewer: Who): RawBuilder<boolean> {
  return sql<boolean>`candidate.coach_id = any(array(
    select ${viewer.userId}::uuid
    union all
    select coach_absence.coach_id from coach_absence
    where coach_absence.substitute_id = ${viewer.userId} and coach_absence.cancelled_at is null
      and ${today()}::date between coach_absence.starts_on and coach_absence.ends_on
  ))`
}
