import type { LoaderFunctionArgs } from '@remix-run/node'
import { listActivity } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { findCompany } from '../companies.server'

/** Older lines of a company's timeline, `?before=` the last one shown. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const company = orNotFound(await findCompany(db, viewer, idParam(params, 'companyId')))
  const before = new URL(request.url).searchParams.get('before')
  return {
    timeline: await listActivity(
      db,
      { companyId: company.id },
      { before: before && idParam({ before }, 'before') },
    ),
  }
}
