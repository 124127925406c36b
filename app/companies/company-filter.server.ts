import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { containsPattern } from '~/platform/list-params'
import { readBusinessId } from './business-id'
import { visibleCompanies } from './companies.server'
import type { CompanyFilter } from './company-filter'
import { placesOf, type Region } from './region'
import { suppressedCompanyIds } from './suppression-check.server'

type Companies = ReturnType<typeof visibleCompanies>
type Who = Pick<Viewer, 'roles' | 'userId'>
type Narrowing = (value: string, viewer: Who) => RawBuilder<SqlBool>

const is = (column: string): Narrowing => {
  return (value) => sql<SqlBool>`${sql.ref(column)} = ${value}`
}
const begins = (column: string): Narrowing => {
  return (value) => sql<SqlBool>`${sql.ref(column)} like ${containsPattern(value).slice(1)}`
}

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

const narrowings: Record<string, Narrowing> = {
  municipality: is('company.municipality'),
  region: (value) => sql`company.place_key in (${sql.join(placesOf(value as Region))})`,
  category: is('company.category'),
  size: (value, viewer) =>
    value === 'under_50'
      ? sql`company.size_band in ('1-4', '5-9', '10-49')`
      : is('company.size_band')(value, viewer),
  growth: is('company.growth'),
  funded: (value) => (value === 'yes' ? sql`company.funded is not null` : sql`company.funded is null`),
  industry: begins('company.industry_code'),
  industry2025: begins('company.industry_code_2025'),
  keyword: (value) => sql`company.id in (
    select company_id from source_list_company where matched_keywords @> array[${value.toLowerCase()}]
  )`,
  tag: (value) => sql`company.id in (
    select company_tag.company_id from company_tag join tag on tag.id = company_tag.tag_id
    where lower(tag.name) = lower(${value})
  )`,
  earlier: (value) => (value === 'yes' ? isEarlierPartner : sql`not ${isEarlierPartner}`),
  quiet: (value) =>
    value === 'ever'
      ? sql`company.last_contact_at is null`
      : sql`(company.last_contact_at is null or company.last_contact_at < now() - make_interval(months => ${Number(value)}))`,
  stage: (value) => sql`${value} = (
    select engagement.stage from engagement where engagement.company_id = company.id
    order by engagement.id desc limit 1
  )`,
  need: (value) => (value === 'open' ? hasOpenNeed : sql`not ${hasOpenNeed}`),
  fits: (value) =>
    sql`company.id in (select company_id from company_fit where candidates >= ${Number(value)})`,
  owner: (value, viewer) =>
    value === 'me' ? sql`company.owner_id = ${viewer.userId}` : sql`company.owner_id is null`,
  contact: (value) =>
    value === 'suppressed'
      ? sql`company.id in ${suppressedCompanyIds('phone')}`
      : sql`company.id not in ${suppressedCompanyIds('phone')}`,
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
  for (const [name, value] of Object.entries(filters)) {
    const narrowing = narrowings[name]
    if (narrowing) companies = companies.where(narrowing(value, viewer))
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
