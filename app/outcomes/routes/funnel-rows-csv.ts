import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { csvLine } from '~/platform/csv'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { COUNT_LIMIT } from '~/platform/list-params'
import { isFunnelStep } from '../funnel'
import { findRound, listFunnelRows } from '../funnel.server'

/** The rows behind one number, as a file a spreadsheet opens; people by number only. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'outcomes.read')
  const { step } = params
  const round = await findRound(db, viewer, idParam(params, 'roundId'))
  if (!round || !isFunnelStep(step)) throw notFound()
  const everything = {
    search: '',
    sort: 'label',
    direction: 'asc' as const,
    page: 1,
    pageSize: COUNT_LIMIT,
    filters: {},
  }
  const { rows } = await listFunnelRows(db, viewer, step, round.id, everything)
  const lines = rows.map((row) =>
    csvLine([row.label, row.more ?? '', row.at ? new Date(row.at).toISOString() : '']),
  )
  return new Response(`\uFEFF${lines.join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${step}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
