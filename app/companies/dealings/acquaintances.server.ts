import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import type { AcquaintanceForm } from './dealing-forms'

type Contact = { id: string; companyId: string }

/** Notes that somebody of the house knows a person at a company, and from where; written again, the later words stand. */
export async function noteAcquaintance(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  contact: Contact,
  form: AcquaintanceForm,
): Promise<void> {
  await trx
    .insertInto('acquaintance')
    .values({ contact_id: contact.id, user_id: form.userId, how: form.how ?? null })
    .onConflict((conflict) =>
      conflict.columns(['contact_id', 'user_id']).doUpdateSet({ how: form.how ?? null }),
    )
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'acquaintance_noted',
    subject: ['contact', contact.id],
    companyId: contact.companyId,
  })
}

/** Who knows a person, or undefined when that one does not. */
export function findAcquaintance(db: Db, at: { contactId: string; userId: string }) {
  return db
    .selectFrom('acquaintance')
    .innerJoin('user_account', 'user_account.id', 'acquaintance.user_id')
    .select(['acquaintance.user_id as userId', 'user_account.name', 'acquaintance.how'])
    .where('acquaintance.contact_id', '=', at.contactId)
    .where('acquaintance.user_id', '=', at.userId)
    .executeTakeFirst()
}

/** Notes that somebody no longer knows a person there. */
export async function forgetAcquaintance(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  contact: Contact,
  userId: string,
): Promise<void> {
  await trx
    .deleteFrom('acquaintance')
    .where('contact_id', '=', contact.id)
    .where('user_id', '=', userId)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'acquaintance_removed',
    subject: ['contact', contact.id],
    companyId: contact.companyId,
  })
}
