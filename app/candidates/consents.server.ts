import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import type { ConsentTier, Reopening } from './consent'

/** A question of consent: what may be done, for whom, and about what exactly. */
export type Question = {
  tier: ConsentTier
  companyId: string | null
  roundId: string | null
  item: string | null
  purpose: string | null
}

type Answer = Question & {
  answer: 'given' | 'refused'
  how: string
  answeredOn: string
  expiresOn: string | null
  fileId: string | null
  /** Needed when the last answer to the same question was no. */
  reopenedBecause: Reopening | null
}

/**
 * Everything a person has answered about sharing, newest first, refusals and withdrawals as visible as consents.
 * The person's own words at a withdrawal are for coaches.
 */
export async function listConsents(db: Db, viewer: Pick<Viewer, 'roles'>, candidateId: string) {
  const consents = await db
    .selectFrom('consent')
    .innerJoin('consent_text', 'consent_text.id', 'consent.consent_text_id')
    .leftJoin('company', 'company.id', 'consent.company_id')
    .leftJoin('employer_round', 'employer_round.id', 'consent.round_id')
    .leftJoin('user_account as recorder', 'recorder.id', 'consent.recorded_by')
    .select([
      'consent.id',
      'consent.tier',
      'consent.company_id as companyId',
      'consent.round_id as roundId',
      'consent.answer',
      'consent.how',
      'consent.file_id as fileId',
      'consent.answered_on as answeredOn',
      'consent.expires_on as expiresOn',
      'consent.withdrawn_at as withdrawnAt',
      'consent.withdraw_reason as withdrawReason',
      'consent.superseded_at as supersededAt',
      'consent.item',
      'consent.purpose',
      'consent.reopened_because as reopenedBecause',
      'consent_text.version as textVersion',
      'company.name as companyName',
      'employer_round.name as roundName',
      'recorder.name as recorderName',
    ])
    .where('consent.candidate_id', '=', candidateId)
    .orderBy('consent.recorded_at', 'desc')
    .orderBy('consent.id', 'desc')
    .execute()
  if (may(viewer, 'candidates.write')) return consents
  return consents.map((consent) => ({ ...consent, withdrawReason: null }))
}

export type Consent = Awaited<ReturnType<typeof listConsents>>[number]

/** The wording asked about today, of each tier. */
export async function currentConsentTexts(db: Db) {
  return db
    .selectFrom('consent_text')
    .distinctOn('tier')
    .select(['id', 'tier', 'version', 'text_fi as fi', 'text_sv as sv', 'text_en as en'])
    .where('valid_from', '<=', today())
    .$narrowType<{ tier: ConsentTier }>()
    .orderBy('tier')
    .orderBy('version', 'desc')
    .execute()
}

/**
 * Records a consent or a refusal (both must be marked, 380/2023 118 §); it replaces the earlier answer to the same
 * question and closes the question where it was open. A no becomes a yes only with a recorded reason.
 */
export async function recordConsentAnswer(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  answer: Answer,
): Promise<string> {
  if (answer.answeredOn > today()) throw new RuleError('consents:in_future')
  const text = await trx
    .selectFrom('consent_text')
    .select('id')
    .where('tier', '=', answer.tier)
    .where('valid_from', '<=', answer.answeredOn)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (!text) throw new RuleError('consents:no_text')
  if (answer.answer === 'given') await requireReopening(trx, candidateId, answer, answer.reopenedBecause)
  await trx
    .updateTable('consent')
    .set({ superseded_at: new Date() })
    .where(isSameQuestion(candidateId, answer))
    .where('superseded_at', 'is', null)
    .execute()
  const { id } = await trx
    .insertInto('consent')
    .values({
      candidate_id: candidateId,
      tier: answer.tier,
      company_id: answer.companyId,
      round_id: answer.roundId,
      item: answer.item,
      purpose: answer.purpose,
      answer: answer.answer,
      consent_text_id: text.id,
      how: answer.how,
      file_id: answer.fileId,
      answered_on: answer.answeredOn,
      expires_on: answer.answer === 'given' ? answer.expiresOn : null,
      recorded_by: viewer.userId,
      reopened_because: answer.reopenedBecause,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('consent_question')
    .set({ answered_at: new Date(), consent_id: id })
    .where(isSameQuestion(candidateId, answer))
    .where('answered_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: answer.answer === 'given' ? 'consent_given' : 'consent_refused',
    subject: ['consent', id],
    candidateId,
    detail: { tier: answer.tier },
  })
  return id
}

/** SQL over `consent` or `consent_question`: rows of this person about the same thing. */
export function isSameQuestion(candidateId: string, { tier, companyId, roundId, item }: Question) {
  return sql<boolean>`(
    candidate_id = ${candidateId} and tier = ${tier}
    and company_id is not distinct from ${companyId}::uuid
    and round_id is not distinct from ${roundId}::uuid
    and item is not distinct from ${item}
  )`
}

/**
 * A no, or a yes that was taken back, is asked about again only when the person comes back to it or a need has been
 * recorded since.
 */
export async function requireReopening(
  trx: Trx,
  candidateId: string,
  question: Question,
  because: Reopening | null,
): Promise<void> {
  const no = await trx
    .selectFrom('consent')
    .select(sql<Date>`coalesce(withdrawn_at, recorded_at)`.as('at'))
    .where(isSameQuestion(candidateId, question))
    .where('superseded_at', 'is', null)
    .where((where) => where.or([where('answer', '=', 'refused'), where('withdrawn_at', 'is not', null)]))
    .executeTakeFirst()
  if (!no || because === 'person') return
  if (!because) throw new RuleError('consents:was_refused')
  const need = await trx
    .selectFrom('need')
    .select('id')
    .where('created_at', '>', no.at)
    .where((where) =>
      where.or([where('company_id', '=', question.companyId), where('round_id', '=', question.roundId)]),
    )
    .executeTakeFirst()
  if (!need) throw new RuleError('consents:no_new_need')
}

/** Withdraws a consent; whatever was shown with it closes at the next view. False when it was no longer in force. */
export async function withdrawConsent(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  consentId: string,
  reason: string | null,
): Promise<boolean> {
  const withdrawn = await trx
    .updateTable('consent')
    .set({ withdrawn_at: new Date(), withdrawn_by: viewer.userId, withdraw_reason: reason })
    .where('id', '=', consentId)
    .where('candidate_id', '=', candidateId)
    .where('answer', '=', 'given')
    .where('withdrawn_at', 'is', null)
    .returning('tier')
    .executeTakeFirst()
  if (!withdrawn) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'consent_withdrawn',
    subject: ['consent', consentId],
    candidateId,
    detail: { tier: withdrawn.tier },
  })
  return true
}

/** One consent of one person, for its own pages. */
export async function findConsent(db: Db, at: { candidateId: string; consentId: string }) {
  return db
    .selectFrom('consent')
    .leftJoin('company', 'company.id', 'consent.company_id')
    .leftJoin('employer_round', 'employer_round.id', 'consent.round_id')
    .select([
      'consent.id',
      'consent.tier',
      'consent.answer',
      'consent.file_id as fileId',
      'consent.company_id as companyId',
      'consent.round_id as roundId',
      'consent.item',
      'consent.purpose',
      'consent.expires_on as expiresOn',
      'consent.superseded_at as supersededAt',
      'consent.withdrawn_at as withdrawnAt',
      'company.name as companyName',
      'employer_round.name as roundName',
    ])
    .$narrowType<{ tier: ConsentTier }>()
    .where('consent.id', '=', at.consentId)
    .where('consent.candidate_id', '=', at.candidateId)
    .executeTakeFirst()
}
