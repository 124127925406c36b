import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { CANDIDATE_SORTS, listCandidates } from '../candidate-list.server'

const MOST_SUGGESTIONS = 8

/** People for a field in which one is chosen by typing: the number, and what this viewer may know beside it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.read')
  const list = readListParams(request.url, { sorts: CANDIDATE_SORTS, pageSize: MOST_SUGGESTIONS })
  if (list.search.length < 2) return json({ suggestions: [] })
  const { rows } = await listCandidates(db, viewer, list)
  return json({
    suggestions: rows.map((row) => [row.number, row.name ?? row.headline].filter(Boolean).join(' ')),
  })
}
