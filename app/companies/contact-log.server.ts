import { randomUUID } from 'node:crypto'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { instantOf } from '~/platform/dates'
import type { Trx } from '~/platform/db.server'
import { recordContact, takeBackContact } from './contact-ledger.server'
import type { ContactLogForm } from './contact-log'

/** Writes a contact that came about outside of this service into the ledger. Returns what it can be taken back by. */
export async function logContact(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  company: { id: string },
  form: ContactLogForm,
): Promise<string> {
  const id = randomUUID()
  await recordContact(trx, {
    companyId: company.id,
    channel: form.channel,
    subject: ['note', id],
    reached: form.reached === 'yes',
    userId: viewer.userId,
    roundId: form.roundId ?? null,
    at: instantOf(form.at),
    note: form.note ?? null,
  })
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'contact_logged',
    subject: ['company', company.id],
    companyId: company.id,
    roundId: form.roundId ?? null,
    detail: { channel: form.channel },
  })
  return id
}

/** Takes back a contact that the viewer has written by hand. False when there is none of theirs in force. */
export async function takeBackLoggedContact(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  company: { id: string },
  lineId: string,
): Promise<boolean> {
  const line = await trx
    .selectFrom('company_contact_event')
    .select('round_id as roundId')
    .where('subject_type', '=', 'note')
    .where('subject_id', '=', lineId)
    .where('company_id', '=', company.id)
    .where('user_id', '=', viewer.userId)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  if (!line) return false
  await takeBackContact(trx, ['note', lineId], company.id)
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'contact_log_taken_back',
    subject: ['company', company.id],
    companyId: company.id,
    roundId: line.roundId,
  })
  return true
}
