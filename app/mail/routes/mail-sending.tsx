import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { findMail, sendAgain } from '~/mail/mail.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'mailbox.read')
  return redirect(`/mailbox/${idParam(params, 'mailId')}`)
}

/** Tries to send a mail that the service did not take. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'mailbox.read')
  const mailId = idParam(params, 'mailId')
  orNotFound(await findMail(db, mailId))
  return doOnce(request, viewer.userId, async (trx) => {
    await sendAgain(trx, mailId)
    return { to: `/mailbox/${mailId}`, toast: { text: 'mail:trying_again' } }
  })
}
