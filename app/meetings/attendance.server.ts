import type { z } from 'zod'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { shownName } from '~/candidates/candidates.server'
import type { Db, Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { findSkills } from '~/skills/find-skills'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { tellUninvited } from './invitations.server'
import type { HeldForm } from './meeting'
import { keepMeetingInLedger, record } from './meetings.server'

/** Who is asked and who came: companies with their contacts, and candidates as this viewer may know them. */
export async function listGuests(db: Db, viewer: Viewer, meetingId: string) {
  const [companies, contacts, candidates] = await Promise.all([
    db
      .selectFrom('meeting_company')
      .innerJoin('company', 'company.id', 'meeting_company.company_id')
      .select(['company.id', 'company.name', 'meeting_company.attendance'])
      .where('meeting_company.meeting_id', '=', meetingId)
      .orderBy('company.name')
      .execute(),
    db
      .selectFrom('meeting_contact')
      .innerJoin('contact', 'contact.id', 'meeting_contact.contact_id')
      .select(['contact.id', 'contact.name', 'contact.company_id as companyId', 'meeting_contact.attendance'])
      .where('meeting_contact.meeting_id', '=', meetingId)
      .orderBy('contact.name')
      .execute(),
    may(viewer, 'candidates.read')
      ? db
          .selectFrom('meeting_candidate')
          .innerJoin('candidate', 'candidate.id', 'meeting_candidate.candidate_id')
          .select([
            'candidate.id',
            'candidate.number',
            shownName(viewer).as('name'),
            'meeting_candidate.attendance',
          ])
          .where('meeting_candidate.meeting_id', '=', meetingId)
          .orderBy('candidate.number')
          .execute()
      : [],
  ])
  return { companies, contacts, candidates }
}

export type Guests = Awaited<ReturnType<typeof listGuests>>

/** Contacts of the meeting's companies who are not asked yet. */
export async function listContactChoices(db: Db, meetingId: string) {
  return db
    .selectFrom('contact')
    .innerJoin('meeting_company', 'meeting_company.company_id', 'contact.company_id')
    .innerJoin('company', 'company.id', 'contact.company_id')
    .select(['contact.id', 'contact.name', 'company.name as companyName'])
    .where('meeting_company.meeting_id', '=', meetingId)
    .where('contact.left_at', 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('meeting_contact')
            .select('meeting_contact.contact_id')
            .whereRef('meeting_contact.contact_id', '=', 'contact.id')
            .where('meeting_contact.meeting_id', '=', meetingId),
        ),
      ),
    )
    .orderBy('company.name')
    .orderBy('contact.name')
    .limit(200)
    .execute()
}

/** Asks a company to a meeting; one asked already stays as it is. */
export async function askCompany(
  trx: Trx,
  viewer: Viewer,
  meetingId: string,
  companyId: string,
): Promise<void> {
  await trx
    .insertInto('meeting_company')
    .values({ meeting_id: meetingId, company_id: companyId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await keepMeetingInLedger(trx, meetingId)
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'meeting_guest_added',
    subject: ['meeting', meetingId],
    companyId,
  })
}

/** Asks a contact person to a meeting; one asked already stays as they are. */
export async function askContact(
  trx: Trx,
  viewer: Viewer,
  meetingId: string,
  contactId: string,
): Promise<void> {
  await trx
    .insertInto('meeting_contact')
    .values({ meeting_id: meetingId, contact_id: contactId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await record(trx, viewer, 'meeting_guest_added', meetingId)
}

/** Asks a person who looks for work to a meeting; one asked already stays as they are. */
export async function askCandidate(
  trx: Trx,
  viewer: Viewer,
  meetingId: string,
  candidateId: string,
): Promise<void> {
  await trx
    .insertInto('meeting_candidate')
    .values({ meeting_id: meetingId, candidate_id: candidateId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'meeting_guest_added',
    subject: ['meeting', meetingId],
    candidateId,
  })
}

/** Takes somebody off the list of a meeting, a company with its people; `kind` says which list the id is on. */
export async function removeGuest(
  trx: Trx,
  viewer: Viewer,
  meetingId: string,
  guest: { kind: 'companies' | 'contacts' | 'candidates'; id: string },
): Promise<void> {
  await tellUninvited(trx, meetingId, ({ id, companyId }) =>
    guest.kind === 'companies' ? companyId === guest.id : id === guest.id,
  )
  if (guest.kind === 'companies') {
    await trx
      .deleteFrom('meeting_contact')
      .where('meeting_id', '=', meetingId)
      .where('contact_id', 'in', (contacts) =>
        contacts.selectFrom('contact').select('contact.id').where('contact.company_id', '=', guest.id),
      )
      .execute()
    await trx
      .deleteFrom('meeting_company')
      .where('meeting_id', '=', meetingId)
      .where('company_id', '=', guest.id)
      .execute()
  } else if (guest.kind === 'contacts')
    await trx
      .deleteFrom('meeting_contact')
      .where('meeting_id', '=', meetingId)
      .where('contact_id', '=', guest.id)
      .execute()
  else
    await trx
      .deleteFrom('meeting_candidate')
      .where('meeting_id', '=', meetingId)
      .where('candidate_id', '=', guest.id)
      .execute()
  await record(trx, viewer, 'meeting_guest_removed', meetingId)
}

/**
 * Marks the meeting held, with attendance on both sides and what was said. May be corrected later. RuleError for a
 * meeting that has not begun.
 */
export async function reportMeeting(
  trx: Trx,
  viewer: Viewer,
  meetingId: string,
  form: z.output<typeof HeldForm>,
): Promise<boolean> {
  const { startsAt } = await trx
    .selectFrom('meeting')
    .select('starts_at as startsAt')
    .where('id', '=', meetingId)
    .executeTakeFirstOrThrow()
  if (startsAt > new Date()) throw new RuleError('booking:rule.not_begun')
  const changed = await trx
    .updateTable('meeting')
    .set({
      status: 'held',
      holds_until: null,
      summary: form.summary ?? null,
      skills_told: skillWordsIn(form.summary ?? ''),
      status_at: new Date(),
      version: form.version + 1,
    })
    .where('id', '=', meetingId)
    .where('version', '=', form.version)
    .where('status', '!=', 'cancelled')
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  for (const { id, attendance } of form.companies)
    await trx
      .updateTable('meeting_company')
      .set({ attendance })
      .where('meeting_id', '=', meetingId)
      .where('company_id', '=', id)
      .execute()
  for (const { id, attendance } of form.contacts)
    await trx
      .updateTable('meeting_contact')
      .set({ attendance })
      .where('meeting_id', '=', meetingId)
      .where('contact_id', '=', id)
      .execute()
  for (const { id, attendance } of form.candidates)
    await trx
      .updateTable('meeting_candidate')
      .set({ attendance })
      .where('meeting_id', '=', meetingId)
      .where('candidate_id', '=', id)
      .execute()
  await record(trx, viewer, 'meeting_held', meetingId)
  return true
}

/** The skills that the notes of a meeting name, each once and in the words that stand there. */
function skillWordsIn(summary: string): string[] {
  const { vocabulary } = loadVocabulary()
  const found = new Map<string, string>()
  for (const { skillId, words, negated } of findSkills(summary, vocabulary))
    if (!negated && vocabulary.skills.get(skillId)?.kind !== 'trait' && !found.has(skillId))
      found.set(skillId, words)
  return [...found.values()].slice(0, 30)
}
