import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { changeAtVersion } from '~/platform/versions.server'
import type { CompanyChangeForm, CompanyForm } from './company'
import { lookForDuplicatesLater } from './duplicates/duplicate-search.server'
import { isCompanySuppressed } from './suppression-check.server'

/** Every read of companies for a page of the house starts here. */
export function visibleCompanies(db: Db, viewer: Pick<Viewer, 'roles'>) {
  const companies = db.selectFrom('company')
  return may(viewer, 'companies.read') ? companies : companies.where(sql<boolean>`false`)
}

/** One company with all that is known of it, or undefined when there is none or it is not the viewer's to see. */
export function findCompany(db: Db, viewer: Pick<Viewer, 'roles'>, companyId: string) {
  return visibleCompanies(db, viewer)
    .leftJoin('user_account as owner', 'owner.id', 'company.owner_id')
    .select([
      'company.id',
      'company.business_id as businessId',
      'company.parent_business_id as parentBusinessId',
      'company.no_business_id as noBusinessId',
      'company.name',
      'company.form',
      'company.industry_code as industryCode',
      'company.industry_code_2025 as industryCode2025',
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

/** The company that an address names by its `companyId`. Throws a 404 where the viewer may not see it. */
export async function findCompanyAt(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  params: Record<string, string | undefined>,
): Promise<{ id: string; name: string }> {
  const company = await visibleCompanies(db, viewer)
    .select(['company.id', 'company.name'])
    .where('company.id', '=', idParam(params, 'companyId'))
    .executeTakeFirst()
  return orNotFound(company)
}

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
  await lookForDuplicatesLater(trx, [added.id])
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
  const changed = await changeAtVersion(
    trx,
    'company',
    { id: companyId, version: form.version },
    columnsOf(form),
  )
  if (!changed) return 'conflict'
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_changed',
    subject: ['company', companyId],
    companyId,
  })
  await lookForDuplicatesLater(trx, [companyId])
  return 'changed'
}

function columnsOf(form: CompanyForm) {
  return {
    name: form.name,
    business_id: form.businessId ?? null,
    no_business_id: form.businessId ? null : (form.noBusinessId ?? 'not_known'),
    form: form.form ?? null,
    category: form.category,
    industry: form.industry ?? null,
    industry_code: form.industryCode ?? null,
    industry_code_2025: form.industryCode2025 ?? null,
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
