import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { CONSENT_SCOPE, type ConsentState, consentState, type SharingTier } from './consent'

type Answer = {
  tier: SharingTier
  companyId: string | null
  roundId: string | null
  answer: 'given' | 'refused'
  how: string
  answeredOn: string
  expiresOn: string | null
  fileId: string | null
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

/** The wording asked about today, of each tier that shares with employers. */
export async function currentConsentTexts(db: Db) {
  return db
    .selectFrom('consent_text')
    .distinctOn('tier')
    .select(['id', 'tier', 'version', 'text_fi as fi', 'text_sv as sv', 'text_en as en'])
    .where('tier', 'in', ['T1', 'T2'])
    .where('valid_from', '<=', today())
    .orderBy('tier')
    .orderBy('version', 'desc')
    .execute()
}

/**
 * Whether each of these people may be shown to a company now. One query for consents and one for blocks, however
 * many people; someone not in the answer does not exist.
 */
export async function consentStates(
  db: Db,
  asked: { candidateIds: string[]; companyId: string; roundId: string | null; tier: SharingTier },
): Promise<Map<string, ConsentState>> {
  if (asked.candidateIds.length === 0) return new Map()
  const [consents, blocks] = await Promise.all([
    db
      .selectFrom('consent')
      .select([
        'id',
        'candidate_id as candidateId',
        'tier',
        'company_id as companyId',
        'round_id as roundId',
        'answer',
        'expires_on as expiresOn',
        'withdrawn_at as withdrawnAt',
        'superseded_at as supersededAt',
      ])
      .where('candidate_id', 'in', asked.candidateIds)
      .where('tier', 'in', ['T1', 'T2'])
      .where((where) =>
        where.or([where('company_id', '=', asked.companyId), where('company_id', 'is', null)]),
      )
      .orderBy('recorded_at', 'desc')
      .orderBy('id', 'desc')
      .execute(),
    db
      .selectFrom('blocked_company')
      .select('candidate_id as candidateId')
      .where('candidate_id', 'in', asked.candidateIds)
      .where('company_id', '=', asked.companyId)
      .execute(),
  ])
  const blocked = new Set(blocks.map((block) => block.candidateId))
  return new Map(
    asked.candidateIds.map((id) => [
      id,
      consentState(
        consents.filter((consent) => consent.candidateId === id),
        { ...asked, on: today(), blocked: blocked.has(id) },
      ),
    ]),
  )
}

/** Records a consent or a refusal (both must be marked, 380/2023 118 §); it replaces the earlier answer to the same question. */
export async function recordConsentAnswer(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  answer: Answer,
): Promise<string> {
  if (answer.answeredOn > today()) throw new RuleError('candidates:consent.in_future')
  const text = await trx
    .selectFrom('consent_text')
    .select('id')
    .where('tier', '=', answer.tier)
    .where('valid_from', '<=', answer.answeredOn)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (!text) throw new RuleError('candidates:consent.no_text')
  await trx
    .updateTable('consent')
    .set({ superseded_at: new Date() })
    .where('candidate_id', '=', candidateId)
    .where('tier', '=', answer.tier)
    .where('superseded_at', 'is', null)
    .where('company_id', 'is not distinct from', answer.companyId)
    .where('round_id', 'is not distinct from', answer.roundId)
    .execute()
  const { id } = await trx
    .insertInto('consent')
    .values({
      candidate_id: candidateId,
      tier: answer.tier,
      company_id: answer.companyId,
      round_id: answer.roundId,
      answer: answer.answer,
      consent_text_id: text.id,
      how: answer.how,
      file_id: answer.fileId,
      answered_on: answer.answeredOn,
      expires_on: answer.answer === 'given' ? answer.expiresOn : null,
      recorded_by: viewer.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: answer.answer === 'given' ? 'consent_given' : 'consent_refused',
    subject: ['consent', id],
    candidateId,
    detail: { tier: answer.tier },
  })
  return id
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

/** Companies this person must never be shown to, such as a former employer; why is for coaches. */
export async function listBlockedCompanies(db: Db, viewer: Pick<Viewer, 'roles'>, candidateId: string) {
  const blocked = await db
    .selectFrom('blocked_company')
    .innerJoin('company', 'company.id', 'blocked_company.company_id')
    .select(['company.id', 'company.name', 'blocked_company.reason'])
    .where('blocked_company.candidate_id', '=', candidateId)
    .orderBy('company.name')
    .execute()
  if (may(viewer, 'candidates.write')) return blocked
  return blocked.map((company) => ({ ...company, reason: null }))
}

export async function blockCompany(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  block: { companyId: string; reason: string | null },
): Promise<void> {
  await trx
    .insertInto('blocked_company')
    .values({
      candidate_id: candidateId,
      company_id: block.companyId,
      reason: block.reason,
      created_by: viewer.userId,
    })
    .onConflict((conflict) =>
      conflict.columns(['candidate_id', 'company_id']).doUpdateSet({ reason: block.reason }),
    )
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_blocked',
    subject: ['candidate', candidateId],
    candidateId,
  })
}

export async function unblockCompany(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  companyId: string,
): Promise<void> {
  await trx
    .deleteFrom('blocked_company')
    .where('candidate_id', '=', candidateId)
    .where('company_id', '=', companyId)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_unblocked',
    subject: ['candidate', candidateId],
    candidateId,
  })
}

const MOST_SCOPES = 500

/**
 * Rounds and companies a person may be asked about: open rounds first, then companies taking part in one, with
 * needs, or named by `asked` as a scope.
 */
export async function consentScopes(db: Db, asked: string) {
  const [, kind, askedId] = CONSENT_SCOPE.exec(asked) ?? []
  const [rounds, companies] = await Promise.all([
    db
      .selectFrom('employer_round')
      .select(['id', 'name'])
      .where('closed_at', 'is', null)
      .orderBy('name')
      .limit(MOST_SCOPES)
      .execute(),
    db
      .selectFrom('company')
      .select(['company.id', 'company.name'])
      .where((where) =>
        where.or([
          where.exists(
            where
              .selectFrom('engagement')
              .select('engagement.id')
              .whereRef('engagement.company_id', '=', 'company.id')
              .where('engagement.stage', 'in', [
                'interested',
                'meeting_agreed',
                'needs_known',
                'joined',
                'active',
              ]),
          ),
          where.exists(
            where.selectFrom('need').select('need.id').whereRef('need.company_id', '=', 'company.id'),
          ),
          ...(askedId && kind === 'company' ? [where('company.id', '=', askedId)] : []),
        ]),
      )
      .orderBy('company.name')
      .limit(MOST_SCOPES)
      .execute(),
  ])
  return [
    ...rounds.map((round) => ({ kind: 'round' as const, ...round })),
    ...companies.map((company) => ({ kind: 'company' as const, ...company })),
  ]
}

/** The company or round that 'company:<id>' or 'round:<id>' names, or undefined when there is no such. */
export async function findConsentScope(db: Db, scope: string) {
  const [, kind, id] = CONSENT_SCOPE.exec(scope) ?? []
  if (!id) return undefined
  if (kind === 'company') {
    const company = await db.selectFrom('company').select('id').where('id', '=', id).executeTakeFirst()
    return company && { companyId: company.id, roundId: null }
  }
  const round = await db.selectFrom('employer_round').select('id').where('id', '=', id).executeTakeFirst()
  return round && { companyId: null, roundId: round.id }
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
      'consent.withdrawn_at as withdrawnAt',
      'company.name as companyName',
      'employer_round.name as roundName',
    ])
    .where('consent.id', '=', at.consentId)
    .where('consent.candidate_id', '=', at.candidateId)
    .executeTakeFirst()
}
