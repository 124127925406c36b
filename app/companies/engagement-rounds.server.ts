import type { Db } from '~/platform/db.server'

/** Rounds that are not closed, and the one already chosen, for forms that tie something to one. */
export function openRounds(db: Db, chosenId: string | null = null) {
  return db
    .selectFrom('employer_round')
    .select(['id', 'name'])
    .where((where) =>
      where.or([where('closed_at', 'is', null), ...(chosenId ? [where('id', '=', chosenId)] : [])]),
    )
    .orderBy('name')
    .limit(200)
    .execute()
}
