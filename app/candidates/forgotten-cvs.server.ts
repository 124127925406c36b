import { type RawBuilder, sql } from 'kysely'
import { removeStoredFile } from '~/files/files.server'
import type { Trx } from '~/platform/db.server'

/**
 * Removes every version of a person's CV with its file, what was found in it, and the sentences quoted from it. Skills
 * that were confirmed stay as words alone.
 */
export async function forgetCvs(trx: Trx, candidateId: string): Promise<void> {
  await trx
    .updateTable('candidate_skill')
    .set({ cv_id: null, evidence: sql`case when source = 'cv' then null else evidence end` })
    .where('candidate_id', '=', candidateId)
    .execute()
  const cvs = await trx
    .deleteFrom('cv')
    .where('candidate_id', '=', candidateId)
    .returning('file_id as fileId')
    .execute()
  for (const fileId of new Set(cvs.map((cv) => cv.fileId))) await removeStoredFile(trx, fileId)
}

/** SQL over `candidate`: whether there is anything of a CV. */
export function holdsCvs(): RawBuilder<boolean> {
  return sql<boolean>`exists (select from cv where cv.candidate_id = candidate.id)`
}
