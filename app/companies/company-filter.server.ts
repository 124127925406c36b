import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { containsPattern } from '~/platform/list-params'
import { readBusinessId } from './business-id'
import { visibleCompanies } from './companies.server'
import type { CompanyFilter, FilterName } from './company-filter'
import { placesOf, type Region } from './region'
import { suppressedCompanyIds } from './suppression-check.server'

type Companies = ReturnType<typeof visibleCompanies>
type Who = Pick<Viewer, 'roles' | 'userId'>
type Narrowing = (values: readonly string[], viewer: Who) => RawBuilder<SqlBool>

const anyOf = (parts: readonly RawBuilder<unknown>[]) => sql<SqlBool>`(${sql.join(parts, sql` or `)})`

/** Meets any of the values, each by its own condition. */
const each = (meets: (value: string, viewer: Who) => RawBuilder<unknown>): Narrowing => {
  return (values, viewer) => anyOf(values.map((value) => meets(value, viewer)))
}
const is = (column: string): Narrowing => {
  return (values) => sql<SqlBool>`${sql.ref(column)} in (${sql.join(values)})`
}
const begins = (column: string) =>
  each((value) => sql`${sql.ref(column)} like ${containsPattern(value).slice(1)}`)

/** For a filter of yes and no: the one or the other, or both, which is all. */
const whether = (yes: RawBuilder<unknown>, no: RawBuilder<unknown> = sql`not ${yes}`) =>
  each((value) => (value === 'yes' ? yes : no))

/** SQL over `company`: somebody here worked with it before this round. */
export const isEarlierPartner = sql<SqlBool>`(
  exists (select from source_list_company as listed where listed.company_id = company.id and listed.earlier_project)
  or exists (
    select from engagement
    where engagement.company_id = company.id and (engagement.returning_partner or engagement.joined_at is not null)
  )
)`

const hasOpenNeed = sql<SqlBool>`exists (
  select from need where need.company_id = company.id and need.status = 'open'
)`

/** SQL over `company`: a number or an address of the company itself or of somebody who works there is known. */
const isKnown = (column: 'phone' | 'email') => {
  const ofContact = sql`exists (
    select from contact
    where contact.company_id = company.id and contact.left_at is null and contact.${sql.ref(column)} is not null
  )`
  const own = sql.ref(`company.${column}`)
  return whether(sql`(${own} is not null or ${ofContact})`, sql`(${own} is null and not ${ofContact})`)
}

/** Several companies are one undertaking: the parent, and those whose parent it is. */
const isInGroup = whether(
  sql`company.id in (
    select daughter.id from company as daughter where daughter.parent_business_id is not null
    union
    select parent.id from company as daughter
    join company as parent on parent.business_id = daughter.parent_business_id
  )`,
  sql`(company.parent_business_id is null and not exists (
    select from company as daughter where daughter.parent_business_id = company.business_id
  ))`,
)

const monthsAgo = (months: string) => sql`now() - make_interval(months => ${Number(months)})`

const narrowings: Record<FilterName, Narrowing> = {
  municipality: is('company.municipality'),
  region: (values, viewer) =>
    is('company.place_key')(
      values.flatMap((value) => placesOf(value as Region)),
      viewer,
    ),
  postcode: begins('company.postcode'),
  category: is('company.category'),
  size: (values, viewer) =>
    is('company.size_band')(
      values.flatMap((value) => (value === 'under_50' ? ['1-4', '5-9', '10-49'] : [value])),
      viewer,
    ),
  form: is('company.form'),
  language: is('company.language'),
  growth: is('company.growth'),
  funded: whether(sql`company.funded is not null`, sql`company.funded is null`),
  group: isInGroup,
  industry: begins('company.industry_code'),
  industry2025: begins('company.industry_code_2025'),
  keyword: (values) => sql`company.id in (
    select company_id from source_list_company
    where matched_keywords && ${values.map((value) => value.toLowerCase())}::text[]
  )`,
  tag: (values) => sql`company.id in (
    select company_tag.company_id from company_tag join tag on tag.id = company_tag.tag_id
    where lower(tag.name) in (${sql.join(values.map((value) => sql`lower(${value})`))})
  )`,
  list: (values) => sql`company.id in (
    select company_id from source_list_company where source_list_id in (${sql.join(values)})
  )`,
  phone: isKnown('phone'),
  email: isKnown('email'),
  earlier: whether(isEarlierPartner),
  quiet: each((value) =>
    value === 'ever'
      ? sql`company.last_contact_at is null`
      : sql`(company.last_contact_at is null or company.last_contact_at < ${monthsAgo(value)})`,
  ),
  reached: each((value) => sql`company.last_contact_at >= ${monthsAgo(value)}`),
  stage: (values) => sql`(
    company.id in (select company_id from engagement where stage in (${sql.join(values)}))
    and (
      select engagement.stage from engagement where engagement.company_id = company.id
      order by engagement.id desc limit 1
    ) in (${sql.join(values)})
  )`,
  need: each((value) => (value === 'open' ? hasOpenNeed : sql`not ${hasOpenNeed}`)),
  fits: each(
    (value) => sql`company.id in (select company_id from company_fit where candidates >= ${Number(value)})`,
  ),
  owner: each((value, viewer) =>
    value === 'none'
      ? sql`company.owner_id is null`
      : sql`company.owner_id = ${value === 'me' ? viewer.userId : value}`,
  ),
  contact: each((value) =>
    value === 'suppressed'
      ? sql`company.id in ${suppressedCompanyIds('phone')}`
      : sql`company.id not in ${suppressedCompanyIds('phone')}`,
  ),
  gone: () => sql`false`,
}

/** How search words are met: exactly, or nearly too, for words that may be mistyped. */
export type Likeness = 'exact' | 'near'

/**
 * The companies that a filter leaves. Words are met in any part of any field, each anywhere; a business ID
 * however it is written. `near` asks for the transaction that `withNearWords` prepares.
 */
export function matchingCompanies(
  db: Db,
  viewer: Who,
  { search, filters }: CompanyFilter,
  likeness: Likeness = 'exact',
): Companies {
  let companies = visibleCompanies(db, viewer)
  const businessId = readBusinessId(search)
  if (businessId.ok) companies = companies.where('company.business_id', '=', businessId.businessId)
  else if (search) companies = companies.where(meets(search, likeness))
  for (const [name, narrowing] of Object.entries(narrowings)) {
    const values = filters[name]
    if (values?.length) companies = companies.where(narrowing(values, viewer))
  }
  return companies
}

function meets(search: string, likeness: Likeness): RawBuilder<SqlBool> {
  const terms = searchTerms(search).map((spellings) => {
    const ways = spellings.map((words) => sql`company.search_text like ${containsPattern(words)}`)
    if (likeness === 'near') ways.push(sql`${spellings[0] ?? ''} <% company.search_text`)
    return sql`(${sql.join(ways, sql` or `)} or company.id = any(array(
      select company_id from source_list_company
      where matched_keywords && ${keywordsMet([spellings], likeness)} limit 10000
    )))`
  })
  return sql<SqlBool>`(${sql.join(terms, sql` and `)})`
}

/** SQL: those search words of source lists that a term of the search means, spaces or none; "powerbi" is "power bi". */
export function keywordsMet(terms: string[][], likeness: Likeness): RawBuilder<string[]> {
  const ways = terms
    .flat()
    .flatMap((words) => [
      sql`replace(keyword, ' ', '') like ${containsPattern(words.replaceAll(' ', ''))}`,
      ...(likeness === 'near' ? [sql`${words} <% keyword`] : []),
    ])
  return sql<string[]>`array(select keyword from listed_keyword where ${sql.join(ways, sql` or `)})`
}

/**
 * What must be met, each in one of its spellings. A word of one or two letters says nothing by itself: "power bi"
 * is met as it stands or as "powerbi".
 */
export function searchTerms(search: string): string[][] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length > 1 && words.some((word) => word.length < 3)) return [[words.join(' '), words.join('')]]
  return words.map((word) => [word])
}

/** Short words differ much by one letter. */
const likenessOf = (search: string) => (search.split(/\s+/).some((word) => word.length < 8) ? 0.4 : 0.5)

/** Runs a read in which words that are nearly the ones searched for are met too. */
export function withNearWords<Result>(
  db: Db,
  search: string,
  read: (trx: Db) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(likenessOf(search))}, true)`.execute(
      trx,
    )
    return read(trx)
  })
}
