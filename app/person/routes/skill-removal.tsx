import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { removeCandidateSkill } from '~/candidates/candidate-skills.server'
import { doOnce } from '~/platform/form.server'
import { ownCandidateId } from '../own-session.server'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'own_data.use')
  return redirect('/own/data#skills')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)

  return doOnce(request, viewer.userId, async (trx) => {
    await removeCandidateSkill(trx, viewer, candidateId, params.skillId ?? '')
    return { to: '/own/data#skills', toast: { text: 'person:skill.removed' } }
  })
}
