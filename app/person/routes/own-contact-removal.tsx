import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { removeOwnContact } from '~/candidates/own-contacts.server'
import { doOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { ownCandidateId } from '../own-session.server'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'own_data.use')
  return redirect('/own/contacts')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const at = { candidateId: ownCandidateId(viewer), ownContactId: idParam(params, 'ownContactId') }

  return doOnce(request, viewer.userId, async (trx) => {
    if (!(await removeOwnContact(trx, viewer, at))) throw notFound()
    const undo = `/own/contacts/${at.ownContactId}/return`
    return { to: '/own/contacts', toast: { text: 'history:own_contact.removed', undo } }
  })
}
