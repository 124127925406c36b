import type { Db } from '~/platform/db.server'

/** Rounds that are not closed, for forms that tie something to one. */
export function openRounds(db: Db) {
  return db
    .selectFrom('employer_round')
    .select(['id', 'name'])
    .where('closed_at', 'is', null)
    .orderBy('name')
    .limit(200)
    .execute()
}
