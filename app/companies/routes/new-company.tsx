import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { addCompany } from '../companies.server'
import { CompanyForm } from '../company'
import { CompanyFields } from '../company-fields'

export const meta = pageTitle('companies:add')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'companies.write')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, CompanyForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const added = await addCompany(trx, viewer, form.value)
    if (added === 'taken') return form.refuse({ businessId: ['companies:error.business_id_taken'] })
    return { to: `/companies/${added.id}`, toast: { text: 'companies:added' } }
  })
}

export default function NewCompany() {
  const { t } = useText()
  return (
    <Page title={t('companies:add')} up={{ to: '/companies', label: t('companies:title') }} narrow>
      <Form defaultValue={{ language: 'fi', category: 'other' }}>
        <CompanyFields />
        <Submit>{t('common:save')}</Submit>
      </Form>
    </Page>
  )
}
