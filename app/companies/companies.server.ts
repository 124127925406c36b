import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import {
  COUNT_LIMIT,
  containsPattern,
  type ListParams,
  type ListShape,
  type Page,
} from '~/platform/list-params'
import { readBusinessId } from './business-id'
import { type CompanyChangeForm, type CompanyForm, companyCategories } from './company'
import { sizeBands } from './size-band'
import { isCompanySuppressed, suppressedCompanyIds } from './suppressions.server'

/** Every read of companies for a page of the house starts here. */
export function visibleCompanies(db: Db, viewer: Pick<Viewer, 'roles'>) {
  const companies = db.selectFrom('company')
  return may(viewer, 'companies.read') ? companies : companies.where(sql<boolean>`false`)
}

export const companyListShape = {
  sorts: ['name', 'municipality', 'created'],
  filters: {
    municipality: null,
    category: companyCategories,
    size: sizeBands,
    contact: ['allowed', 'suppressed'],
  },
} as const satisfies ListShape<string>

type CompanySort = (typeof companyListShape.sorts)[number]

/**
 * A page of companies. The search meets any part of the name, or a business ID however it is written. Past
 * `COUNT_LIMIT` matches the total is capped.
 */
export async function listCompanies(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  list: ListParams<CompanySort>,
): Promise<Page<CompanyListRow>> {
  const matching = matchingCompanies(db, viewer, list)
  const [rows, { total }] = await Promise.all([
    companyListRows(inOrder(visibleCompanies(db, viewer), list))
      .where('company.id', 'in', idsOfPage(matching, list))
      .execute(),
    db
      .selectFrom(
        matching
          .select('company.id')
          .limit(COUNT_LIMIT + 1)
          .as('counted'),
      )
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total: Math.min(total, COUNT_LIMIT), capped: total > COUNT_LIMIT }
}

function matchingCompanies(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  { search, filters }: ListParams<CompanySort>,
) {
  let companies = visibleCompanies(db, viewer)
  const businessId = readBusinessId(search)
  if (businessId.ok) companies = companies.where('company.business_id', '=', businessId.businessId)
  else if (search) companies = companies.where('company.name_lower', 'like', containsPattern(search))
  if (filters.municipality) companies = companies.where('company.municipality', '=', filters.municipality)
  if (filters.category) companies = companies.where('company.category', '=', filters.category)
  if (filters.size) companies = companies.where('company.size_band', '=', filters.size)
  if (filters.contact) {
    const among = filters.contact === 'suppressed' ? 'in' : 'not in'
    companies = companies.where('company.id', among, suppressedCompanyIds('phone'))
  }
  return companies
}

type Companies = ReturnType<typeof visibleCompanies>
const byName = sql`company.name collate "fi-FI-x-icu"`

function inOrder(companies: Companies, { sort, direction }: ListParams<CompanySort>): Companies {
  if (sort === 'created')
    return companies.orderBy('company.created_at', direction).orderBy('company.id', direction)
  const sorted = sort === 'municipality' ? companies.orderBy('company.municipality', direction) : companies
  return sorted.orderBy(byName, direction).orderBy('company.id', direction)
}

/** Only the rows of the page are filled: what a row shows is not worked out for the rows before it. */
function idsOfPage(matching: Companies, list: ListParams<CompanySort>) {
  return inOrder(matching, list)
    .select('company.id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
}

function companyListRows(companies: Companies) {
  return companies.select((eb) => [
    'company.id',
    'company.business_id as businessId',
    'company.name',
    'company.municipality',
    'company.industry',
    'company.category',
    'company.size_band as sizeBand',
    isCompanySuppressed('phone').as('suppressed'),
    eb
      .selectFrom('engagement')
      .select('engagement.stage')
      .whereRef('engagement.company_id', '=', 'company.id')
      .orderBy('engagement.id', 'desc')
      .limit(1)
      .as('stage'),
    eb
      .selectFrom('activity')
      .select('activity.at')
      .whereRef('activity.company_id', '=', 'company.id')
      .orderBy('activity.id', 'desc')
      .limit(1)
      .as('lastActivityAt'),
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

/** One company with all that is known of it, or undefined when there is none or it is not the viewer's to see. */
export function findCompany(db: Db, viewer: Pick<Viewer, 'roles'>, companyId: string) {
  return visibleCompanies(db, viewer)
    .leftJoin('user_account as owner', 'owner.id', 'company.owner_id')
    .select([
      'company.id',
      'company.business_id as businessId',
      'company.name',
      'company.form',
      'company.industry_code as industryCode',
      'company.industry',
      'company.registered_on as registeredOn',
      'company.municipality',
      'company.street',
      'company.postcode',
      'company.website',
      'company.phone',
      'company.email',
      'company.language',
      'company.category',
      'company.size_band as sizeBand',
      'company.growth',
      'company.growth_source as growthSource',
      'company.funded',
      'company.description',
      'company.created_at as createdAt',
      'company.version',
      'owner.name as ownerName',
      isCompanySuppressed('phone').as('callSuppressed'),
      isCompanySuppressed('email').as('mailSuppressed'),
    ])
    .where('company.id', '=', companyId)
    .executeTakeFirst()
}

export type Company = NonNullable<Awaited<ReturnType<typeof findCompany>>>

/** The company that already has this business ID, or undefined. */
export function findCompanyByBusinessId(db: Db, businessId: string) {
  return db
    .selectFrom('company')
    .select(['company.id', 'company.name'])
    .where('company.business_id', '=', businessId)
    .executeTakeFirst()
}

/** Adds a company; `taken` when another has its business ID. */
export async function addCompany(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  form: CompanyForm,
): Promise<{ id: string } | 'taken'> {
  const added = await trx
    .insertInto('company')
    .values({ ...columnsOf(form), owner_id: viewer.userId, created_by: viewer.userId })
    .onConflict((conflict) => conflict.constraint('company_business_id_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return 'taken'
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_added',
    subject: ['company', added.id],
    companyId: added.id,
  })
  return added
}

/** Changes a company; `conflict` when somebody changed it after the form was opened, `taken` as in `addCompany`. */
export async function changeCompany(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  companyId: string,
  form: CompanyChangeForm,
): Promise<'changed' | 'conflict' | 'taken'> {
  const holder = form.businessId ? await findCompanyByBusinessId(trx, form.businessId) : undefined
  if (holder && holder.id !== companyId) return 'taken'
  const changed = await trx
    .updateTable('company')
    .set((eb) => ({ ...columnsOf(form), version: eb('company.version', '+', 1) }))
    .where('id', '=', companyId)
    .where('version', '=', form.version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return 'conflict'
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_changed',
    subject: ['company', companyId],
    companyId,
  })
  return 'changed'
}

function columnsOf(form: CompanyForm) {
  return {
    name: form.name,
    business_id: form.businessId ?? null,
    form: form.form ?? null,
    category: form.category,
    industry: form.industry ?? null,
    industry_code: form.industryCode ?? null,
    registered_on: form.registeredOn ?? null,
    municipality: form.municipality ?? null,
    street: form.street ?? null,
    postcode: form.postcode ?? null,
    website: form.website ?? null,
    phone: form.phone ?? null,
    email: form.email ?? null,
    language: form.language,
    size_band: form.sizeBand ?? null,
    growth: form.growth ?? null,
    growth_source: form.growthSource ?? null,
    funded: form.funded ?? null,
    description: form.description ?? null,
  }
}
