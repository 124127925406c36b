import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { SuggestField } from '~/ui/suggest-field'
import { findCompanyByWords } from '../company-words.server'
import { ListedCompanyForm } from '../source-list'
import { addCompanyToList, findSourceList } from '../source-lists.server'

export const meta = pageTitle('companies:list.add_company')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const sourceList = orNotFound(await findSourceList(db, viewer, idParam(params, 'sourceListId')))
  return { sourceList: { id: sourceList.id, name: sourceList.name } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const sourceListId = idParam(params, 'sourceListId')
  const form = await parseForm(request, ListedCompanyForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    orNotFound(await findSourceList(trx, viewer, sourceListId))
    const company = await findCompanyByWords(trx, viewer, form.value.company)
    if (!company) return form.refuse({ company: ['companies:error.company_unknown'] })
    const added = await addCompanyToList(trx, viewer, { sourceListId, companyId: company.id })
    if (!added) return form.refuse({ company: ['companies:error.listed_already'] })
    return { to: `/source-lists/${sourceListId}`, toast: { text: 'companies:saved' } }
  })
}

export default function NewListedCompany() {
  const { t } = useText()
  const { sourceList } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('companies:list.add_company')}
      up={{ to: `/source-lists/${sourceList.id}`, label: sourceList.name }}
      submit={t('ui:add')}
    >
      <SuggestField
        name="company"
        label={t('companies:list.company')}
        hint={t('companies:list.company_hint')}
        from="/companies/suggestions"
      />
    </FormPage>
  )
}
