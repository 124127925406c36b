import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { doOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { cancelAbsence } from '../caseload/absences.server'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'candidates.write')
  return redirect('/caseload/absences')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const absenceId = idParam(params, 'absenceId')

  return doOnce(request, viewer.userId, async (trx) => {
    if (!(await cancelAbsence(trx, viewer, absenceId))) throw notFound()
    return { to: '/caseload/absences', toast: { text: 'caseload:absence.cancelled' } }
  })
}
