import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findAccount } from '~/auth/accounts.server'
import { inviteAgain } from '~/auth/invitations.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { NothingForm } from '~/platform/fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'accounts.manage')
  return redirect(`/accounts/${idParam(params, 'userId')}`)
}

/** Sends the invitation again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'accounts.manage')
  const userId = idParam(params, 'userId')

  const form = await parseForm(request, NothingForm)
  if (!form.ok) return form.reply
  orNotFound(await findAccount(db, userId))

  return submitOnce(form, viewer.userId, async (trx) => {
    await inviteAgain(trx, viewer, userId)
    return { to: `/accounts/${userId}`, toast: { text: 'auth:invited_toast' } }
  })
}
