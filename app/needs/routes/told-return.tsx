import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { doOnce } from '~/platform/form.server'
import { takeToldUp, toldAtOf } from '../told.server'

/** Taking up is a button in the list; opened as an address it leads there. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'needs.write')
  throw redirect('/needs/told')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'needs.write')
  const at = toldAtOf(params)
  return doOnce(request, viewer.userId, async (trx, form) => {
    if (!(await takeToldUp(trx, viewer, at))) return form.conflict('errors:changed_by_other')
    return { to: '/needs/told', toast: { text: 'told:taken_up' } }
  })
}
