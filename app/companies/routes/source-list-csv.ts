import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { sendExport } from '~/exports/exports.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { readListParams } from '~/platform/list-params'
import { sourceListToExport } from '../source-list-export.server'
import { findSourceList, listedCompaniesShape } from '../source-lists.server'

/** The companies of a list and what was decided of them, as a table for spreadsheets. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.export')
  const sourceList = orNotFound(await findSourceList(db, viewer, idParam(params, 'sourceListId')))
  const list = readListParams(request.url, listedCompaniesShape)
  return sendExport(db, viewer, sourceListToExport(db, viewer, sourceList, list))
}
