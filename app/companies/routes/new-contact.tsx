import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findCompanyAt } from '../companies.server'
import { ContactForm } from '../company'
import { ContactFields } from '../contact-fields'
import { addContact } from '../contacts.server'

export const meta = pageTitle('companies:add_contact')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return { company: await findCompanyAt(db, viewer, params) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, ContactForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { id: companyId } = await findCompanyAt(trx, viewer, params)
    await addContact(trx, viewer, companyId, form.value)
    return { to: `/companies/${companyId}`, toast: { text: 'companies:contact_added' } }
  })
}

export default function NewContact() {
  const { t } = useText()
  const { company } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('companies:add_contact')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      submit={t('ui:save')}
    >
      <ContactFields />
    </FormPage>
  )
}
