import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findCompany, findCompanyAt } from '../companies.server'
import { CompanySuppressionForm } from '../suppression'
import { SuppressionFields } from '../suppression-fields'
import { suppressCompany } from '../suppressions.server'

export const meta = pageTitle('suppressions:add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return { company: await findCompanyAt(db, viewer, params) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const companyId = idParam(params, 'companyId')
  const form = await parseForm(request, CompanySuppressionForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const company = orNotFound(await findCompany(trx, viewer, companyId))
    await suppressCompany(trx, viewer, company, form.value)
    return { to: `/companies/${companyId}`, toast: { text: 'suppressions:saved' } }
  })
}

export default function CompanySuppression() {
  const { t } = useText()
  const { company } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('suppressions:add')}
      lead={t('suppressions:lead')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      defaultValue={{ channel: 'all', reason: 'asked' }}
      submit={t('suppressions:add')}
      look="danger"
    >
      <SuppressionFields />
    </FormPage>
  )
}
