import { type RawBuilder, sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { isOwnCoach } from './caseload/own-coach.server'

/** SQL: whether the person is under non-disclosure for safety and somebody else's: then nothing tells where they live. */
export function isHidden(viewer: Pick<Viewer, 'userId' | 'roles'>): RawBuilder<boolean> {
  if (!may(viewer, 'candidates.write')) return sql<boolean>`candidate.non_disclosure`
  return sql<boolean>`(candidate.non_disclosure and candidate.coach_id is not null and not ${isOwnCoach(viewer)})`
}

/** SQL: where the person lives, as far as this viewer may know it. */
export function shownMunicipality(viewer: Pick<Viewer, 'userId' | 'roles'>): RawBuilder<string | null> {
  return sql<string | null>`case when not ${isHidden(viewer)} then candidate.municipality end`
}

/**
 * SQL: the name of the coach to whom showing this person is left, for a viewer who is no coach and while the person is
 * under non-disclosure for safety; empty where the person has no coach, null where the viewer may show the person.
 */
export function reservedFor(viewer: Pick<Viewer, 'roles'>): RawBuilder<string | null> {
  if (may(viewer, 'candidates.write')) return sql<string | null>`null::text`
  return sql<string | null>`case when candidate.non_disclosure then coalesce(
    (select user_account.name from user_account where user_account.id = candidate.coach_id), ''
  ) end`
}

/**
 * SQL over `candidate` and a presentation or plan of that name: whether what stands in it was written down before the
 * person came under non-disclosure for safety. What is shown under it has the coach's reason and no places; the rest no
 * employer may see from then on, and of staff only who may know where the person lives.
 */
export function tellsPlaces(snapshot: 'presentation' | 'presentation_plan'): RawBuilder<boolean> {
  return sql<boolean>`(candidate.non_disclosure and ${sql.ref(snapshot)}.second_look is null)`
}

/** SQL over the same: the profile as it was written down, null where `tellsPlaces` keeps it from this viewer. */
export function readableSnapshot(
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  snapshot: 'presentation' | 'presentation_plan',
): RawBuilder<unknown> {
  return sql`case when not (${tellsPlaces(snapshot)} and ${isHidden(viewer)}) then ${sql.ref(`${snapshot}.profile`)} end`
}

/** SQL: whether what tells where this person is, such as CVs, is for this viewer to read. */
export function isOpenTo(
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  candidateId: string | RawBuilder<string>,
): RawBuilder<boolean> {
  return sql<boolean>`not exists (
    select from candidate where candidate.id = ${candidateId} and ${isHidden(viewer)}
  )`
}
