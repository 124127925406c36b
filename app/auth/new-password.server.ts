import { data } from '@remix-run/node'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { isOwnAddress, NewPasswordForm, PASSWORD_FIELDS } from './account'
import { findAccountLink, type LinkPurpose } from './account-links.server'
import { setPasswordByLink } from './invitations.server'

/** What a page of a mailed link shows. Opening it uses nothing up: mail programs open links before people do. */
export async function loadNewPassword(token: string | undefined, purpose: LinkPurpose) {
  const link = await findAccountLink(db, token ?? '', purpose)
  return data(link ? { email: link.email, name: link.name } : null, { status: link ? 200 : 410 })
}

/** The posted password of a mailed link: saved once, then the person signs in with it. */
export async function postNewPassword(request: Request, token: string | undefined, purpose: LinkPurpose) {
  const link = await findAccountLink(db, token ?? '', purpose)
  if (!link) throw new Response(null, { status: 410, statusText: 'Gone' })

  const form = await parseForm(request, NewPasswordForm, PASSWORD_FIELDS)
  if (!form.ok) return form.reply
  const { password } = form.value
  if (isOwnAddress(password, link.email)) return form.refuse({ password: ['auth:own_address'] })

  return submitOnce(form, null, async (trx) => {
    const isSet = await setPasswordByLink(trx, { token: token ?? '', userId: link.userId, password })
    if (!isSet) return form.conflict('auth:link_dead')
    return { to: '/sign-in', toast: { text: 'auth:password_set' } }
  })
}
