import type { ActionFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { findPlan, sendPlan } from '../plans.server'

// A refusal is shown on the plan itself.
export { default, loader, meta } from './plan'

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')
  const plan = orNotFound(await findPlan(db, viewer, idParam(params, 'planId')))

  return doOnce(request, viewer.userId, async (trx) => {
    const id = await sendPlan(trx, viewer, plan)
    return { to: `/presentations/${id}`, toast: { text: 'presentations:sent' } }
  })
}
