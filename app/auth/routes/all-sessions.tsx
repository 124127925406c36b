import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, redirectDocument } from '@remix-run/node'
import { endSessions, forgetSessionCookie } from '~/auth/session.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'

/** Signs the own account out everywhere, here too. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_account.manage')

  await db.transaction().execute((trx) => endSessions(trx, viewer.userId))
  return redirectDocument('/sign-in', { status: 303, headers: { 'Set-Cookie': forgetSessionCookie() } })
}

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'own_account.manage')
  return redirect('/account')
}
