import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { countUpTo } from '~/platform/list-page.server'
import type { Page } from '~/platform/list-params'
import { houseOrder, type PointReason } from './call-order'
import { pointsOf } from './call-order.server'
import { visibleCompanies } from './companies.server'
import { evidenceOf } from './company-evidence.server'
import type { CompanyFilter, CompanyList } from './company-filter'
import { type Likeness, matchingCompanies, withNearWords } from './company-filter.server'
import { isCompanySuppressed } from './suppression-check.server'

type Who = Pick<Viewer, 'roles' | 'userId'>
type Companies = ReturnType<typeof visibleCompanies>

/** With fewer matches than this, words that are nearly the ones searched for are looked for too. */
const FEW = 5
/** The nearest of no more than these are shown; a second chance is no list to page through. */
const NEAR = 200

export type CompanyPage = Page<CompanyListRow> & {
  /** Words nearly like those searched for were met too; the nearest come first. */
  nearly: boolean
}

/** A page of companies with what speaks for calling each. Past `COUNT_LIMIT` matches the total is capped. */
export async function listCompanies(db: Db, viewer: Who, list: CompanyList): Promise<CompanyPage> {
  const matching = matchingCompanies(db, viewer, list)
  const [rows, count] = await Promise.all([
    companyListRows(inOrder(visibleCompanies(db, viewer), list), list.search, 'exact')
      .where('company.id', 'in', idsOfPage(matching, list))
      .execute(),
    countUpTo(db, matching.select('company.id')),
  ])
  if (count.total < FEW && list.page === 1 && mayBeMistyped(list.search)) {
    const near = await listNearCompanies(db, viewer, list)
    if (near.total > count.total) return near
  }
  return { rows, ...count, nearly: false }
}

/** Four letters in a row: numbers and shorter words are nearly like too many others. */
const mayBeMistyped = (search: string) => /\p{L}{4}/u.test(search)

/** How many companies a filter leaves, counted no further than `COUNT_LIMIT`. */
export function countCompanies(db: Db, viewer: Who, filter: CompanyFilter) {
  return countUpTo(db, matchingCompanies(db, viewer, filter).select('company.id'))
}

function listNearCompanies(db: Db, viewer: Who, list: CompanyList): Promise<CompanyPage> {
  return withNearWords(db, list.search, async (trx) => {
    const near = matchingCompanies(trx, viewer, list, 'near').select('company.id').limit(NEAR)
    const rows = await companyListRows(visibleCompanies(trx, viewer), list.search, 'near')
      .where('company.id', 'in', near)
      .orderBy(sql`word_similarity(${list.search.toLowerCase()}, company.search_text)`, 'desc')
      .orderBy('company.id')
      .limit(list.pageSize)
      .execute()
    return { rows, total: rows.length, capped: false, nearly: true }
  })
}

const byName = sql`company.name collate "fi-FI-x-icu"`

function inOrder(companies: Companies, { sort, direction }: CompanyList): Companies {
  if (sort === 'created')
    return companies.orderBy('company.created_at', direction).orderBy('company.id', direction)
  if (sort === 'contacted')
    return companies
      .orderBy('company.last_contact_at', (order) =>
        direction === 'asc' ? order.asc().nullsFirst() : order.desc().nullsLast(),
      )
      .orderBy('company.id', direction)
  const sorted = sort === 'municipality' ? companies.orderBy('company.municipality', direction) : companies
  return sorted.orderBy(byName, direction).orderBy('company.id', direction)
}

/** Only the rows of the page are filled: what a row shows is not worked out for the rows before it. */
function idsOfPage(matching: Companies, list: CompanyList) {
  return inOrder(matching, list)
    .select('company.id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
}

function companyListRows(companies: Companies, search: string, likeness: Likeness) {
  const evidence = search ? evidenceOf(search, likeness) : (sql`null` as ReturnType<typeof evidenceOf>)
  const worth = pointsOf(houseOrder)
  return companies
    .innerJoinLateral(worth.as('worth'), (join) => join.onTrue())
    .select((eb) => [
      'company.id',
      'company.business_id as businessId',
      'company.name',
      'company.municipality',
      'company.industry',
      'company.size_band as sizeBand',
      'company.last_contact_at as lastContactAt',
      'worth.points',
      sql<PointReason[]>`worth.reasons`.as('reasons'),
      evidence.as('evidence'),
      isCompanySuppressed('phone').as('suppressed'),
      eb
        .selectFrom('engagement')
        .select('engagement.stage')
        .whereRef('engagement.company_id', '=', 'company.id')
        .orderBy('engagement.id', 'desc')
        .limit(1)
        .as('stage'),
    ])
}

export type CompanyListRow = Awaited<ReturnType<ReturnType<typeof companyListRows>['execute']>>[number]

/** The municipalities that companies lie in, for the filter: one index probe a municipality, not a scan of rows. */
export async function listMunicipalities(db: Db): Promise<string[]> {
  const { rows } = await sql<{ municipality: string }>`
    with recursive found as (
      (select municipality from company where municipality is not null order by municipality limit 1)
      union all
      select (
        select company.municipality from company where company.municipality > found.municipality
        order by company.municipality limit 1
      ) from found where found.municipality is not null
    )
    select municipality from found where municipality is not null
    order by municipality collate "fi-FI-x-icu" limit 1000
  `.execute(db)
  return rows.map((row) => row.municipality)
}
