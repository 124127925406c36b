import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { SuggestField } from '~/ui/suggest-field'
import { findCompanyAt } from '../companies.server'
import { findCompanyByWords } from '../company-words.server'
import { ListedCompanyForm } from '../source-list'

export const meta = pageTitle('duplicates:choose')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return { company: await findCompanyAt(db, viewer, params) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const companyId = idParam(params, 'companyId')
  const form = await parseForm(request, ListedCompanyForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const other = await findCompanyByWords(trx, viewer, form.value.company)
    if (!other) return form.refuse({ company: ['companies:error.company_unknown'] })
    if (other.id === companyId) return form.refuse({ company: ['duplicates:same_one'] })
    return { to: `/companies/duplicates/${companyId}/${other.id}` }
  })
}

export default function CompanyMergeChoice() {
  const { t } = useText()
  const { company } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('duplicates:choose')}
      lead={t('duplicates:choose_lead', { name: company.name })}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      submit={t('duplicates:choose_next')}
    >
      <SuggestField
        name="company"
        label={t('duplicates:choose_field')}
        hint={t('duplicates:choose_hint')}
        from="/companies/suggestions"
      />
    </FormPage>
  )
}
