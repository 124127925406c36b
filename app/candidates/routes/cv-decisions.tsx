import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { toCv } from '../cv-action.server'
import { DecisionForm } from '../cv-decision'
import { decideFindings } from '../cv-decisions.server'
import { findCv } from '../cvs.server'

export async function loader(args: LoaderFunctionArgs) {
  await requireMay(args.request, 'candidates.write')
  return toCv(args)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const at = { candidateId: idParam(params, 'candidateId'), cvId: idParam(params, 'cvId') }
  const cv = orNotFound(await findCv(db, viewer, at))

  const form = await parseForm(request, DecisionForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { decision, findingId } = form.value
    const ofCv = { id: cv.id, candidateId: at.candidateId }
    const decidedAt = await decideFindings(trx, viewer, ofCv, decision, findingId ?? null)
    const to = `/candidates/${at.candidateId}/cvs/${cv.id}`
    if (findingId || !decidedAt) return { to }
    const undo = `${to}/decisions/undoing?at=${decidedAt.toISOString()}`
    return { to, toast: { text: 'cvs:all_decided', undo } }
  })
}
