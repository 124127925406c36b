import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** By what a company is contacted; a ban may hold for one of them or for all. */
type Means = 'phone' | 'email' | 'sms'

/**
 * SQL: the ids of companies that must not be contacted by the given means, for `in` and `not in`. A company is meant
 * by its own row, by its business ID, by its own number or address, or, where one of the two has no business ID, by
 * its name and place or its web domain, whoever the ban was written for and however the name is spelt.
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
    union
    select company.id from suppression join company on ${sameDomain('company')}
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

/** SQL over `company`: its number, unless it must not be called; in a list that leaves the house. */
export const dialledPhone = sql<
  string | null
>`case when not ${isCompanySuppressed('phone')} then company.phone end`

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
    or ${sameDomain(company)}
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

/** The same rule for the web domain; groups of companies with their own business IDs share one. */
function sameDomain(company: string): RawBuilder<SqlBool> {
  const at = (column: string) => sql.ref(`${company}.${column}`)
  return sql<SqlBool>`(
    suppression.web_domain = ${at('web_domain')}
    and (suppression.business_id is null or ${at('business_id')} is null)
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

/** SQL over `suppression`: it has not been lifted, and holds for the means. */
export function inForce(means: Means): RawBuilder<SqlBool> {
  return sql<SqlBool>`suppression.lifted_at is null and suppression.channel in ('all', ${sql.lit(means)})`
}
