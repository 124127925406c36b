import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Field, Select } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { listOwnerChoices } from '../bulk-changes.server'
import { findCompanyAt } from '../companies.server'
import { findContact } from '../contacts.server'
import { noteAcquaintance } from '../dealings/acquaintances.server'
import { AcquaintanceForm } from '../dealings/dealing-forms'

export const meta = pageTitle('dealings:acquaintance.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompanyAt(db, viewer, params)
  const contact = orNotFound(
    await findContact(db, viewer, {
      companyId: company.id,
      contactId: idParam(params, 'contactId'),
    }),
  )
  const people = await listOwnerChoices(db)
  return {
    company,
    contact: { name: contact.name },
    people,
    userId: viewer.userId,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, AcquaintanceForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { id: companyId } = await findCompanyAt(trx, viewer, params)
    const contact = orNotFound(
      await findContact(trx, viewer, { companyId, contactId: idParam(params, 'contactId') }),
    )
    await noteAcquaintance(trx, viewer, contact, form.value)
    return { to: `/companies/${companyId}`, toast: { text: 'dealings:acquaintance.saved' } }
  })
}

export default function NewAcquaintance() {
  const { t } = useText()
  const { company, contact, people, userId } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('dealings:acquaintance.title')}
      lead={t('dealings:acquaintance.lead', { name: contact.name })}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      defaultValue={{ userId }}
      submit={t('ui:save')}
    >
      <Select
        name="userId"
        label={t('dealings:acquaintance.who')}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        name="how"
        label={t('dealings:acquaintance.how')}
        hint={t('dealings:acquaintance.how_hint')}
        optional
      />
    </FormPage>
  )
}
