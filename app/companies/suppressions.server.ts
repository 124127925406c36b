import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { normaliseEmail, normalisePhone } from '~/platform/contact-details'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import {
  COUNT_LIMIT,
  containsPattern,
  type ListParams,
  type ListShape,
  type Page,
} from '~/platform/list-params'
import { readBusinessId } from './business-id'
import type { CompanySuppressionForm, LiftSuppressionForm, SuppressionForm } from './suppression'

/** By what a company is contacted; a ban may hold for one of them or for all. */
export type Means = 'phone' | 'email' | 'sms'

/**
 * SQL: the ids of companies that must not be contacted by the given means, for `in` and `not in`. A company is meant
 * by its own row, by its business ID, by its own number or address, or, where one of the two has no business ID, by
 * its name and place, whoever the ban was written for and however the name is spelt.
 */
export function suppressedCompanyIds(means: Means): RawBuilder<string> {
  return sql<string>`(
    select company.id from suppression join company on company.id = suppression.company_id
    where ${inForce(means)}
    union
    select company.id from suppression join company on company.business_id = suppression.business_id
    where suppression.business_id is not null and ${inForce(means)}
    union
    select company.id from suppression join company on ${
      means === 'email'
        ? sql`company.email_key = suppression.email_key`
        : sql`company.phone_key = suppression.phone_key`
    }
    where ${inForce(means)}
    union
    select company.id from suppression join company on ${sameName('company')}
    where ${inForce(means)}
  )`
}

/**
 * SQL: whether one company, named by its alias in the query, must not be contacted. Cheaper than
 * `suppressedCompanyIds` for one row or one page of rows, as when a caller takes the next company.
 */
export function isCompanySuppressed(means: Means, company = 'company'): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from suppression where ${inForce(means)} and ${meets(company, [means])}
  )`
}

/** SQL over `suppression`: whether a ban means the company, by any of its keys. */
export function meets(company: string, means: readonly Means[]): RawBuilder<SqlBool> {
  const at = (column: string) => sql.ref(`${company}.${column}`)
  const reaches = [
    ...(means.includes('email') ? [sql`suppression.email_key = ${at('email_key')}`] : []),
    ...(means.some((one) => one !== 'email') ? [sql`suppression.phone_key = ${at('phone_key')}`] : []),
  ]
  return sql<SqlBool>`(
    suppression.company_id = ${at('id')}
    or suppression.business_id = ${at('business_id')}
    or ${sql.join(reaches, sql` or `)}
    or ${sameName(company)}
  )`
}

/** Two business IDs tell companies of one name apart; without one of them the name and the place speak. */
function sameName(company: string): RawBuilder<SqlBool> {
  const at = (column: string) => sql.ref(`${company}.${column}`)
  return sql<SqlBool>`(
    suppression.name_key = ${at('name_key')}
    and (suppression.business_id is null or ${at('business_id')} is null)
    and coalesce(suppression.place_key = ${at('place_key')}, true)
  )`
}

/** SQL: whether a number (E.164) or an address, a column or a value, must not be used whoever answers there. */
export function isReachSuppressed(means: Means, reach: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from suppression
    where ${inForce(means)} and ${
      means === 'email'
        ? sql`suppression.email_key = reach_key(${reach}::text)`
        : sql`suppression.phone_key = reach_key(${reach}::text)`
    }
  )`
}

function inForce(means: Means) {
  return sql`suppression.lifted_at is null and suppression.channel in ('all', ${sql.lit(means)})`
}

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
      company_id, business_id, name_key, place_key, phone_key, phone_shown, email_key, email_shown,
      channel, reason, asked_by, asked_how, asked_on, wording, created_by
    )
    select id, business_id, name_key, place_key,
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

export type SuppressionTarget =
  | { ok: true; businessId?: string; phone?: string; email?: string }
  | { ok: false }

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

/** The register of bans, newest first; the search meets targets and company names. */
export async function listSuppressions(db: Db, list: ListParams<'created'>): Promise<Page<SuppressionRow>> {
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
  const [rows, { total }] = await Promise.all([
    matching
      .orderBy('suppression.id', list.direction)
      .limit(list.pageSize)
      .offset((list.page - 1) * list.pageSize)
      .execute(),
    db
      .selectFrom(
        matching
          .clearSelect()
          .select('suppression.id')
          .limit(COUNT_LIMIT + 1)
          .as('counted'),
      )
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total: Math.min(total, COUNT_LIMIT), capped: total > COUNT_LIMIT }
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
      'suppression.business_id as businessId',
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
