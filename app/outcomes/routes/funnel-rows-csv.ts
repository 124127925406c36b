import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { sendExport } from '~/exports/exports.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { isFunnelStep } from '../funnel'
import { findRound } from '../funnel.server'
import { funnelRowsToExport } from '../funnel-export.server'

/** The rows behind one number as a table for spreadsheets; people by number only. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'outcomes.read')
  const { step } = params
  const round = await findRound(db, viewer, idParam(params, 'roundId'))
  if (!round || !isFunnelStep(step)) throw notFound()
  return sendExport(db, viewer, funnelRowsToExport(db, viewer, step, round.id))
}
