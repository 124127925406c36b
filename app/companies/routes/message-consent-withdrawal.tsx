import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findCompany, findCompanyAt } from '../companies.server'
import { withdrawMessageConsent } from '../message-consents.server'

export const meta = pageTitle('contacts:consent_withdraw')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return { company: await findCompanyAt(db, viewer, params) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return doOnce(request, viewer.userId, async (trx, form) => {
    const at = { companyId: idParam(params, 'companyId'), consentId: idParam(params, 'consentId') }
    orNotFound(await findCompany(trx, viewer, at.companyId))
    if (!(await withdrawMessageConsent(trx, viewer, at))) return form.conflict('errors:changed_by_other')
    return { to: `/companies/${at.companyId}`, toast: { text: 'contacts:consent_withdrawn' } }
  })
}

export default function MessageConsentWithdrawal() {
  const { t } = useText()
  const { company } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('contacts:consent_withdraw')}
      lead={t('contacts:consent_withdraw_lead')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      submit={t('contacts:consent_withdraw')}
      look="danger"
    />
  )
}
