import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { plusDays, today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { shownName, visibleCandidates } from './candidates.server'
import { isInCaseload } from './caseload/own-coach.server'
import { type ConsentTier, RUNS_OUT_WITHIN } from './consent'

/** A no is looked at for this long after it was said. */
const NEW_FOR = { days: 30 }
const MOST = 200

type Whose = { viewer: Pick<Viewer, 'userId' | 'roles'>; all: boolean }

/** Active people of this coach, and those without a coach; or everybody's. */
function followedPeople(db: Db, { viewer, all }: Whose) {
  const active = visibleCandidates(db, viewer)
    .where('candidate.ended_at', 'is', null)
    .where('candidate.erased_at', 'is', null)
  if (all) return active
  return active.where((where) => where.or([isInCaseload(viewer), where('candidate.coach_id', 'is', null)]))
}

/** Consents in force of these people that end within 30 days, the first to end first. */
export function endingConsents(db: Db, whose: Whose) {
  return followedPeople(db, whose)
    .innerJoin('consent', 'consent.candidate_id', 'candidate.id')
    .leftJoin('company', 'company.id', 'consent.company_id')
    .leftJoin('employer_round', 'employer_round.id', 'consent.round_id')
    .where('consent.answer', '=', 'given')
    .where('consent.withdrawn_at', 'is', null)
    .where('consent.superseded_at', 'is', null)
    .where('consent.expires_on', '>=', today())
    .where('consent.expires_on', '<=', plusDays(today(), RUNS_OUT_WITHIN.days))
    .orderBy('consent.expires_on')
    .orderBy('consent.id')
}

/** Those consents with whom they are about and when the person was last asked to renew them. */
export function listEndingConsents(db: Db, whose: Whose) {
  return endingConsents(db, whose)
    .select((eb) => [
      'consent.id',
      'candidate.id as candidateId',
      'candidate.number',
      shownName(whose.viewer).as('name'),
      'consent.tier',
      'consent.expires_on as expiresOn',
      sql<string | null>`coalesce(company.name, employer_round.name)`.as('scope'),
      eb
        .selectFrom('consent_question')
        .select((question) => question.fn.max('asked_at').as('at'))
        .whereRef('consent_question.renews_id', '=', 'consent.id')
        .as('askedAt'),
    ])
    .$narrowType<{ tier: ConsentTier; expiresOn: string }>()
    .limit(MOST)
    .execute()
}

/** Questions that people have not answered yet, the longest waiting first. */
export function listWaitingQuestions(db: Db, whose: Whose) {
  return followedPeople(db, whose)
    .innerJoin('consent_question', 'consent_question.candidate_id', 'candidate.id')
    .leftJoin('company', 'company.id', 'consent_question.company_id')
    .leftJoin('employer_round', 'employer_round.id', 'consent_question.round_id')
    .select([
      'consent_question.id',
      'candidate.id as candidateId',
      'candidate.number',
      shownName(whose.viewer).as('name'),
      'consent_question.tier',
      'consent_question.asked_at as askedAt',
      sql<string | null>`coalesce(company.name, employer_round.name)`.as('scope'),
    ])
    .$narrowType<{ tier: ConsentTier }>()
    .where('consent_question.answered_at', 'is', null)
    .where('consent_question.taken_back_at', 'is', null)
    .orderBy('consent_question.id')
    .limit(MOST)
    .execute()
}

/** Refusals and withdrawals of the last 30 days, the newest first: a no is as visible as a yes. */
export function listNewRefusals(db: Db, whose: Whose) {
  const at = sql<Date>`coalesce(consent.withdrawn_at, consent.recorded_at)`
  return followedPeople(db, whose)
    .innerJoin('consent', 'consent.candidate_id', 'candidate.id')
    .leftJoin('company', 'company.id', 'consent.company_id')
    .leftJoin('employer_round', 'employer_round.id', 'consent.round_id')
    .select([
      'consent.id',
      'candidate.id as candidateId',
      'candidate.number',
      shownName(whose.viewer).as('name'),
      'consent.tier',
      sql<string | null>`coalesce(company.name, employer_round.name)`.as('scope'),
      sql<
        'refused' | 'withdrawn'
      >`case when consent.withdrawn_at is null then 'refused' else 'withdrawn' end`.as('standing'),
      at.as('at'),
    ])
    .$narrowType<{ tier: ConsentTier }>()
    .where((where) =>
      where.or([where('consent.answer', '=', 'refused'), where('consent.withdrawn_at', 'is not', null)]),
    )
    .where('consent.superseded_at', 'is', null)
    .where(at, '>', sql<Date>`now() - make_interval(days => ${NEW_FOR.days})`)
    .orderBy(at, 'desc')
    .limit(MOST)
    .execute()
}
