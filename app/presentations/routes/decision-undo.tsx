import type { ActionFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { undoDecision } from '~/needs/match-decisions.server'
import { doOnce } from '~/platform/form.server'
import { personAndNeed } from '../person-and-need.server'

// The decision stands on the page that tells why.
export { default, loader, meta } from './why-shown'

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')
  const { need, candidate, about } = await personAndNeed(viewer, params)

  return doOnce(request, viewer.userId, async (trx, form) => {
    if (!(await undoDecision(trx, viewer, about))) return form.conflict('lists:leaving_out.nothing')
    return { to: `/needs/${need.id}/people/${candidate.id}`, toast: { text: 'lists:leaving_out.undone' } }
  })
}
