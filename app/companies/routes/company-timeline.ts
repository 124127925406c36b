import type { LoaderFunctionArgs } from '@remix-run/node'
import { listActivity } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam } from '~/platform/http.server'
import { findCompanyAt } from '../companies.server'

/** Older lines of a company's timeline, `?before=` the last one shown. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const company = await findCompanyAt(db, viewer, params)
  const before = new URL(request.url).searchParams.get('before')
  return {
    timeline: await listActivity(
      db,
      { companyId: company.id },
      { before: before && idParam({ before }, 'before') },
    ),
  }
}
