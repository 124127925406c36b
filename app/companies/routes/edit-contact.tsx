import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { ContactChangeForm } from '../company'
import { ContactFields } from '../contact-fields'
import { changeContact, findContact } from '../contacts.server'

export const meta = pageTitle('companies:edit_contact')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const contact = orNotFound(await findContact(db, viewer, contactAt(params)))
  return { contact }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const at = contactAt(params)
  const form = await parseForm(request, ContactChangeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const contact = orNotFound(await findContact(trx, viewer, at))
    const changed = await changeContact(trx, viewer, contact, form.value)
    if (!changed) return form.conflict('errors:changed_by_other')
    return { to: `/companies/${at.companyId}`, toast: { text: 'companies:saved' } }
  })
}

function contactAt(params: LoaderFunctionArgs['params']) {
  return { companyId: idParam(params, 'companyId'), contactId: idParam(params, 'contactId') }
}

export default function EditContact() {
  const { t } = useText()
  const { contact } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('companies:edit_contact')}
      up={{ to: `/companies/${contact.companyId}`, label: contact.companyName }}
      defaultValue={contact}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={contact.version} />
      <ContactFields />
    </FormPage>
  )
}
