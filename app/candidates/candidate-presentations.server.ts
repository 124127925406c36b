import { sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { tellsPlaces } from './non-disclosure.server'

/**
 * To whom a person has been presented and what was answered, newest first; `isHidden` is one that only non-disclosure
 * for safety keeps from an employer who would see it otherwise. The caller has found the person.
 */
export async function listCandidatePresentations(db: Db, viewer: Pick<Viewer, 'roles'>, candidateId: string) {
  if (!may(viewer, 'presentations.read')) return []
  return db
    .selectFrom('presentation')
    .innerJoin('company', 'company.id', 'presentation.company_id')
    .innerJoin('candidate', 'candidate.id', 'presentation.candidate_id')
    .leftJoin('need', 'need.id', 'presentation.need_id')
    .select([
      'presentation.id',
      'presentation.sent_at as sentAt',
      'presentation.answer',
      'presentation.released_comment as released',
      'company.name as companyName',
      'need.title as needTitle',
      isHiddenFromEmployer().as('isHidden'),
    ])
    .where('presentation.candidate_id', '=', candidateId)
    .orderBy('presentation.id', 'desc')
    .limit(50)
    .execute()
}

/** How many profiles left the screens of employers when the person came under non-disclosure for safety. */
export async function countHiddenPresentations(db: Db, candidateId: string): Promise<number> {
  const { count } = await db
    .selectFrom('presentation')
    .innerJoin('candidate', 'candidate.id', 'presentation.candidate_id')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('presentation.candidate_id', '=', candidateId)
    .where(isHiddenFromEmployer())
    .executeTakeFirstOrThrow()
  return count
}

/** SQL: whether nobody ended the presentation and its time runs, but non-disclosure keeps it from the employer. */
function isHiddenFromEmployer() {
  return sql<boolean>`(
    ${tellsPlaces('presentation')}
    and presentation.status <> 'closed' and presentation.ended_by is null
    and presentation.expires_on >= ${today()}::date
  )`
}

export type CandidatePresentation = Awaited<ReturnType<typeof listCandidatePresentations>>[number]
