import type { Insertable } from 'kysely'
import { CONSENT_TIERS } from '~/candidates/consent'
import { db } from '~/platform/db.server'
import { syncVocabulary } from '~/skills/skills.server'
import type { Database } from '../../db/types'
import { makeContact } from './factories'

/** The vocabulary we ship, in its tables: a skill found or added must stand there. */
export async function bringVocabulary(): Promise<void> {
  await db.transaction().execute((trx) => syncVocabulary(trx))
}

/** Wordings of consent in force since long ago, as the migrations bring them. */
export async function makeConsentTexts(): Promise<void> {
  const text = { version: 1, text_fi: 'Suostun.', text_sv: 'Ja.', text_en: 'Yes.', valid_from: '2020-01-01' }
  await db
    .insertInto('consent_text')
    .values(CONSENT_TIERS.map((tier) => ({ tier, ...text })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A consent given long ago and in force, as a row. */
export async function makeConsent(
  candidateId: string,
  given: Partial<Insertable<Database['consent']>> & { tier: string },
): Promise<string> {
  await makeConsentTexts()
  const text = await db
    .selectFrom('consent_text')
    .select('id')
    .where('tier', '=', given.tier)
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('consent')
    .values({
      candidate_id: candidateId,
      answer: 'given',
      consent_text_id: text.id,
      how: 'paper',
      answered_on: '2026-01-01',
      expires_on: '2099-12-31',
      ...given,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A profile shown to a contact of a company by a consent in force, as a row; T1 unless told otherwise. */
export async function makePresentation(
  given: Partial<Insertable<Database['presentation']>> & { candidate_id: string; company_id: string },
): Promise<string> {
  const { candidate_id, company_id, tier = 'T1' } = given
  const { id } = await db
    .insertInto('presentation')
    .values({
      contact_id: given.contact_id ?? (await makeContact(company_id)),
      consent_id: given.consent_id ?? (await makeConsent(candidate_id, { tier, company_id })),
      tier,
      profile: {},
      profile_sha256: 'x',
      expires_on: '2099-01-01',
      ...given,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A file as a browser sends it. */
export function fileOf(bytes: Uint8Array, name: string): File {
  return new File([Uint8Array.from(bytes)], name)
}
