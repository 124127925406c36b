import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { removeCandidateSkill } from '~/candidates/candidate-skills.server'
import { NothingForm } from '~/platform/fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { ownCandidateId } from '../own-session.server'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'own_data.use')
  return redirect('/own/data#skills')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)

  const form = await parseForm(request, NothingForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await removeCandidateSkill(trx, viewer, candidateId, params.skillId ?? '')
    return { to: '/own/data#skills', toast: { text: 'person:skill.removed' } }
  })
}
