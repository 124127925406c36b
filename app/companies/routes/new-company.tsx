import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { addCompany } from '../companies.server'
import { NewCompanyForm } from '../company'
import { CompanyFields } from '../company-fields'
import type { KnownCompany } from '../duplicates/known-companies'
import { findKnownCompanies } from '../duplicates/known-companies.server'
import { KnownCompanyList } from '../duplicates/known-company-list'

export const meta = pageTitle('companies:add')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'companies.write')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, NewCompanyForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const known = form.value.isNew ? [] : await findKnownCompanies(trx, viewer, form.value)
    if (known.length > 0 && !known.some(({ reasons }) => reasons.includes('business_id'))) {
      const reply = form.conflict('duplicates:is_it_one')
      return data({ ...reply.data, known }, { status: 409 })
    }
    const added = await addCompany(trx, viewer, form.value)
    if (added === 'taken') return form.refuse({ businessId: ['companies:error.business_id_taken'] })
    return { to: `/companies/${added.id}`, toast: { text: 'companies:added' } }
  })
}

export default function NewCompany() {
  const { t } = useText()
  const reply = useActionData<typeof action>()
  const known = reply && 'known' in reply ? (reply.known as KnownCompany[]) : []
  return (
    <FormPage
      title={t('companies:add')}
      up={{ to: '/companies', label: t('companies:title') }}
      defaultValue={{ language: 'fi', category: 'other' }}
      submit={t('ui:save')}
    >
      <CompanyFields known={<KnownCompanyList known={known} />} />
    </FormPage>
  )
}
