import { type SqlBool, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { enqueue } from '~/jobs/queue.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { forgetUnknownWordsOfCv } from '~/skills/unknown-words/unknown-words.server'
import type { CvForm } from './cv-form'
import type { CvReading } from './cv-reading/cv-reading'
import { isOpenTo } from './non-disclosure.server'

/**
 * Every read of CVs starts here: files and their text are for coordinators, and as they tell where the person lives,
 * under non-disclosure for safety for the own coach only.
 */
function visibleCvs(db: Db, viewer: Pick<Viewer, 'userId' | 'roles'>) {
  const cvs = db.selectFrom('cv').where('cv.removed_at', 'is', null)
  if (!may(viewer, 'candidates.write')) return cvs.where('cv.id', 'is', null)
  return cvs.where(isOpenTo(viewer, sql`cv.candidate_id`))
}

/** The versions of a person's CV that the viewer may see, newest first. */
export async function listCvs(db: Db, viewer: Viewer, candidateId: string) {
  return visibleCvs(db, viewer)
    .leftJoin('user_account as uploader', 'uploader.id', 'cv.uploaded_by')
    .select([
      'cv.id',
      'cv.version_number as number',
      'cv.status',
      'cv.problem',
      sql<boolean>`uploader.candidate_id is not null`.as('isPersonsOwn'),
      'cv.uploaded_at as uploadedAt',
      'cv.approved_on as approvedOn',
      'cv.made_current_at as madeCurrentAt',
    ])
    .select((eb) => [
      eb
        .selectFrom('cv_finding')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('cv_finding.cv_id', '=', 'cv.id')
        .where('cv_finding.decision', 'is', null)
        .as('undecided'),
    ])
    .where('cv.candidate_id', '=', candidateId)
    .orderBy('cv.version_number', 'desc')
    .execute()
}

/** One version with what was read in it; undefined when the viewer may not see it. */
export async function findCv(db: Db, viewer: Viewer, at: { candidateId: string; cvId: string }) {
  const cv = await visibleCvs(db, viewer)
    .innerJoin('stored_file', 'stored_file.id', 'cv.file_id')
    .leftJoin('user_account as uploader', 'uploader.id', 'cv.uploaded_by')
    .select([
      sql<boolean>`uploader.candidate_id is not null`.as('isPersonsOwn'),
      'cv.id',
      'cv.version_number as number',
      'cv.status',
      'cv.problem',
      'cv.text',
      'cv.reading',
      'cv.language',
      'cv.pages',
      'cv.pages_read as pagesRead',
      'cv.confidence',
      'cv.came_as as cameAs',
      'cv.form',
      'cv.file_id as fileId',
      'cv.approved_on as approvedOn',
      'cv.made_current_at as madeCurrentAt',
      'stored_file.name as fileName',
      'stored_file.media_type as mediaType',
    ])
    .where('cv.id', '=', at.cvId)
    .where('cv.candidate_id', '=', at.candidateId)
    .executeTakeFirst()
  return cv && { ...cv, reading: cv.reading as CvReading | null, form: cv.form as CvForm | null }
}

/** Where in a CV's text the sentences stand in which something was found, and the personal ones. */
export function spansIn(reading: CvReading | null, findings: { startsAt: number; endsAt: number }[]) {
  const spans = reading?.sentences ?? []
  const spanOf = ({ start, end }: { start: number; end: number }) => ({ start, end })
  const isFound = ({ start, end }: { start: number; end: number }) =>
    findings.some(({ startsAt, endsAt }) => endsAt > startsAt && startsAt >= start && startsAt < end)
  return {
    personal: spans.filter(({ personal }) => personal).map(spanOf),
    sentences: spans.filter((span) => !span.personal && isFound(span)).map(spanOf),
  }
}

/**
 * A sentence copied out of a CV, where it stands in the text: blanks and line ends may differ. Nothing copied is
 * an empty sentence; one with personal facts is no evidence.
 */
export function sentenceIn(
  cv: { text: string | null; reading: CvReading | null },
  copied: string,
): { text: string; start: number } | 'unknown' | 'personal' {
  const words = copied.split(/\s+/).filter(Boolean)
  if (words.length === 0) return { text: '', start: 0 }
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')
  const found = new RegExp(pattern, 'iu').exec(cv.text ?? '')
  if (!found) return 'unknown'
  const start = found.index
  const end = start + found[0].length
  const isPersonal = cv.reading?.sentences.some(
    (sentence) => sentence.personal && sentence.start < end && sentence.end > start,
  )
  return isPersonal ? 'personal' : { text: found[0], start }
}

/** How a version came: as a file, as pasted text, or filled in here with what was filled in. */
type CvOrigin = { cameAs: 'file' | 'pasted' } | { cameAs: 'form'; form: CvForm }

/**
 * Keeps a stored file as the next version and asks for it to be read. Gives the new CV's id. The earlier version stays
 * in use until the reading has found a CV (see `putReadCvToUse`).
 */
export async function addCv(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  fileId: string,
  origin: CvOrigin = { cameAs: 'file' },
): Promise<string> {
  // Two uploads at once must not take the same version number.
  await trx.selectFrom('candidate').select('id').where('id', '=', candidateId).forUpdate().execute()
  const { last } = await trx
    .selectFrom('cv')
    .select((eb) => eb.fn.max('version_number').as('last'))
    .where('candidate_id', '=', candidateId)
    .executeTakeFirstOrThrow()
  const { id } = await trx
    .insertInto('cv')
    .values({
      candidate_id: candidateId,
      file_id: fileId,
      version_number: (last ?? 0) + 1,
      uploaded_by: viewer.userId,
      came_as: origin.cameAs,
      form: origin.cameAs === 'form' ? origin.form : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enqueue(trx, 'read_cv', { cvId: id }, { key: id })
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'cv_uploaded',
    subject: ['cv', id],
    candidateId,
  })
  return id
}

/** Puts a version in the queue to be read anew. */
export async function readCvAgain(
  trx: Trx,
  viewer: Viewer,
  cv: { id: string; candidateId: string },
): Promise<void> {
  const { id: cvId, candidateId } = cv
  await trx
    .updateTable('cv')
    .set({ status: 'waiting', problem: null, pages_read: null })
    .where('id', '=', cvId)
    .execute()
  await enqueue(trx, 'read_cv', { cvId }, { key: cvId })
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'cv_read_again',
    subject: ['cv', cvId],
    candidateId,
  })
}

/**
 * The person has gone through this version and allows it to be shown by name, once a T2 consent is given. Refused
 * where a personal identity code stands in it: that must not be printed needlessly (1050/2018 29 §).
 */
export async function approveCv(
  trx: Trx,
  viewer: Viewer,
  cv: { id: string; candidateId: string },
): Promise<void> {
  const { reading } = await trx
    .selectFrom('cv')
    .select('reading')
    .where('id', '=', cv.id)
    .executeTakeFirstOrThrow()
  const facts = (reading as CvReading | null)?.personalFacts ?? []
  if (facts.some(({ kind }) => kind === 'identity_code')) throw new RuleError('cvs:problem.identity_code')
  await trx
    .updateTable('cv')
    .set({ approved_on: today(), approved_by: viewer.userId })
    .where('id', '=', cv.id)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'cv_approved',
    subject: ['cv', cv.id],
    candidateId: cv.candidateId,
  })
}

/** Makes this version the one in use; the others stay as they are. */
export async function putCvToUse(
  trx: Trx,
  viewer: Viewer,
  cv: { id: string; candidateId: string },
): Promise<void> {
  await trx.updateTable('cv').set({ made_current_at: new Date() }).where('id', '=', cv.id).execute()
  await makeOnlyCurrent(trx, cv.candidateId, cv.id)
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'cv_put_to_use',
    subject: ['cv', cv.id],
    candidateId: cv.candidateId,
  })
}

/**
 * Puts a version to use in which the reading has found a CV: at its first reading, unless a newer one is in use already,
 * and at any where none is. What the person brought waits until somebody who has looked at it puts it to use. Runs before
 * the result of the reading is kept.
 */
export async function putReadCvToUse(trx: Trx, cv: { id: string; candidateId: string }): Promise<void> {
  // Two readings that end at once must not both be in use.
  await trx.selectFrom('candidate').select('id').where('id', '=', cv.candidateId).forUpdate().execute()
  const inUse = sql`from cv as other where other.candidate_id = cv.candidate_id
    and other.made_current_at is not null and other.removed_at is null`
  const taken = await trx
    .updateTable('cv')
    .set({ made_current_at: new Date() })
    .where('id', '=', cv.id)
    .where(
      sql<SqlBool>`not exists (select ${inUse} and (cv.read_at is not null or other.version_number >= cv.version_number))`,
    )
    .where(sql<SqlBool>`not exists (
      select from user_account where user_account.id = cv.uploaded_by and user_account.candidate_id is not null
    )`)
    .returning('id')
    .executeTakeFirst()
  if (taken) await makeOnlyCurrent(trx, cv.candidateId, cv.id)
}

/** Takes a version away from sight. A version that an employer can see now must be revoked there first. */
export async function removeCv(
  trx: Trx,
  viewer: Viewer,
  cv: { id: string; candidateId: string },
): Promise<void> {
  const shown = await trx
    .selectFrom('presentation')
    .select('id')
    .where('cv_id', '=', cv.id)
    .where('status', 'in', ['sent', 'viewed', 'answered'])
    .executeTakeFirst()
  if (shown) throw new RuleError('cvs:shown_now')
  await trx.updateTable('cv').set({ removed_at: new Date() }).where('id', '=', cv.id).execute()
  await forgetUnknownWordsOfCv(trx, cv.id)
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'cv_removed',
    subject: ['cv', cv.id],
    candidateId: cv.candidateId,
  })
}

async function makeOnlyCurrent(trx: Trx, candidateId: string, cvId: string): Promise<void> {
  await trx
    .updateTable('cv')
    .set({ made_current_at: null })
    .where('candidate_id', '=', candidateId)
    .where('id', '!=', cvId)
    .execute()
}
