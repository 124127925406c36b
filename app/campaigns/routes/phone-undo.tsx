import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findPhoneViewer, followCall } from '../call-phone.server'
import { takeBackOutcome } from '../call-undo.server'

export const meta = pageTitle('campaigns:undo')

/** Public: the button alone; what it does asks for the phone's cookie. */
export function loader() {
  return null
}

/** Public: the outcome of the one call that the phone's cookie opens is taken back, and the phone goes on with it. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await findPhoneViewer(db, request)
  if (!viewer) throw redirect('/phone', 303)
  return doOnce(request, viewer.userId, async (trx) => {
    const { heldAgain, toast } = orNotFound(await takeBackOutcome(trx, viewer, viewer.callId))
    if (heldAgain) await followCall(trx, { from: viewer.callId, to: heldAgain })
    return { to: '/phone', toast }
  })
}

export default function PhoneUndo() {
  const { t } = useText()
  return (
    <FormPage
      title={t('campaigns:undo')}
      up={{ to: '/phone', label: t('campaigns:back_to_card') }}
      note={t('campaigns:undo_lead')}
      submit={t('campaigns:undo')}
    />
  )
}
