import type { Db } from '~/platform/db.server'

/** How many profiles were shown for a need, and what was answered. */
export async function countAnswers(db: Db, needId: string) {
  const [counts] = await db
    .selectFrom('presentation')
    .select((eb) => [
      eb.fn.countAll<number>().as('shown'),
      eb.fn.count<number>('answered_at').as('answered'),
      eb.fn.countAll<number>().filterWhere('answer', '=', 'interested').as('interested'),
    ])
    .where('need_id', '=', needId)
    .execute()
  return counts ?? { shown: 0, answered: 0, interested: 0 }
}

/** Ids of people who have been presented for a need and whose presentation nobody has ended. */
export async function presentedFor(db: Db, needId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('presentation')
    .select('candidate_id as candidateId')
    .distinct()
    .where('need_id', '=', needId)
    .where('status', 'in', ['sent', 'viewed', 'answered'])
    .execute()
  return new Set(rows.map(({ candidateId }) => candidateId))
}
