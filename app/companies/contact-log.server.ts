import { randomUUID } from 'node:crypto'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { instantOf } from '~/platform/dates'
import type { Trx } from '~/platform/db.server'
import { recordContact } from './contact-ledger.server'
import type { ContactLogForm } from './contact-log'

/** Writes a contact that came about outside of this service into the ledger. */
export async function logContact(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  company: { id: string },
  form: ContactLogForm,
): Promise<void> {
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
}
