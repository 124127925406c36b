import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { doOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { removeOwnTime } from '../host-calendar.server'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'meetings.write')
  return redirect('/meetings/calendar')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  return doOnce(request, viewer.userId, async (trx) => {
    if (!(await removeOwnTime(trx, viewer, idParam(params, 'timeId')))) throw notFound()
    return { to: '/meetings/calendar', toast: { text: 'booking:calendar_saved' } }
  })
}
