import { recordActivity } from '~/activity/activity.server'
import { inviteUser } from '~/auth/invitations.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { shownName } from '~/candidates/candidates.server'
import { interestedStages } from '~/companies/stage'
import type { Db, Trx } from '~/platform/db.server'
import { isLanguage } from '~/texts/text-keys'

/** The programme's mentors, those who left last. */
export async function listMentors(db: Db, programmeId: string) {
  return db
    .selectFrom('mentor')
    .innerJoin('contact', 'contact.id', 'mentor.contact_id')
    .innerJoin('company', 'company.id', 'contact.company_id')
    .select([
      'mentor.id',
      'contact.name',
      'company.id as companyId',
      'company.name as companyName',
      'mentor.confidentiality_signed_on as confidentialitySignedOn',
      'mentor.left_at as leftAt',
    ])
    .where('mentor.programme_id', '=', programmeId)
    .orderBy('mentor.left_at', (order) => order.asc().nullsFirst())
    .orderBy('contact.name')
    .execute()
}

/** Contacts who can still be made mentors, by company, those of engaged companies. */
export async function listMentorChoices(db: Db, programmeId: string) {
  return db
    .selectFrom('contact')
    .innerJoin('company', 'company.id', 'contact.company_id')
    .select(['contact.id', 'contact.name', 'company.name as companyName'])
    .where('contact.left_at', 'is', null)
    .where((where) =>
      where.exists(
        where
          .selectFrom('engagement')
          .select('engagement.id')
          .whereRef('engagement.company_id', '=', 'contact.company_id')
          .where('engagement.stage', 'in', [...interestedStages, 'dormant']),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('mentor')
            .select('mentor.id')
            .whereRef('mentor.contact_id', '=', 'contact.id')
            .where('mentor.programme_id', '=', programmeId)
            .where('mentor.left_at', 'is', null),
        ),
      ),
    )
    .orderBy('company.name')
    .orderBy('contact.name')
    .limit(500)
    .execute()
}

/** Adds a mentor and invites the person by e-mail; without an address the coordinator ticks attendance. */
export async function addMentor(
  trx: Trx,
  viewer: Viewer,
  programmeId: string,
  mentor: { contactId: string; confidentialitySignedOn: string | null },
): Promise<void> {
  const contact = await trx
    .selectFrom('contact')
    .select([
      'contact.id',
      'contact.name',
      'contact.email',
      'contact.language',
      'contact.company_id as companyId',
    ])
    .where('contact.id', '=', mentor.contactId)
    .where('contact.left_at', 'is', null)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('mentor')
    .values({
      programme_id: programmeId,
      contact_id: contact.id,
      confidentiality_signed_on: mentor.confidentialitySignedOn,
    })
    .onConflict((conflict) =>
      conflict.columns(['programme_id', 'contact_id']).doUpdateSet({
        left_at: null,
        confidentiality_signed_on: mentor.confidentialitySignedOn,
      }),
    )
    .execute()
  if (contact.email) {
    await inviteUser(trx, viewer, {
      email: contact.email,
      name: contact.name,
      roles: ['mentor'],
      language: isLanguage(contact.language) ? contact.language : 'fi',
      contactId: contact.id,
    })
  }
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'mentor_added',
    subject: ['mentoring_programme', programmeId],
    companyId: contact.companyId,
  })
}

/** Ends a mentor's part in a programme from now on; what they did in it stays. */
export async function removeMentor(
  trx: Trx,
  viewer: Viewer,
  programmeId: string,
  mentorId: string,
): Promise<void> {
  const left = await trx
    .updateTable('mentor')
    .set({ left_at: new Date() })
    .where('id', '=', mentorId)
    .where('programme_id', '=', programmeId)
    .where('left_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!left) return
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'mentor_left',
    subject: ['mentoring_programme', programmeId],
  })
}

/** People in the programme as this viewer may know them; a mentor knows first names only. */
export async function listParticipants(db: Db, viewer: Viewer, programmeId: string) {
  const rows = await db
    .selectFrom('programme_participant')
    .innerJoin('candidate', 'candidate.id', 'programme_participant.candidate_id')
    .select([
      'candidate.id',
      'candidate.number',
      may(viewer, 'mentoring.attend') ? 'candidate.name' : shownName(viewer).as('name'),
      'programme_participant.joined_on as joinedOn',
      'programme_participant.left_on as leftOn',
      'programme_participant.leave_reason as leaveReason',
    ])
    .where('programme_participant.programme_id', '=', programmeId)
    .orderBy('candidate.number')
    .execute()
  if (!may(viewer, 'mentoring.attend')) return rows
  return rows.map((row) => ({
    ...row,
    name: row.name?.split(/\s+/)[0] ?? null,
    number: '',
    leaveReason: null,
  }))
}

/** Takes a person into a programme; whoever left it before comes back. */
export async function addParticipant(
  trx: Trx,
  viewer: Viewer,
  programmeId: string,
  participant: { candidateId: string; joinedOn: string },
): Promise<void> {
  await trx
    .insertInto('programme_participant')
    .values({
      programme_id: programmeId,
      candidate_id: participant.candidateId,
      joined_on: participant.joinedOn,
    })
    .onConflict((conflict) =>
      conflict.columns(['programme_id', 'candidate_id']).doUpdateSet({ left_on: null, leave_reason: null }),
    )
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'participant_joined',
    subject: ['mentoring_programme', programmeId],
    candidateId: participant.candidateId,
  })
}

/** One person still in the programme, for the page that ends it. */
export async function findParticipant(db: Db, at: { programmeId: string; candidateId: string }) {
  return db
    .selectFrom('programme_participant')
    .innerJoin('candidate', 'candidate.id', 'programme_participant.candidate_id')
    .select(['candidate.id', 'candidate.number', 'programme_participant.joined_on as joinedOn'])
    .where('programme_participant.programme_id', '=', at.programmeId)
    .where('programme_participant.candidate_id', '=', at.candidateId)
    .where('programme_participant.left_on', 'is', null)
    .executeTakeFirst()
}

/** Ends a person's part in a programme on a day; it stays among what has happened. */
export async function endParticipation(
  trx: Trx,
  viewer: Viewer,
  programmeId: string,
  candidateId: string,
  leaving: { leftOn: string; reason: string | null },
): Promise<void> {
  await trx
    .updateTable('programme_participant')
    .set({ left_on: leaving.leftOn, leave_reason: leaving.reason })
    .where('programme_id', '=', programmeId)
    .where('candidate_id', '=', candidateId)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'participant_left',
    subject: ['mentoring_programme', programmeId],
    candidateId,
  })
}

/** Empties the words about why an erased person left; that there was a participation stays. */
export async function forgetLeaveReasons(trx: Trx, candidateId: string): Promise<void> {
  await trx
    .updateTable('programme_participant')
    .set({ leave_reason: null })
    .where('candidate_id', '=', candidateId)
    .execute()
}
