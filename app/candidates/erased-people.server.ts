import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { removeStoredFile } from '~/files/files.server'
import { normalisePhone } from '~/platform/contact-details'
import type { Db, Trx } from '~/platform/db.server'
import { forgetCvs } from './forgotten-cvs.server'

type Addresses = { email?: string | null; phone?: string | null }

function normalised({ email, phone }: Addresses): string[] {
  return [
    email?.trim().toLowerCase(),
    phone ? (normalisePhone(phone) ?? phone.replace(/\s/g, '')) : null,
  ].filter((address): address is string => Boolean(address))
}

/** Remembers, as salted hashes only, by which addresses an erased person would be known again. */
export async function rememberErasedAddresses(
  trx: Trx,
  erasureId: string,
  addresses: Addresses,
): Promise<void> {
  for (const address of normalised(addresses)) {
    const salt = randomBytes(16)
    await trx
      .insertInto('erased_address')
      .values({
        erasure_id: erasureId,
        salt,
        hash: sql<Buffer>`sha256(${salt}::bytea || convert_to(${address}, 'UTF8'))`,
      })
      .execute()
  }
}

/** Whether somebody with one of these addresses was erased; an import or a form must not bring the person back. */
export async function wasErased(db: Db, addresses: Addresses): Promise<boolean> {
  const known = normalised(addresses)
  if (known.length === 0) return false
  const found = await db
    .selectFrom('erased_address')
    .select('erasure_id')
    .where((where) =>
      where.or(known.map((address) => sql<boolean>`hash = sha256(salt || convert_to(${address}, 'UTF8'))`)),
    )
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Empties a person's own tables: details, CVs with their files, skills, notes, and the words beside consents. What
 * stays is a row with a number and the dates of answers, of which the law wants proof; the caller empties what other
 * domains hold, before this.
 */
export async function forgetCandidate(trx: Trx, candidateId: string): Promise<void> {
  await forgetCvs(trx, candidateId)
  await trx.deleteFrom('candidate_skill').where('candidate_id', '=', candidateId).execute()
  await trx.deleteFrom('candidate_fact_source').where('candidate_id', '=', candidateId).execute()
  await trx.deleteFrom('candidate_language').where('candidate_id', '=', candidateId).execute()
  await trx.deleteFrom('candidate_note').where('candidate_id', '=', candidateId).execute()
  await trx.deleteFrom('own_contact').where('candidate_id', '=', candidateId).execute()
  await trx.deleteFrom('self_assessment').where('candidate_id', '=', candidateId).execute()
  await trx.deleteFrom('outside_assessment').where('candidate_id', '=', candidateId).execute()
  await trx.deleteFrom('cadence').where('candidate_id', '=', candidateId).execute()
  await trx
    .updateTable('coach_change')
    .set({ reason: null })
    .where('candidate_id', '=', candidateId)
    .execute()
  await trx
    .updateTable('candidacy_end')
    .set({ goal: null, comparison: null, handed_back_to: null, handed_back_on: null })
    .where('candidate_id', '=', candidateId)
    .execute()
  await trx.deleteFrom('blocked_company').where('candidate_id', '=', candidateId).execute()
  await trx
    .updateTable('consent_question')
    .set({ item: null, purpose: null, taken_back_at: sql`coalesce(taken_back_at, answered_at, now())` })
    .where('candidate_id', '=', candidateId)
    .execute()
  await forgetConsentWords(trx, candidateId)
  await trx
    .updateTable('candidate')
    .set({
      name: sql`number`,
      email: null,
      phone: null,
      street: null,
      municipality: null,
      non_disclosure: false,
      goal: null,
      headline: null,
      about: null,
      forms: [],
      works_in: [],
      available_from: null,
      referred_by: null,
      next_step: null,
      next_step_on: null,
      ended_at: sql`coalesce(ended_at, now())`,
      end_reason: sql`coalesce(end_reason, 'other')`,
      erased_at: new Date(),
      version: sql`version + 1`,
    })
    .where('id', '=', candidateId)
    .execute()
}

/** Signed papers stay where something was shown on their strength: they prove that it was allowed. */
async function forgetConsentWords(trx: Trx, candidateId: string): Promise<void> {
  const papers = await trx
    .selectFrom('consent')
    .select(['id', 'file_id as fileId'])
    .where('candidate_id', '=', candidateId)
    .where('file_id', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('presentation')
            .select('presentation.id')
            .whereRef('presentation.consent_id', '=', 'consent.id'),
        ),
      ),
    )
    .execute()
  await trx
    .updateTable('consent')
    .set({
      item: null,
      purpose: null,
      withdraw_reason: null,
      withdrawn_at: sql`case when answer = 'given' then coalesce(withdrawn_at, now()) end`,
    })
    .where('candidate_id', '=', candidateId)
    .execute()
  for (const { id, fileId } of papers) {
    await trx.updateTable('consent').set({ file_id: null }).where('id', '=', id).execute()
    if (fileId) await removeStoredFile(trx, fileId)
  }
}
