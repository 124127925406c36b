import { type SqlBool, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { shownName } from '~/candidates/candidates.server'
import { readableSnapshot } from '~/candidates/non-disclosure.server'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape, type Page } from '~/platform/list-params'
import { STANDINGS } from './presentation'
import type { ShownMatch, ShownProfile } from './shown-profile'
import { presentationsWithGrounds, standing } from './standing.server'

/** Every read of presentations for a page of the house starts here. */
export function visiblePresentations(db: Db, viewer: Pick<Viewer, 'roles'>) {
  const presentations = presentationsWithGrounds(db)
  return may(viewer, 'presentations.read') ? presentations : presentations.where(sql<SqlBool>`false`)
}

export const presentationListShape = {
  sorts: ['sent', 'company', 'number', 'expires'],
  defaultDirection: 'desc',
  filters: {
    status: ['waiting', ...STANDINGS],
    answer: ['interested', 'not_now', 'tell_me_more'],
    need: null,
  },
} as const satisfies ListShape<string>
type PresentationSort = (typeof presentationListShape.sorts)[number]

/** One page of presentations, newest first. */
export async function listPresentations(
  db: Db,
  viewer: Viewer,
  list: ListParams<PresentationSort>,
): Promise<Page<PresentationListRow>> {
  const matching = matchingPresentations(db, viewer, list)
  const order = {
    sent: sql`presentation.id`,
    company: sql`company.name collate "fi-FI-x-icu"`,
    number: sql`candidate.number`,
    expires: sql`presentation.expires_on`,
  }[list.sort]
  return readListPage(db, list, {
    rows: presentationListRows(matching, viewer)
      .orderBy(order, list.direction)
      .orderBy('presentation.id', 'desc'),
    matching: matching.select('presentation.id'),
  })
}

function matchingPresentations(db: Db, viewer: Viewer, { search, filters }: ListParams<PresentationSort>) {
  let presentations = visiblePresentations(db, viewer)
  if (filters.status === 'waiting')
    presentations = presentations.where(sql<SqlBool>`(${standing()}) in ('sent', 'viewed')`)
  else if (filters.status)
    presentations = presentations.where(sql<SqlBool>`(${standing()}) = ${filters.status}`)
  if (filters.answer) presentations = presentations.where('presentation.answer', '=', filters.answer)
  if (filters.need)
    presentations = presentations.where(sql<SqlBool>`presentation.need_id::text = ${filters.need}`)
  if (search) {
    const pattern = containsPattern(search)
    presentations = presentations.where((where) =>
      where.or([
        where('company.name_lower', 'like', pattern),
        where(sql`lower(candidate.number)`, 'like', pattern),
        where(sql`lower(coalesce(need.title, ''))`, 'like', pattern),
      ]),
    )
  }
  return presentations
}

function presentationListRows(
  presentations: ReturnType<typeof visiblePresentations>,
  viewer: Pick<Viewer, 'roles'>,
) {
  return presentations.select([
    'presentation.id',
    'presentation.tier',
    'presentation.sent_at as sentAt',
    'presentation.expires_on as expiresOn',
    'presentation.answer',
    'presentation.answered_at as answeredAt',
    standing().as('standing'),
    'candidate.id as candidateId',
    'candidate.number',
    shownName(viewer).as('name'),
    'company.id as companyId',
    'company.name as companyName',
    'contact.name as contactName',
    'need.title as needTitle',
  ])
}

export type PresentationListRow = Awaited<
  ReturnType<ReturnType<typeof presentationListRows>['execute']>
>[number]

/**
 * One presentation with everything that was shown and answered, or undefined. The profile is null where non-disclosure
 * for safety keeps it from this viewer.
 */
export async function findPresentation(db: Db, viewer: Viewer, presentationId: string) {
  const presentation = await presentationListRows(visiblePresentations(db, viewer), viewer)
    .leftJoin('user_account as sender', 'sender.id', 'presentation.sent_by')
    .leftJoin('user_account as releaser', 'releaser.id', 'presentation.released_by')
    .select([
      'presentation.need_id as needId',
      'presentation.cv_id as cvId',
      readableSnapshot(viewer, 'presentation').as('profile'),
      'presentation.match',
      'presentation.message',
      'presentation.answer_reasons as answerReasons',
      'presentation.answer_comment as answerComment',
      'presentation.released_comment as releasedComment',
      'presentation.released_at as releasedAt',
      'presentation.ended_at as endedAt',
      'presentation.end_reason as endReason',
      sql<boolean>`exists (select from sealed_list where presentation_id = presentation.id)`.as('hasList'),
      'sender.name as senderName',
      'releaser.name as releaserName',
    ])
    .where('presentation.id', '=', presentationId)
    .executeTakeFirst()
  return (
    presentation && {
      ...presentation,
      profile: presentation.profile as ShownProfile | null,
      match: presentation.match as ShownMatch | null,
    }
  )
}

export type Presentation = NonNullable<Awaited<ReturnType<typeof findPresentation>>>

/** Who opened what and when, newest first. */
export function listPresentationViews(db: Db, presentationId: string) {
  return db
    .selectFrom('presentation_view')
    .innerJoin('user_account', 'user_account.id', 'presentation_view.user_id')
    .select(['presentation_view.at', 'presentation_view.what', 'user_account.name'])
    .where('presentation_view.presentation_id', '=', presentationId)
    .orderBy('presentation_view.at', 'desc')
    .limit(50)
    .execute()
}

/** Takes a presentation back; the employer's next view fails. False when it had ended already. */
export function revokePresentation(
  trx: Trx,
  viewer: Viewer,
  presentation: Pick<Presentation, 'id' | 'companyId' | 'candidateId'>,
  reason: string,
): Promise<boolean> {
  return endPresentation(trx, viewer, presentation, { to: 'revoked', reason })
}

/** Marks a presentation as dealt with; it leaves the employer's pages. False when it had ended already. */
export function closePresentation(
  trx: Trx,
  viewer: Viewer,
  presentation: Pick<Presentation, 'id' | 'companyId' | 'candidateId'>,
  reason: string,
): Promise<boolean> {
  return endPresentation(trx, viewer, presentation, { to: 'closed', reason })
}

async function endPresentation(
  trx: Trx,
  viewer: Viewer,
  { id, companyId, candidateId }: Pick<Presentation, 'id' | 'companyId' | 'candidateId'>,
  { to, reason }: { to: 'revoked' | 'closed'; reason: string },
): Promise<boolean> {
  const ended = await trx
    .updateTable('presentation')
    .set((eb) => ({
      status: to,
      ended_by: viewer.userId,
      ended_at: new Date(),
      end_reason: reason,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('status', 'in', ['sent', 'viewed', 'answered'])
    .returning('id')
    .executeTakeFirst()
  if (!ended) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: to === 'revoked' ? 'presentation_revoked' : 'presentation_closed',
    subject: ['presentation', id],
    companyId,
    candidateId,
  })
  return true
}

/** Keeps the employer's answer in words that are fit for the candidate to read. */
export async function releaseAnswer(
  trx: Trx,
  viewer: Viewer,
  { id, candidateId }: Pick<Presentation, 'id' | 'candidateId'>,
  text: string,
): Promise<void> {
  await trx
    .updateTable('presentation')
    .set((eb) => ({
      released_comment: text,
      released_by: viewer.userId,
      released_at: new Date(),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'presentation_text_released',
    subject: ['presentation', id],
    candidateId,
  })
}
