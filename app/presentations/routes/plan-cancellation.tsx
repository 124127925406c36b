import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { cancelPlan, findPlan } from '../plans.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'presentations.write')
  return redirect(`/presentations/plans/${idParam(params, 'planId')}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')
  const plan = orNotFound(await findPlan(db, viewer, idParam(params, 'planId')))

  return doOnce(request, viewer.userId, async (trx) => {
    const cancelled = await cancelPlan(trx, viewer, plan)
    return {
      to: `/presentations/plans/${plan.id}`,
      toast: { text: cancelled ? 'presentations:plan.cancelled_done' : 'errors:changed_by_other' },
    }
  })
}
