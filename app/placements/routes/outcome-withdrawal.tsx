import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { withdrawOutcome } from '../follow-up.server'
import { findPlacement } from '../placements.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'placements.write')
  return redirect(`/placements/${idParam(params, 'placementId')}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'placements.write')
  const placement = await findPlacement(db, viewer, idParam(params, 'placementId'))
  if (!placement) throw notFound()

  const form = await parseForm(request, z.object({}))
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await withdrawOutcome(trx, viewer, placement, idParam(params, 'outcomeId'))
    return { to: `/placements/${placement.id}#outcomes`, toast: { text: 'placements:outcome.withdrawn' } }
  })
}
