import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { endSessions } from '~/auth/session.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { redirectWithToast } from '~/platform/http.server'

/** Signs the own account out everywhere but here. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_account.manage')

  await db.transaction().execute((trx) => endSessions(trx, viewer.userId, viewer.sessionId))
  return redirectWithToast('/account', { text: 'auth:others_signed_out' })
}

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'own_account.manage')
  return redirect('/account')
}
