import { sql } from 'kysely'
import type { Db } from '~/platform/db.server'
import type { ShownMatch, ShownProfile } from '~/presentations/shown-profile'
import { presentationsWithGrounds, standing } from '~/presentations/standing.server'

/**
 * What was shown of this person, to whom, and what came back. The employer's own words are not among it: only what
 * staff have put into words for the person.
 */
function ownPresentations(db: Db, candidateId: string) {
  return presentationsWithGrounds(db)
    .select((eb) => [
      'presentation.id',
      'presentation.tier',
      'presentation.sent_at as sentAt',
      'presentation.expires_on as expiresOn',
      'presentation.answer',
      'presentation.answered_at as answeredAt',
      'presentation.released_comment as released',
      'company.id as companyId',
      'company.name as companyName',
      'contact.name as contactName',
      'need.title as needTitle',
      standing().as('standing'),
      eb
        .selectFrom('presentation_view')
        .select((view) => view.fn.max('at').as('at'))
        .whereRef('presentation_view.presentation_id', '=', 'presentation.id')
        .as('lastViewed'),
    ])
    .where('presentation.candidate_id', '=', candidateId)
}

const MOST = 100

export function listOwnPresentations(db: Db, candidateId: string) {
  return ownPresentations(db, candidateId).orderBy('presentation.id', 'desc').limit(MOST).execute()
}

export type OwnPresentation = Awaited<ReturnType<typeof listOwnPresentations>>[number]

/** One presentation exactly as the employer sees it, with everyone who opened it. */
export async function findOwnPresentation(db: Db, candidateId: string, presentationId: string) {
  const presentation = await ownPresentations(db, candidateId)
    .select([
      'presentation.profile',
      'presentation.match',
      'presentation.message',
      'presentation.consent_id as consentId',
      'presentation.cv_id as cvId',
    ])
    .where('presentation.id', '=', presentationId)
    .executeTakeFirst()
  if (!presentation) return undefined
  const views = await listViews(db, candidateId, presentationId)
  return {
    ...presentation,
    profile: presentation.profile as ShownProfile,
    match: presentation.match as ShownMatch | null,
    views,
  }
}

/** Who opened what of this person and when, of one presentation or of all. */
export function listViews(db: Db, candidateId: string, presentationId: string | null) {
  return db
    .selectFrom('presentation_view')
    .innerJoin('presentation', 'presentation.id', 'presentation_view.presentation_id')
    .innerJoin('user_account', 'user_account.id', 'presentation_view.user_id')
    .innerJoin('company', 'company.id', 'presentation.company_id')
    .select([
      'presentation_view.presentation_id as presentationId',
      'presentation_view.at',
      'presentation_view.what',
      'user_account.name',
      'company.name as companyName',
    ])
    .where('presentation.candidate_id', '=', candidateId)
    .where(sql<boolean>`${presentationId}::uuid is null or presentation.id = ${presentationId}::uuid`)
    .orderBy('presentation_view.at', 'desc')
    .limit(200)
    .execute()
}

/** Who has already seen what a consent allowed: a withdrawal cannot undo that, so the person is told. */
export function listSeenWith(db: Db, candidateId: string, consentId: string) {
  return db
    .selectFrom('presentation_view')
    .innerJoin('presentation', 'presentation.id', 'presentation_view.presentation_id')
    .innerJoin('user_account', 'user_account.id', 'presentation_view.user_id')
    .innerJoin('company', 'company.id', 'presentation.company_id')
    .select((eb) => [
      'user_account.name',
      'company.name as companyName',
      eb.fn.max('presentation_view.at').as('at'),
    ])
    .where('presentation.candidate_id', '=', candidateId)
    .where('presentation.consent_id', '=', consentId)
    .groupBy(['user_account.id', 'user_account.name', 'company.name'])
    .execute()
}
