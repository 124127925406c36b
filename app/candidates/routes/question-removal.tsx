import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { findEntrustedCandidate } from '../candidates.server'
import { takeBackQuestion } from '../consent-questions.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'consents.write')
  return redirect(`/candidates/${idParam(params, 'candidateId')}#consents`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'consents.write')
  const at = { candidateId: idParam(params, 'candidateId'), questionId: idParam(params, 'questionId') }
  if (!(await findEntrustedCandidate(db, viewer, at.candidateId))) throw notFound()

  return doOnce(request, viewer.userId, async (trx) => {
    const taken = await takeBackQuestion(trx, viewer, at)
    return {
      to: `/candidates/${at.candidateId}#consents`,
      toast: { text: taken ? 'consents:question_taken_back' : 'errors:changed_by_other' },
    }
  })
}
