import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { NothingForm } from '~/platform/fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { cancelAbsence } from '../caseload/absences.server'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'candidates.write')
  return redirect('/caseload/absences')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const absenceId = idParam(params, 'absenceId')

  const form = await parseForm(request, NothingForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await cancelAbsence(trx, viewer, absenceId))) throw notFound()
    return { to: '/caseload/absences', toast: { text: 'caseload:absence.cancelled' } }
  })
}
