import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '~/platform/db.server'
import type { ShownProfile } from './shown-profile'

const NOTHING: ShownProfile = {
  headline: null,
  about: null,
  skills: [],
  languages: [],
  forms: [],
  worksIn: [],
  remote: false,
  availableFrom: null,
}

/** SQL over `candidate`: whether anything that was shown, or planned to be, is still kept. */
export function holdsShownProfiles(): RawBuilder<boolean> {
  const nothing = sql`${JSON.stringify(NOTHING)}::text::jsonb`
  return sql<boolean>`(
    exists (select from presentation
      where presentation.candidate_id = candidate.id and (profile <> ${nothing} or cv_id is not null))
    or exists (select from presentation_plan
      where presentation_plan.candidate_id = candidate.id and (profile <> ${nothing} or cv_id is not null))
  )`
}

/**
 * Empties what was shown of somebody erased, or gone long ago, and closes what is open. That, when and to whom something was shown, and
 * the hashes of what, stay: disclosures are logged (906/2019 17 §).
 */
export async function forgetShownProfiles(
  trx: Trx,
  viewer: { userId: string | null },
  candidateId: string,
): Promise<void> {
  await trx
    .updateTable('presentation')
    .set({
      profile: NOTHING,
      match: null,
      message: null,
      second_look: null,
      answer_comment: null,
      released_comment: null,
      end_reason: null,
      cv_id: null,
    })
    .where('candidate_id', '=', candidateId)
    .execute()
  await trx
    .updateTable('presentation')
    .set({
      status: 'revoked',
      ended_at: new Date(),
      ended_by: viewer.userId,
      version: sql`version + 1`,
    })
    .where('candidate_id', '=', candidateId)
    .where('status', 'in', ['sent', 'viewed', 'answered'])
    .execute()
  await trx
    .updateTable('presentation_plan')
    .set({
      profile: NOTHING,
      match: null,
      message: null,
      second_look: null,
      answer_reason: null,
      out_of_order: null,
      cv_id: null,
      cancelled_at: sql`case when presentation_id is null then coalesce(cancelled_at, now()) end`,
    })
    .where('candidate_id', '=', candidateId)
    .execute()
}
