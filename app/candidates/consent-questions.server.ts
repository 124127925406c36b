import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { plusMonths, today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import type { ConsentTier, Reopening } from './consent'
import { isSameQuestion, type Question, recordConsentAnswer, requireReopening } from './consents.server'
import { mailPersonLink } from './person-links.server'

/** Questions to one person, newest first; open ones are neither answered nor taken back. */
function questionsTo(db: Db, candidateId: string) {
  return db
    .selectFrom('consent_question')
    .leftJoin('company', 'company.id', 'consent_question.company_id')
    .leftJoin('employer_round', 'employer_round.id', 'consent_question.round_id')
    .leftJoin('user_account as asker', 'asker.id', 'consent_question.asked_by')
    .select([
      'consent_question.id',
      'consent_question.tier',
      'consent_question.company_id as companyId',
      'consent_question.round_id as roundId',
      'consent_question.item',
      'consent_question.purpose',
      'consent_question.because',
      'consent_question.asked_at as askedAt',
      'company.name as companyName',
      'employer_round.name as roundName',
      'asker.name as askerName',
    ])
    .$narrowType<{ tier: ConsentTier; because: 'first' | 'renewal' | Reopening }>()
    .where('consent_question.candidate_id', '=', candidateId)
    .where('consent_question.answered_at', 'is', null)
    .where('consent_question.taken_back_at', 'is', null)
}

/** What a person has been asked and has not answered yet. */
export function listOpenQuestions(db: Db, candidateId: string) {
  return questionsTo(db, candidateId).orderBy('consent_question.id', 'desc').execute()
}

export type OpenQuestion = Awaited<ReturnType<typeof listOpenQuestions>>[number]

/** A question that waits for the person's answer. */
export function findOpenQuestion(db: Db, at: { candidateId: string; questionId: string }) {
  return questionsTo(db, at.candidateId).where('consent_question.id', '=', at.questionId).executeTakeFirst()
}

/**
 * Asks the person on the own pages and mails a link there. Nothing is asked twice at a time, nor again after a no
 * without a reason. `told` is false when the person has no address to be told at.
 */
export async function askConsent(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  question: Question & { because: 'first' | Reopening },
): Promise<{ told: boolean }> {
  await requireReopening(trx, candidateId, question, question.because === 'first' ? null : question.because)
  return putQuestion(trx, viewer, candidateId, { ...question, renewsId: null })
}

/** Asks whether a consent in force may go on; it ends on its day all the same, unless the person says yes anew. */
export async function askRenewal(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  at: { candidateId: string; consentId: string },
): Promise<{ told: boolean }> {
  const consent = await trx
    .selectFrom('consent')
    .select(['tier', 'company_id as companyId', 'round_id as roundId', 'item', 'purpose'])
    .$narrowType<{ tier: ConsentTier }>()
    .where('id', '=', at.consentId)
    .where('candidate_id', '=', at.candidateId)
    .where('answer', '=', 'given')
    .where('withdrawn_at', 'is', null)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (!consent) throw new RuleError('consents:not_in_force')
  const asked = await trx
    .selectFrom('consent_question')
    .select('id')
    .where('renews_id', '=', at.consentId)
    .executeTakeFirst()
  if (asked) throw new RuleError('consents:asked_already')
  return putQuestion(trx, viewer, at.candidateId, {
    ...consent,
    because: 'renewal',
    renewsId: at.consentId,
  })
}

async function putQuestion(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  question: Question & { because: string; renewsId: string | null },
): Promise<{ told: boolean }> {
  const open = await trx
    .selectFrom('consent_question')
    .select('id')
    .where(isSameQuestion(candidateId, question))
    .where('answered_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  if (open) throw new RuleError('consents:asked_already')
  const { id } = await trx
    .insertInto('consent_question')
    .values({
      candidate_id: candidateId,
      tier: question.tier,
      company_id: question.companyId,
      round_id: question.roundId,
      item: question.item,
      purpose: question.purpose,
      because: question.because,
      renews_id: question.renewsId,
      asked_by: viewer.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'consent_asked',
    subject: ['consent_question', id],
    candidateId,
    detail: { tier: question.tier },
  })
  return { told: await mailPersonLink(trx, null, candidateId) }
}

/** Takes a question back that has no answer yet. False when it has one meanwhile. */
export async function takeBackQuestion(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  at: { candidateId: string; questionId: string },
): Promise<boolean> {
  const taken = await trx
    .updateTable('consent_question')
    .set({ taken_back_at: new Date(), taken_back_by: viewer.userId })
    .where('id', '=', at.questionId)
    .where('candidate_id', '=', at.candidateId)
    .where('answered_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .returning('tier')
    .executeTakeFirst()
  if (!taken) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'consent_question_taken_back',
    subject: ['consent_question', at.questionId],
    candidateId: at.candidateId,
    detail: { tier: taken.tier },
  })
  return true
}

/** The person's own answer, given online after identification; `months` from today for a yes. */
export async function answerOnline(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  question: Question & { because: string },
  answer: { answer: 'given' | 'refused'; months?: string },
): Promise<void> {
  await recordConsentAnswer(trx, viewer, candidateId, {
    ...question,
    answer: answer.answer,
    how: 'online',
    answeredOn: today(),
    expiresOn: answer.months ? plusMonths(today(), Number(answer.months)) : null,
    fileId: null,
    reopenedBecause: question.because === 'need' ? 'need' : 'person',
  })
}
