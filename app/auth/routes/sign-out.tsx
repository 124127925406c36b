import { type ActionFunctionArgs, redirect, redirectDocument } from '@remix-run/node'
import { currentSession, endSession, forgetSessionCookie } from '~/auth/session.server'

/** Public: signing out works also when the session has already ended. */
export async function action({ request }: ActionFunctionArgs) {
  const session = await currentSession(request)

  const cookie = session ? await endSession(session.sessionId) : forgetSessionCookie()
  return redirectDocument('/sign-in', { status: 303, headers: { 'Set-Cookie': cookie } })
}

/** Public: a followed or remembered address signs nobody out. */
export function loader() {
  return redirect('/')
}
