import type { Db } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import type { ListParams } from '~/platform/list-params'
import type { ShownMatch, ShownProfile } from '~/presentations/shown-profile'
import { presentationsWithGrounds, standing } from '~/presentations/standing.server'

type PageOf = Pick<ListParams, 'page' | 'pageSize'>

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

/** A page of the presentations, newest first. */
export function listOwnPresentations(db: Db, candidateId: string, page: PageOf) {
  return readListPage(db, page, {
    rows: ownPresentations(db, candidateId).orderBy('presentation.id', 'desc'),
    matching: db
      .selectFrom('presentation')
      .select('presentation.id')
      .where('presentation.candidate_id', '=', candidateId),
  })
}

export type OwnPresentation = Awaited<ReturnType<typeof listOwnPresentations>>['rows'][number]

const contentColumns = [
  'presentation.profile',
  'presentation.match',
  'presentation.message',
  'presentation.consent_id as consentId',
  'presentation.cv_id as cvId',
] as const

/** Every presentation with what was shown, for the person's own copy. */
export function allOwnPresentations(db: Db, candidateId: string) {
  return ownPresentations(db, candidateId).select(contentColumns).orderBy('presentation.id', 'desc').execute()
}

/** One presentation exactly as the employer sees it, with everyone who opened it. */
export async function findOwnPresentation(db: Db, candidateId: string, presentationId: string) {
  const presentation = await ownPresentations(db, candidateId)
    .select(contentColumns)
    .where('presentation.id', '=', presentationId)
    .executeTakeFirst()
  if (!presentation) return undefined
  const views = await viewsOf(db, candidateId)
    .select(viewColumns)
    .where('presentation.id', '=', presentationId)
    .orderBy('presentation_view.at', 'desc')
    .execute()
  return {
    ...presentation,
    profile: presentation.profile as ShownProfile,
    match: presentation.match as ShownMatch | null,
    views,
  }
}

const viewColumns = [
  'presentation_view.presentation_id as presentationId',
  'presentation_view.at',
  'presentation_view.what',
  'user_account.name',
  'company.name as companyName',
] as const

/** Who of the employers opened what of this person and when. */
function viewsOf(db: Db, candidateId: string) {
  return db
    .selectFrom('presentation_view')
    .innerJoin('presentation', 'presentation.id', 'presentation_view.presentation_id')
    .innerJoin('user_account', 'user_account.id', 'presentation_view.user_id')
    .innerJoin('company', 'company.id', 'presentation.company_id')
    .where('presentation.candidate_id', '=', candidateId)
}

/** A page of the views of all presentations, newest first. */
export function listViews(db: Db, candidateId: string, page: PageOf) {
  const views = viewsOf(db, candidateId)
  return readListPage(db, page, {
    rows: views.select(viewColumns).orderBy('presentation_view.at', 'desc'),
    matching: views.select('presentation_view.at'),
  })
}

/** Every view, for the person's own copy. */
export function allViews(db: Db, candidateId: string) {
  return viewsOf(db, candidateId).select(viewColumns).orderBy('presentation_view.at', 'desc').execute()
}

/** Who has already seen what a consent allowed: a withdrawal cannot undo that, so the person is told. */
export function listSeenWith(db: Db, candidateId: string, consentId: string) {
  return viewsOf(db, candidateId)
    .select((eb) => [
      'user_account.name',
      'company.name as companyName',
      eb.fn.max('presentation_view.at').as('at'),
    ])
    .where('presentation.consent_id', '=', consentId)
    .groupBy(['user_account.id', 'user_account.name', 'company.name'])
    .execute()
}
