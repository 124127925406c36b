import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findAccount } from '~/auth/accounts.server'
import { inviteAgain } from '~/auth/invitations.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'accounts.manage')
  return redirect(`/accounts/${idParam(params, 'userId')}`)
}

/** Sends the invitation again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'accounts.manage')
  const userId = idParam(params, 'userId')
  orNotFound(await findAccount(db, userId))
  return doOnce(request, viewer.userId, async (trx) => {
    await inviteAgain(trx, viewer, userId)
    return { to: `/accounts/${userId}`, toast: { text: 'auth:invited_toast' } }
  })
}
