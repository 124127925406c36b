import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findCompanyAt } from '../companies.server'
import { findContact } from '../contacts.server'
import { findAcquaintance, forgetAcquaintance } from '../dealings/acquaintances.server'

export const meta = pageTitle('dealings:acquaintance.remove')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompanyAt(db, viewer, params)
  const contact = orNotFound(
    await findContact(db, viewer, {
      companyId: company.id,
      contactId: idParam(params, 'contactId'),
    }),
  )
  const known = orNotFound(
    await findAcquaintance(db, { contactId: contact.id, userId: idParam(params, 'userId') }),
  )
  return { company, contact: { name: contact.name }, known }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const userId = idParam(params, 'userId')
  return doOnce(request, viewer.userId, async (trx) => {
    const { id: companyId } = await findCompanyAt(trx, viewer, params)
    const contact = orNotFound(
      await findContact(trx, viewer, { companyId, contactId: idParam(params, 'contactId') }),
    )
    await forgetAcquaintance(trx, viewer, contact, userId)
    return { to: `/companies/${companyId}`, toast: { text: 'dealings:acquaintance.removed' } }
  })
}

export default function AcquaintanceRemoval() {
  const { t } = useText()
  const { company, contact, known } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('dealings:acquaintance.remove')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      note={t('dealings:acquaintance.remove_lead', { user: known.name, name: contact.name })}
      submit={t('dealings:acquaintance.remove')}
      look="danger"
    />
  )
}
