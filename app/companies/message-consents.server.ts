import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import type { MessageBar, MessageChannel, MessageConsentForm } from './message-consent'
import { isCompanySuppressed, isReachSuppressed } from './suppression-check.server'

/** SQL: whether a company is a natural person in business, by its legal form or else by its name. */
function isSoleTrader(company = 'company'): RawBuilder<SqlBool> {
  const at = (column: string) => sql.ref(`${company}.${column}`)
  return sql<SqlBool>`(
    ${at('form')} = 'tmi'
    or (${at('form')} is null and ${at('name_lower')} ~ '(^|\\s)(t:?mi|toiminimi|fma|firma)(\\s|$)')
  )`
}

/**
 * SQL: why a message must not go to the company's person at `reach` (an address or a number), or null when it may:
 * a ban on either of them, or a sole trader without consent (917/2014 200 §).
 */
export function messageBar(
  means: MessageChannel,
  reach: RawBuilder<unknown>,
  company = 'company',
): RawBuilder<MessageBar | null> {
  return sql<MessageBar | null>`case
    when ${isCompanySuppressed(means, company)} or ${isReachSuppressed(means, reach)} then 'suppressed'
    when ${isSoleTrader(company)} and not exists (
      select from message_consent
      where message_consent.company_id = ${sql.ref(`${company}.id`)} and message_consent.withdrawn_at is null
        and ${sql.lit(means)} = any(message_consent.channels)
    ) then 'no_consent'
  end`
}

/** The same for one message that is about to be sent. */
export async function findMessageBar(
  db: Db,
  message: { companyId: string; means: MessageChannel; reach: string },
): Promise<MessageBar | null> {
  const found = await db
    .selectFrom('company')
    .select(messageBar(message.means, sql`${message.reach}`).as('bar'))
    .where('company.id', '=', message.companyId)
    .executeTakeFirst()
  return found?.bar ?? null
}

/** Writes down that a sole trader agreed to messages. */
export async function recordMessageConsent(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  company: { id: string },
  form: MessageConsentForm,
): Promise<void> {
  const { id } = await trx
    .insertInto('message_consent')
    .values({
      company_id: company.id,
      channels: form.channels,
      given_by: form.givenBy,
      how: form.how,
      given_on: form.givenOn,
      recorded_by: viewer.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'message_consent_recorded',
    subject: ['message_consent', id],
    companyId: company.id,
    detail: { channels: form.channels },
  })
}

/** Ends a consent; the next message is held back. False when it had been withdrawn already. */
export async function withdrawMessageConsent(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  at: { companyId: string; consentId: string },
): Promise<boolean> {
  const withdrawn = await trx
    .updateTable('message_consent')
    .set({ withdrawn_at: new Date(), withdrawn_by: viewer.userId })
    .where('id', '=', at.consentId)
    .where('company_id', '=', at.companyId)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!withdrawn) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'message_consent_withdrawn',
    subject: ['message_consent', withdrawn.id],
    companyId: at.companyId,
  })
  return true
}

/** The consents of a sole trader, those in force first; null when the company needs none. */
export async function listMessageConsents(db: Db, companyId: string) {
  const company = await db
    .selectFrom('company')
    .select('company.id')
    .where('company.id', '=', companyId)
    .where(isSoleTrader())
    .executeTakeFirst()
  if (!company) return null
  return db
    .selectFrom('message_consent')
    .select([
      'message_consent.id',
      'message_consent.channels',
      'message_consent.given_by as givenBy',
      'message_consent.how',
      'message_consent.given_on as givenOn',
      'message_consent.withdrawn_at as withdrawnAt',
    ])
    .where('message_consent.company_id', '=', companyId)
    .orderBy(sql`message_consent.withdrawn_at is not null`)
    .orderBy('message_consent.id', 'desc')
    .limit(20)
    .execute()
}

export type MessageConsents = NonNullable<Awaited<ReturnType<typeof listMessageConsents>>>
