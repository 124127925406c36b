import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { findCandidate } from '~/candidates/candidates.server'
import { undoDecision } from '~/needs/match-decisions.server'
import { findNeed } from '~/needs/needs.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'

// The decision stands on the page that tells why.
export { default, loader, meta } from './why-shown'

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')
  const [need, candidate] = await Promise.all([
    findNeed(db, viewer, idParam(params, 'needId')),
    findCandidate(db, viewer, idParam(params, 'candidateId')),
  ])
  if (!need || !candidate) throw notFound()

  const form = await parseForm(request, z.object({}))
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const about = { needId: need.id, companyId: need.companyId, candidateId: candidate.id }
    if (!(await undoDecision(trx, viewer, about))) return form.conflict('lists:leaving_out.nothing')
    return { to: `/needs/${need.id}/people/${candidate.id}`, toast: { text: 'lists:leaving_out.undone' } }
  })
}
