import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { normaliseEmail, normalisePhone } from '~/platform/contact-details'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape, type Page } from '~/platform/list-params'
import { readBusinessId } from './business-id'
import type { CompanySuppressionForm, LiftSuppressionForm, SuppressionForm } from './suppression'
import { meets } from './suppression-check.server'

/**
 * Writes that a company must not be contacted, keyed also by its business ID, number and address, so that
 * the ban outlives the row. `company` comes from a find that starts at what the viewer may see.
 */
export async function suppressCompany(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  company: { id: string },
  form: CompanySuppressionForm,
): Promise<string> {
  const phoneBanned = form.channel !== 'email'
  const emailBanned = form.channel === 'all' || form.channel === 'email'
  const { rows } = await sql<{ id: string }>`
    insert into suppression (
      company_id, business_id, name_key, place_key, web_domain, phone_key, phone_shown, email_key, email_shown,
      channel, reason, asked_by, asked_how, asked_on, wording, created_by
    )
    select id, business_id, name_key, place_key, web_domain,
      case when ${phoneBanned} then phone_key end, case when ${phoneBanned} then ${shownPhone(sql`phone`)} end,
      case when ${emailBanned} then email_key end, case when ${emailBanned} then ${shownEmail(sql`email`)} end,
      ${form.channel}, ${form.reason}, ${form.askedBy ?? null}, ${form.askedHow ?? null},
      ${askedOn(form)}::date, ${form.wording ?? null}, ${viewer.userId}::uuid
    from company where id = ${company.id}
    returning id
  `.execute(trx)
  const id = rows[0]?.id
  if (!id) throw new Error('the company to be left alone is not there')
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_suppressed',
    subject: ['suppression', id],
    companyId: company.id,
    detail: { channel: form.channel, reason: form.reason },
  })
  return id
}

/** Enough to know a number or an address again, too little to use it. */
const shownPhone = (phone: RawBuilder<unknown>) => sql`left(${phone}, 4) || '…' || right(${phone}, 3)`
const shownEmail = (email: RawBuilder<unknown>) =>
  sql`left(lower(${email}), 1) || '…@' || split_part(lower(${email}), '@', 2)`

const askedOn = (form: CompanySuppressionForm) => form.askedOn ?? (form.reason === 'asked' ? today() : null)

type SuppressionTarget = { ok: true; businessId?: string; phone?: string; email?: string } | { ok: false }

/** What the words in the field mean: an address, a business ID or a telephone number, in that order. */
export function readSuppressionTarget(words: string): SuppressionTarget {
  const email = normaliseEmail(words)
  if (email) return { ok: true, email }
  const businessId = readBusinessId(words)
  if (businessId.ok) return { ok: true, businessId: businessId.businessId }
  const phone = normalisePhone(words)
  return phone ? { ok: true, phone } : { ok: false }
}

/** Writes a ban for a business ID, number or address; the target has been read by `readSuppressionTarget`. */
export async function suppressTarget(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  target: Extract<SuppressionTarget, { ok: true }>,
  form: SuppressionForm,
): Promise<string> {
  const { id } = await trx
    .insertInto('suppression')
    .values({
      business_id: target.businessId ?? null,
      phone_key: sql<Buffer>`reach_key(${target.phone ?? null}::text)`,
      phone_shown: sql<string>`${shownPhone(sql`${target.phone ?? null}::text`)}`,
      email_key: sql<Buffer>`reach_key(${target.email ?? null}::text)`,
      email_shown: sql<string>`${shownEmail(sql`${target.email ?? null}::text`)}`,
      channel: form.channel,
      reason: form.reason,
      asked_by: form.askedBy ?? null,
      asked_how: form.askedHow ?? null,
      asked_on: askedOn(form),
      wording: form.wording ?? null,
      created_by: viewer.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'target_suppressed',
    subject: ['suppression', id],
    detail: { channel: form.channel, reason: form.reason },
  })
  return id
}

/** Ends a ban, with the reason kept; false when it was no longer in force. */
export async function liftSuppression(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  suppressionId: string,
  form: LiftSuppressionForm,
): Promise<boolean> {
  const lifted = await trx
    .updateTable('suppression')
    .set({ lifted_at: new Date(), lifted_by: viewer.userId, lift_reason: form.reason })
    .where('id', '=', suppressionId)
    .where('lifted_at', 'is', null)
    .returning('company_id')
    .executeTakeFirst()
  if (!lifted) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'suppression_lifted',
    subject: ['suppression', suppressionId],
    companyId: lifted.company_id,
  })
  return true
}

/** One ban for its own page, or undefined. */
export function findSuppression(db: Db, suppressionId: string) {
  return suppressionRows(db).where('suppression.id', '=', suppressionId).executeTakeFirst()
}

/** Every ban that meets the company, in force first, and the lifted ones with their reason. */
export function listCompanySuppressions(db: Db, company: { id: string }) {
  return suppressionRows(db)
    .innerJoin('company as met', (join) =>
      join.on('met.id', '=', company.id).on(meets('met', ['phone', 'email'])),
    )
    .orderBy(sql`suppression.lifted_at is not null`)
    .orderBy('suppression.id', 'desc')
    .limit(20)
    .execute()
}

export const suppressionsShape = {
  sorts: ['created'],
  defaultDirection: 'desc',
  filters: { state: ['in_force', 'lifted'] },
} as const satisfies ListShape<string>

/** A page of the register of bans, newest first. */
export async function listSuppressions(db: Db, list: ListParams<'created'>): Promise<Page<SuppressionRow>> {
  const matching = matchingSuppressions(db, list)
  return readListPage(db, list, {
    rows: matching.orderBy('suppression.id', list.direction),
    matching: matching.clearSelect().select('suppression.id'),
  })
}

/** The bans that a search and a state leave; the search meets targets and company names. */
export function matchingSuppressions(db: Db, list: Pick<ListParams, 'search' | 'filters'>) {
  let matching = suppressionRows(db)
  if (list.filters.state !== 'lifted') matching = matching.where('suppression.lifted_at', 'is', null)
  else matching = matching.where('suppression.lifted_at', 'is not', null)
  if (list.search) {
    const target = readSuppressionTarget(list.search)
    const pattern = containsPattern(list.search)
    matching = matching.where((eb) =>
      eb.or([
        eb('company.name_lower', 'like', pattern),
        eb('suppression.email_shown', 'like', pattern),
        ...(target.ok && target.businessId ? [eb('suppression.business_id', '=', target.businessId)] : []),
        ...(target.ok && target.phone
          ? [sql<SqlBool>`suppression.phone_key = reach_key(${target.phone}::text)`]
          : []),
        ...(target.ok && target.email
          ? [sql<SqlBool>`suppression.email_key = reach_key(${target.email}::text)`]
          : []),
      ]),
    )
  }
  return matching
}

function suppressionRows(db: Db) {
  return db
    .selectFrom('suppression')
    .leftJoin('company', (join) =>
      join.on((eb) =>
        eb.or([
          eb('company.id', '=', eb.ref('suppression.company_id')),
          eb.and([
            eb('suppression.company_id', 'is', null),
            eb('company.business_id', '=', eb.ref('suppression.business_id')),
          ]),
        ]),
      ),
    )
    .leftJoin('user_account as author', 'author.id', 'suppression.created_by')
    .leftJoin('user_account as lifter', 'lifter.id', 'suppression.lifted_by')
    .select([
      'suppression.id',
      // A ban that is kept by name alone is about a company whose ID is known all the same.
      (eb) => eb.fn.coalesce('suppression.business_id', 'company.business_id').as('businessId'),
      'suppression.phone_shown as phone',
      'suppression.email_shown as email',
      'suppression.channel',
      'suppression.reason',
      'suppression.asked_by as askedBy',
      'suppression.asked_how as askedHow',
      'suppression.asked_on as askedOn',
      'suppression.wording',
      'suppression.created_at as createdAt',
      'suppression.lifted_at as liftedAt',
      'suppression.lift_reason as liftReason',
      'author.name as authorName',
      'lifter.name as lifterName',
      'company.id as companyId',
      'company.name as companyName',
    ])
}

export type SuppressionRow = Awaited<ReturnType<ReturnType<typeof suppressionRows>['execute']>>[number]
