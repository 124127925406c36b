import { type RawBuilder, sql } from 'kysely'
import { reachesCompany } from '~/candidates/blocked-companies.server'
import { tellsPlaces } from '~/candidates/non-disclosure.server'
import { today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import type { Standing } from './presentation'

/** Presentations joined with all that decides whether they may still be seen. Not yet limited to anyone. */
export function presentationsWithGrounds(db: Db) {
  return db
    .selectFrom('presentation')
    .innerJoin('consent', 'consent.id', 'presentation.consent_id')
    .innerJoin('candidate', 'candidate.id', 'presentation.candidate_id')
    .innerJoin('company', 'company.id', 'presentation.company_id')
    .innerJoin('contact', 'contact.id', 'presentation.contact_id')
    .leftJoin('need', 'need.id', 'presentation.need_id')
}

/**
 * SQL over `presentationsWithGrounds`: how each presentation stands now. The consent and non-disclosure for safety are
 * looked at in the same statement as the profile, so that they hold from the next read on, without waiting for any job.
 */
export function standing(): RawBuilder<Standing> {
  return sql<Standing>`case
    when presentation.status in ('revoked', 'closed') then presentation.status
    when consent.answer <> 'given'
      or consent.withdrawn_at is not null
      or consent.superseded_at is not null
      or ${laterNo()}
      or exists (
        select from blocked_company
        where blocked_company.candidate_id = presentation.candidate_id
          and ${reachesCompany()}
      )
      or candidate.ended_at is not null
      or ${tellsPlaces('presentation')}
      or contact.left_at is not null
      or contact.company_id <> presentation.company_id
      then 'revoked'
    when consent.expires_on < ${today()}::date or presentation.expires_on < ${today()}::date then 'expired'
    when need.status <> 'open' then 'closed'
    else presentation.status
  end`
}

/**
 * SQL: the person has said no about this company after the consent that was used: a refusal, or, where the consent
 * was for a whole round, a withdrawal of the answer about the company itself.
 */
function laterNo() {
  return sql`exists (
    select from consent as answer
    where answer.candidate_id = presentation.candidate_id
      and answer.company_id = presentation.company_id
      and answer.tier = presentation.tier
      and answer.superseded_at is null
      and (answer.answer = 'refused' or (answer.withdrawn_at is not null and consent.company_id is null))
  )`
}

/** SQL: whether the employer sees it now. */
export function isOpenNow() {
  return sql<boolean>`(${standing()}) in ('sent', 'viewed', 'answered')`
}
