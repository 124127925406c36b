import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { doOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { removeOwnCv } from '../own-data.server'
import { ownCandidateId } from '../own-session.server'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'own_data.use')
  return redirect('/own/data#cvs')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const at = { candidateId: ownCandidateId(viewer), cvId: idParam(params, 'cvId') }

  return doOnce(request, viewer.userId, async (trx) => {
    if (!(await removeOwnCv(trx, viewer, at))) throw notFound()
    return { to: '/own/data#cvs', toast: { text: 'history:cv.removed' } }
  })
}
