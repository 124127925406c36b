import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam } from '~/platform/http.server'
import { removeCandidateSkill } from '../candidate-skills.server'
import { findCandidateAt } from '../candidates.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'candidates.write')
  return redirect(`/candidates/${idParam(params, 'candidateId')}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')

  const { id: candidateId } = await findCandidateAt(db, viewer, params)

  return doOnce(request, viewer.userId, async (trx) => {
    await removeCandidateSkill(trx, viewer, candidateId, params.skillId ?? '')
    return { to: `/candidates/${candidateId}#skills`, toast: { text: 'candidates:skills.removed' } }
  })
}
