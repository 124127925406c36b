import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { recordContact } from '~/companies/contact-ledger.server'
import { readStoredFile } from '~/files/files.server'
import type { Db, Trx } from '~/platform/db.server'
import type { Answer } from '~/presentations/presentation'
import type { ShownMatch, ShownProfile } from '~/presentations/shown-profile'
import { isOpenNow, presentationsWithGrounds } from '~/presentations/standing.server'

/*
 * Everything an employer can read or write passes through this file: whatever is not selected here by name does
 * not reach the portal. It reads presentations sent to the viewer's own contact and nothing else.
 */

/** Opening the same profile again within this time is the same look at it. */
const SAME_LOOK_MINUTES = 10

/** Presentations sent to this very person of this very company, whether or not they may still be seen. */
function sentTo(db: Db, viewer: Viewer) {
  return presentationsWithGrounds(db)
    .where('presentation.contact_id', '=', viewer.contactId)
    .where('presentation.company_id', '=', viewer.companyId)
}

/** The same, as far as they may be seen at this moment. */
function shownTo(db: Db, viewer: Viewer) {
  return sentTo(db, viewer).where(isOpenNow())
}

/** The profiles an employer can open, by need, those without an answer first. */
export async function listShownProfiles(db: Db, viewer: Viewer) {
  const rows = await shownTo(db, viewer)
    .select([
      'presentation.id',
      'presentation.tier',
      'presentation.sent_at as sentAt',
      'presentation.expires_on as expiresOn',
      'presentation.answer',
      sql<string | null>`presentation.profile ->> 'headline'`.as('headline'),
      'need.id as needId',
      'need.title as needTitle',
    ])
    .orderBy(sql`presentation.answered_at is not null`)
    .orderBy('presentation.id', 'desc')
    .limit(200)
    .execute()
  return rows
}

export type ShownProfileRow = Awaited<ReturnType<typeof listShownProfiles>>[number]

/** One profile as it was shown, or undefined; also undefined from the moment it may not be seen any more. */
export async function findShownProfile(db: Db, viewer: Viewer, presentationId: string) {
  const shown = await shownTo(db, viewer)
    .select([
      'presentation.id',
      'presentation.tier',
      'presentation.profile',
      'presentation.match',
      'presentation.message',
      'presentation.expires_on as expiresOn',
      'presentation.answer',
      'presentation.answer_reasons as reasons',
      'presentation.answer_comment as comment',
      'need.title as needTitle',
    ])
    .where('presentation.id', '=', presentationId)
    .executeTakeFirst()
  return (
    shown && {
      ...shown,
      profile: shown.profile as ShownProfile,
      match: shown.match as ShownMatch | null,
    }
  )
}

/** Whether a profile that cannot be seen now was once sent to this person; never why it is gone. */
export async function wasSentTo(db: Db, viewer: Viewer, presentationId: string): Promise<boolean> {
  const sent = await sentTo(db, viewer)
    .select('presentation.id')
    .where('presentation.id', '=', presentationId)
    .executeTakeFirst()
  return sent !== undefined
}

/** Notes that the profile or the CV was opened; the first look moves the presentation on. */
export async function recordView(
  trx: Trx,
  viewer: Viewer,
  presentationId: string,
  what: 'profile' | 'cv',
): Promise<void> {
  const seen = await trx
    .selectFrom('presentation_view')
    .select('at')
    .where('presentation_id', '=', presentationId)
    .where('user_id', '=', viewer.userId)
    .where('what', '=', what)
    .where('at', '>', new Date(Date.now() - SAME_LOOK_MINUTES * 60_000))
    .executeTakeFirst()
  if (seen) return
  await trx
    .insertInto('presentation_view')
    .values({ presentation_id: presentationId, user_id: viewer.userId, what })
    .execute()
  const grounds = await trx
    .updateTable('presentation')
    .set({ status: sql`case when status = 'sent' then 'viewed' else status end` })
    .where('id', '=', presentationId)
    .returning(['company_id as companyId', 'candidate_id as candidateId'])
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: what === 'cv' ? 'presentation_cv_viewed' : 'presentation_viewed',
    subject: ['presentation', presentationId],
    ...grounds,
  })
}

/** Keeps the employer's answer; it can be changed as long as the profile is open. False when it is not. */
export async function answerPresentation(
  trx: Trx,
  viewer: Viewer,
  presentationId: string,
  answer: Answer,
): Promise<boolean> {
  const shown = await lockedForAnswer(trx, viewer, presentationId)
  if (!shown) return false
  if (shown.answer === answer) return true
  await trx
    .updateTable('presentation')
    .set((eb) => ({
      status: 'answered',
      answer,
      answer_reasons: [],
      answered_by: viewer.userId,
      answered_at: new Date(),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', presentationId)
    .execute()
  await recordContact(trx, {
    companyId: shown.companyId,
    channel: 'portal',
    subject: ['presentation', presentationId],
    reached: true,
    userId: shown.sentBy,
    roundId: shown.roundId,
  })
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: `presentation_${answer}`,
    subject: ['presentation', presentationId],
    companyId: shown.companyId,
    candidateId: shown.candidateId,
  })
  return true
}

/** Keeps the reasons and the comment beside the answer. False when the profile is closed or not answered. */
export async function explainAnswer(
  trx: Trx,
  viewer: Viewer,
  presentationId: string,
  given: { reasons: string[]; comment: string | undefined },
): Promise<boolean> {
  const shown = await lockedForAnswer(trx, viewer, presentationId)
  if (!shown?.answer) return false
  await trx
    .updateTable('presentation')
    .set((eb) => ({
      answer_reasons: given.reasons,
      answer_comment: given.comment ?? null,
      answered_by: viewer.userId,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', presentationId)
    .execute()
  return true
}

function lockedForAnswer(trx: Trx, viewer: Viewer, presentationId: string) {
  return shownTo(trx, viewer)
    .select([
      'presentation.answer',
      'presentation.company_id as companyId',
      'presentation.candidate_id as candidateId',
      'presentation.round_id as roundId',
      'presentation.sent_by as sentBy',
    ])
    .where('presentation.id', '=', presentationId)
    .forUpdate(['presentation', 'consent'])
    .executeTakeFirst()
}

/**
 * The CV that was shared by name, or undefined when there is none or it may not be seen now. Throws when the file
 * is not byte for byte the one that was shared.
 */
export async function readSharedCv(db: Db, viewer: Viewer, presentationId: string) {
  const shared = await shownTo(db, viewer)
    .innerJoin('cv', 'cv.id', 'presentation.cv_id')
    .select(['cv.file_id as fileId', 'presentation.cv_sha256 as sha256'])
    .where('presentation.id', '=', presentationId)
    .where('presentation.tier', '=', 'T2')
    .where('cv.removed_at', 'is', null)
    .executeTakeFirst()
  if (!shared) return undefined
  const file = await readStoredFile(shared.fileId)
  if (!file) return undefined
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  if (sha256 !== shared.sha256)
    throw new Error(`the CV of presentation ${presentationId} is not the shared one`)
  return file
}
