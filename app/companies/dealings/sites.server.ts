import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { changeAtVersion } from '~/platform/versions.server'
import { findCompanyAt } from '../companies.server'
import type { SiteForm } from './dealing-forms'

type Who = Pick<Viewer, 'userId'>
type At = { companyId: string; siteId: string }

/** Adds a place where a company also is; its own address stays on the company. */
export async function addSite(trx: Trx, viewer: Who, companyId: string, form: SiteForm): Promise<void> {
  const { id } = await trx
    .insertInto('company_site')
    .values({ ...columnsOf(form), company_id: companyId, created_by: viewer.userId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordSite(trx, viewer, 'company_site_added', { companyId, siteId: id })
}

/** The site that an address names and its company. Throws a 404 where the viewer may not see the company. */
export async function findSiteAt(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  params: Record<string, string | undefined>,
) {
  const company = await findCompanyAt(db, viewer, params)
  const site = await db
    .selectFrom('company_site')
    .select(['id', 'name', 'street', 'postcode', 'municipality', 'phone', 'version'])
    .where('company_id', '=', company.id)
    .where('id', '=', idParam(params, 'siteId'))
    .executeTakeFirst()
  return { company, site: orNotFound(site) }
}

/** Changes a site; false when somebody changed it after the form was opened. */
export async function changeSite(
  trx: Trx,
  viewer: Who,
  at: At,
  form: SiteForm & { version: number },
): Promise<boolean> {
  const changed = await changeAtVersion(
    trx,
    'company_site',
    { id: at.siteId, version: form.version },
    columnsOf(form),
  )
  if (!changed) return false
  await recordSite(trx, viewer, 'company_site_changed', at)
  return true
}

/** Removes a site that is no more. */
export async function removeSite(trx: Trx, viewer: Who, at: At): Promise<void> {
  await trx.deleteFrom('company_site').where('id', '=', at.siteId).execute()
  await recordSite(trx, viewer, 'company_site_removed', at)
}

function recordSite(
  trx: Trx,
  viewer: Who,
  action: 'company_site_added' | 'company_site_changed' | 'company_site_removed',
  { companyId, siteId }: At,
) {
  return recordActivity(trx, {
    actorId: viewer.userId,
    action,
    subject: ['company_site', siteId],
    companyId,
  })
}

function columnsOf(form: SiteForm) {
  return {
    name: form.name ?? null,
    street: form.street ?? null,
    postcode: form.postcode ?? null,
    municipality: form.municipality ?? null,
    phone: form.phone ?? null,
  }
}
