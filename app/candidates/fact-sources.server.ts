import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'

/** Where a fact about a person came from: the coach's writing, a CV gone through, or the person's own hand. */
export type FactSource = 'coach' | 'cv' | 'person'

/** Notes who has just written these facts down, in the place of whoever wrote them before. */
export async function noteFactSources(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  facts: readonly string[],
  source: FactSource,
  at = new Date(),
): Promise<void> {
  if (facts.length === 0) return
  await trx
    .insertInto('candidate_fact_source')
    .values(
      facts.map((fact) => ({
        candidate_id: candidateId,
        fact,
        source,
        written_by: viewer.userId,
        written_at: at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['candidate_id', 'fact']).doUpdateSet({
        source: sql`excluded.source`,
        written_by: sql`excluded.written_by`,
        written_at: sql`excluded.written_at`,
      }),
    )
    .execute()
}

/** Facts of a person that were written down or changed after the first record, with who, when and from where. */
export async function listFactSources(db: Db, candidateId: string) {
  const rows = await db
    .selectFrom('candidate_fact_source')
    .leftJoin('user_account as writer', 'writer.id', 'candidate_fact_source.written_by')
    .select(['fact', 'source', 'written_at as writtenAt', 'writer.name as writerName'])
    .where('candidate_fact_source.candidate_id', '=', candidateId)
    .orderBy('fact')
    .execute()
  return rows.map((row) => ({ ...row, source: row.source as FactSource }))
}

/** The names under which two records of the same person differ. */
export function changedFacts(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
