import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { Notice } from '~/ui/page'
import { changeCompany, findCompany, findCompanyAt, findCompanyByBusinessId } from '../companies.server'
import { CompanyChangeForm } from '../company'
import { CompanyFields } from '../company-fields'

export const meta = pageTitle<typeof loader>((data, t) => `${t('ui:edit')}: ${data.company.name}`)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = orNotFound(await findCompany(db, viewer, idParam(params, 'companyId')))
  return { company }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, CompanyChangeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { id: companyId } = await findCompanyAt(trx, viewer, params)
    const change = await changeCompany(trx, viewer, companyId, form.value)
    if (change === 'taken') {
      const holder = form.value.businessId && (await findCompanyByBusinessId(trx, form.value.businessId))
      const reply = form.refuse({ businessId: ['companies:error.business_id_taken'] })
      return data({ ...reply.data, holder }, { status: 422 })
    }
    if (change === 'conflict') return form.conflict('errors:changed_by_other')
    return { to: `/companies/${companyId}`, toast: { text: 'companies:saved' } }
  })
}

export default function EditCompany() {
  const { t } = useText()
  const { company } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const holder = reply && 'holder' in reply ? (reply.holder as { id: string; name: string }) : undefined
  return (
    <FormPage
      title={t('ui:edit')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      defaultValue={company}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={company.version} />
      {holder && (
        <Notice tone="warn" title={t('duplicates:holds_id', { name: holder.name })}>
          <Link className="link" to={`/companies/duplicates/${company.id}/${holder.id}`}>
            {t('duplicates:merge_with_holder')}
          </Link>
        </Notice>
      )}
      <CompanyFields />
    </FormPage>
  )
}
