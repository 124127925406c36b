import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'

/** To whom a person has been presented and what was answered, newest first. The caller has found the person. */
export async function listCandidatePresentations(db: Db, viewer: Pick<Viewer, 'roles'>, candidateId: string) {
  if (!may(viewer, 'presentations.read')) return []
  return db
    .selectFrom('presentation')
    .innerJoin('company', 'company.id', 'presentation.company_id')
    .leftJoin('need', 'need.id', 'presentation.need_id')
    .select([
      'presentation.id',
      'presentation.sent_at as sentAt',
      'presentation.answer',
      'presentation.released_comment as released',
      'company.name as companyName',
      'need.title as needTitle',
    ])
    .where('presentation.candidate_id', '=', candidateId)
    .orderBy('presentation.id', 'desc')
    .limit(50)
    .execute()
}

export type CandidatePresentation = Awaited<ReturnType<typeof listCandidatePresentations>>[number]
