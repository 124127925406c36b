import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { ContactLeftForm } from '../company'
import { findContact, markContactLeft } from '../contacts.server'

export const meta = pageTitle('companies:mark_left')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const contact = await findContact(db, viewer, contactAt(params))
  if (!contact || contact.leftAt) throw notFound()
  return { contact }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const at = contactAt(params)
  const form = await parseForm(request, ContactLeftForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const contact = orNotFound(await findContact(trx, viewer, at))
    const left = await markContactLeft(trx, viewer, contact)
    if (!left) return form.conflict('errors:changed_by_other')
    return { to: `/companies/${at.companyId}`, toast: { text: 'companies:contact_left_saved' } }
  })
}

function contactAt(params: LoaderFunctionArgs['params']) {
  return { companyId: idParam(params, 'companyId'), contactId: idParam(params, 'contactId') }
}

export default function ContactLeaving() {
  const { t } = useText()
  const { contact } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('companies:mark_left')}
      lead={t('companies:mark_left_lead', { name: contact.name, company: contact.companyName })}
      up={{ to: `/companies/${contact.companyId}`, label: contact.companyName }}
      submit={t('companies:mark_left')}
    >
      <HiddenField name="version" value={contact.version} />
    </FormPage>
  )
}
