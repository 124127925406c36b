import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { heldSkills } from '~/candidates/candidate-skills.server'
import { removeCv } from '~/candidates/cvs.server'
import { readStoredFile } from '~/files/files.server'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import type { ListParams } from '~/platform/list-params'

/*
 * What the house knows about one person, read by that person. Every function is given the candidate of the session,
 * never one out of an address.
 */

/** The person's details, with who wrote them down and when. */
export async function findOwnDetails(db: Db, candidateId: string) {
  const details = await db
    .selectFrom('candidate')
    .leftJoin('user_account as coach', 'coach.id', 'candidate.coach_id')
    .leftJoin('user_account as writer', 'writer.id', 'candidate.created_by')
    .select([
      'candidate.number',
      'candidate.name',
      'candidate.email',
      'candidate.phone',
      'candidate.street',
      'candidate.municipality',
      'candidate.language',
      'candidate.non_disclosure as nonDisclosure',
      'candidate.goal',
      'candidate.headline',
      'candidate.about',
      'candidate.forms',
      'candidate.works_in as worksIn',
      'candidate.remote',
      'candidate.available_from as availableFrom',
      'candidate.referred_by as referredBy',
      'candidate.referred_on as referredOn',
      'candidate.eura_started_on as euraStartedOn',
      'candidate.eura_ended_on as euraEndedOn',
      'candidate.next_step as nextStep',
      'candidate.next_step_on as nextStepOn',
      'candidate.ended_at as endedAt',
      'candidate.created_at as createdAt',
      'coach.name as coachName',
      'writer.name as writerName',
    ])
    .where('candidate.id', '=', candidateId)
    .executeTakeFirstOrThrow()
  const languages = await db
    .selectFrom('candidate_language')
    .select(['language', 'level'])
    .where('candidate_id', '=', candidateId)
    .orderBy('language')
    .execute()
  return { ...details, languages }
}

export type OwnDetails = Awaited<ReturnType<typeof findOwnDetails>>

/** The skills kept about the person, those not yet confirmed by the person first. */
export function listOwnSkills(db: Db, candidateId: string) {
  return heldSkills(db, candidateId)
    .leftJoin('user_account as confirmer', 'confirmer.id', 'candidate_skill.confirmed_by')
    .select([
      'candidate_skill.source',
      'candidate_skill.confirmed_at as confirmedAt',
      'candidate_skill.person_confirmed_at as personConfirmedAt',
      'confirmer.name as confirmerName',
    ])
    .orderBy('candidate_skill.person_confirmed_at', (order) => order.asc().nullsFirst())
    .orderBy('skill.label_fi')
    .execute()
}

export type OwnSkill = Awaited<ReturnType<typeof listOwnSkills>>[number]

/** The person says that a skill is right. False when there is no such skill any more. */
export async function confirmOwnSkill(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  skillId: string,
): Promise<boolean> {
  const confirmed = await trx
    .updateTable('candidate_skill')
    .set({ person_confirmed_at: new Date() })
    .where('candidate_id', '=', candidateId)
    .where('skill_id', '=', skillId)
    .where('removed_at', 'is', null)
    .returning('skill_id')
    .executeTakeFirst()
  if (!confirmed) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'skill_confirmed_by_person',
    subject: ['candidate', candidateId],
    candidateId,
  })
  return true
}

/** SQL: whether the person brought this version and nobody has put it to use, approved it, decided on it or shown it. */
function isWaitingOwnCv(candidateId: string) {
  return sql<boolean>`(
    cv.made_current_at is null and cv.approved_on is null
    and exists (
      select from user_account where user_account.id = cv.uploaded_by and user_account.candidate_id = ${candidateId}
    )
    and not exists (select from cv_finding where cv_finding.cv_id = cv.id and cv_finding.decision is not null)
    and not exists (select from presentation where presentation.cv_id = cv.id)
  )`
}

/** Takes away a version that the person brought; false where it is not the person's own or somebody has used it. */
export async function removeOwnCv(
  trx: Trx,
  viewer: Viewer,
  { candidateId, cvId }: { candidateId: string; cvId: string },
): Promise<boolean> {
  const cv = await trx
    .selectFrom('cv')
    .select('cv.id')
    .where('cv.id', '=', cvId)
    .where('cv.candidate_id', '=', candidateId)
    .where('cv.removed_at', 'is', null)
    .where(isWaitingOwnCv(candidateId))
    .forUpdate()
    .executeTakeFirst()
  if (!cv) return false
  await removeCv(trx, viewer, { id: cv.id, candidateId })
  return true
}

/** The versions of the CV, newest first. */
export function listOwnCvs(db: Db, candidateId: string) {
  return db
    .selectFrom('cv')
    .innerJoin('stored_file', 'stored_file.id', 'cv.file_id')
    .leftJoin('user_account as uploader', 'uploader.id', 'cv.uploaded_by')
    .select([
      'cv.id',
      'cv.version_number as number',
      'cv.file_id as fileId',
      'cv.status',
      sql<boolean>`uploader.candidate_id is not null`.as('isPersonsOwn'),
      'cv.uploaded_at as uploadedAt',
      'cv.approved_on as approvedOn',
      'cv.made_current_at as madeCurrentAt',
      isWaitingOwnCv(candidateId).as('mayRemove'),
      'stored_file.name as fileName',
      'uploader.name as uploaderName',
    ])
    .where('cv.candidate_id', '=', candidateId)
    .where('cv.removed_at', 'is', null)
    .orderBy('cv.version_number', 'desc')
    .execute()
}

/** The file of one of the person's own CVs, or null. */
export async function readOwnCv(db: Db, candidateId: string, cvId: string) {
  const cv = (await listOwnCvs(db, candidateId)).find(({ id }) => id === cvId)
  return cv ? readStoredFile(cv.fileId) : null
}

/** Who of the house has opened the person's data. */
function readingsOf(db: Db, candidateId: string) {
  return db
    .selectFrom('reading')
    .innerJoin('user_account', 'user_account.id', 'reading.user_id')
    .where('reading.candidate_id', '=', candidateId)
    .where('user_account.candidate_id', 'is', null)
}

const readingColumns = [
  'reading.id',
  'reading.at',
  'reading.what',
  'user_account.name',
  'user_account.organisation',
  'user_account.roles',
] as const

/** A page of the readings, newest first. */
export function listReadings(db: Db, candidateId: string, page: Pick<ListParams, 'page' | 'pageSize'>) {
  const readings = readingsOf(db, candidateId)
  return readListPage(db, page, {
    rows: readings.select(readingColumns).orderBy('reading.id', 'desc'),
    matching: readings.select('reading.id'),
  })
}

/** Every reading, for the person's own copy. */
export function allReadings(db: Db, candidateId: string) {
  return readingsOf(db, candidateId).select(readingColumns).orderBy('reading.id', 'desc').execute()
}

/** The company meant by a business ID or the exact name, for blocking it; undefined when none or several. */
export async function findCompanyToBlock(db: Db, words: string) {
  const written = words.trim()
  const found = await db
    .selectFrom('company')
    .select(['id', 'name'])
    .where((where) =>
      where.or([
        where('business_id', '=', /\d{7}-\d/.exec(written)?.[0] ?? ''),
        where('name_lower', '=', written.toLowerCase()),
      ]),
    )
    .limit(2)
    .execute()
  return found.length === 1 ? found[0] : undefined
}
