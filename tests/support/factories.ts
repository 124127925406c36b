import { randomInt, randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { Role } from '~/auth/permissions'
import { CONSENT_TIERS } from '~/candidates/consent'
import { db } from '~/platform/db.server'
import type { Database } from '../../db/types'

/** Rows to start a test from: only what a constraint asks for is filled, the rest comes from the test. */
type Given<Table extends keyof Database> = Partial<Insertable<Database[Table]>>

export async function makeProject(given: Given<'project'> = {}): Promise<string> {
  const code = `S${randomInt(10_000, 99_999)}-${randomUUID().slice(0, 4)}`
  return insert('project', { code, name: 'Silta töihin', ...given })
}

export async function makeRound(given: Given<'employer_round'> = {}): Promise<string> {
  const project_id = given.project_id ?? (await makeProject())
  return insert('employer_round', { name: 'Syksyn kierros', ...given, project_id })
}

export async function makeCompany(given: Given<'company'> = {}): Promise<string> {
  return insert('company', { name: `Kaarna ${randomUUID().slice(0, 8)} Oy`, ...given })
}

export async function makeContact(companyId: string, given: Given<'contact'> = {}): Promise<string> {
  const email = `${randomUUID().slice(0, 8)}@kaarna.example`
  return insert('contact', { name: 'Elli Ojala', email, ...given, company_id: companyId })
}

export async function makeCandidate(given: Given<'candidate'> = {}): Promise<string> {
  return insert('candidate', { name: 'Oona Testaaja', municipality: 'Jyväskylä', ...given })
}

export async function makeNeed(companyId: string, given: Given<'need'> = {}): Promise<string> {
  return insert('need', { title: 'Power BI -raportoija', ...given, company_id: companyId })
}

/** A consent in force to show the person; T1 unless told otherwise, and for the company if one is given. */
export async function makeConsent(candidateId: string, given: Given<'consent'> = {}): Promise<string> {
  await makeConsentTexts()
  const tier = given.tier ?? 'T1'
  const text = await db
    .selectFrom('consent_text')
    .select('id')
    .where('tier', '=', tier)
    .executeTakeFirstOrThrow()
  return insert('consent', {
    answer: 'given',
    how: 'meeting',
    answered_on: '2026-01-02',
    expires_on: '2099-12-31',
    consent_text_id: text.id,
    ...given,
    tier,
    candidate_id: candidateId,
  })
}

/** Wordings of consent in force since long ago, as the migrations bring them and clearing takes them away. */
export async function makeConsentTexts(): Promise<void> {
  const text = { version: 1, text_fi: 'Suostun.', text_sv: 'Ja.', text_en: 'Yes.', valid_from: '2020-01-01' }
  await db
    .insertInto('consent_text')
    .values(CONSENT_TIERS.map((tier) => ({ tier, ...text })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A profile shown to a contact of a company by a consent in force, as a row; T1 unless told otherwise. */
export async function makePresentation(
  given: Given<'presentation'> & { candidate_id: string; company_id: string },
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

/** An account that has accepted its invitation; without a password it cannot sign in by the form. */
export async function makeUser(
  role: Role | Role[] = 'liaison',
  given: Given<'user_account'> = {},
): Promise<string> {
  const email = `${randomUUID().slice(0, 8)}@silta.example`
  const roles = Array.isArray(role) ? role : [role]
  return insert('user_account', { email, name: 'Testi Tekijä', accepted_at: new Date(), ...given, roles })
}

async function insert<Table extends keyof Database>(
  table: Table,
  values: Record<string, unknown>,
): Promise<string> {
  const row = await db
    .insertInto(table as 'company')
    .values(values as Insertable<Database['company']>)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
