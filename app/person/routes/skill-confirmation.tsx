import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { doOnce } from '~/platform/form.server'
import { notFound } from '~/platform/http.server'
import { confirmOwnSkill } from '../own-data.server'
import { ownCandidateId } from '../own-session.server'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'own_data.use')
  return redirect('/own/data#skills')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)

  return doOnce(request, viewer.userId, async (trx) => {
    if (!(await confirmOwnSkill(trx, viewer, candidateId, params.skillId ?? ''))) throw notFound()
    return { to: '/own/data#skills', toast: { text: 'person:skill.confirmed_done' } }
  })
}
