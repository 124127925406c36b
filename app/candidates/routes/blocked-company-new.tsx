import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { findCompanyByWords } from '~/companies/company-words.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Field } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { SuggestField } from '~/ui/suggest-field'
import { blockCompany } from '../blocked-companies.server'
import { findCandidateAt } from '../candidates.server'
import { BlockForm } from '../consent'

export const meta = pageTitle('candidates:blocked.add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  return findCandidateAt(db, viewer, params)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'consents.write')
  const candidate = await findCandidateAt(db, viewer, params)

  const form = await parseForm(request, BlockForm)
  if (!form.ok) return form.reply
  const company = await findCompanyByWords(db, viewer, form.value.company)
  if (!company) return form.refuse({ company: ['candidates:blocked.which_company'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    await blockCompany(trx, viewer, candidate.id, {
      companyId: company.id,
      reason: form.value.reason ?? null,
    })
    return { to: `/candidates/${candidate.id}#blocked`, toast: { text: 'candidates:blocked.added' } }
  })
}

export default function BlockCompany() {
  const { t } = useText()
  const candidate = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('candidates:blocked.add')}
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
      submit={t('candidates:blocked.add')}
    >
      <SuggestField
        name="company"
        label={t('candidates:blocked.company')}
        hint={t('candidates:blocked.company_hint')}
        from="/companies/suggestions"
      />
      <Field
        name="reason"
        label={t('candidates:blocked.reason')}
        hint={t('candidates:blocked.reason_hint')}
        optional
      />
    </FormPage>
  )
}
