import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { unblockCompany } from '~/candidates/blocked-companies.server'
import { doOnce } from '~/platform/form.server'
import { idParam } from '~/platform/http.server'
import { ownCandidateId } from '../own-session.server'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'own_data.use')
  return redirect('/own/consents#blocked')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)
  const companyId = idParam(params, 'companyId')

  return doOnce(request, viewer.userId, async (trx) => {
    await unblockCompany(trx, viewer, candidateId, companyId)
    return { to: '/own/consents#blocked', toast: { text: 'candidates:blocked.removed' } }
  })
}
