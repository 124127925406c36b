import { type SqlBool, sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { visibleCandidates } from '~/candidates/candidates.server'
import { plusDays, today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'

/** A call leads to work in weeks: who is free by then is ready today. */
export const READY_WITHIN_DAYS = 30

/**
 * People who take part, are free within a month, and have agreed to be shown to some company or open round. A start
 * that is not told is no obstacle, as in matching.
 */
export function readyPeople(db: Db, viewer: Pick<Viewer, 'roles'>) {
  return visibleCandidates(db, viewer)
    .where('candidate.ended_at', 'is', null)
    .where(
      sql<SqlBool>`(
        candidate.available_from is null
        or candidate.available_from <= ${plusDays(today(), READY_WITHIN_DAYS)}::date
      )`,
    )
    .where(sql<SqlBool>`exists (
      select from consent left join employer_round on employer_round.id = consent.round_id
      where consent.candidate_id = candidate.id and consent.tier in ('T1', 'T2') and consent.answer = 'given'
        and consent.superseded_at is null and consent.withdrawn_at is null
        and consent.expires_on >= ${today()}::date and employer_round.closed_at is null
    )`)
}
