import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findAccount, reopenAccount } from '~/auth/accounts.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'accounts.manage')
  return redirect(`/accounts/${idParam(params, 'userId')}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'accounts.manage')
  const userId = idParam(params, 'userId')
  orNotFound(await findAccount(db, userId))
  return doOnce(request, viewer.userId, async (trx) => {
    await reopenAccount(trx, viewer, userId)
    return { to: `/accounts/${userId}`, toast: { text: 'auth:reopened_toast' } }
  })
}
