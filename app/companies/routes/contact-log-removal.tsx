import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, notFound, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findCompany, findCompanyAt } from '../companies.server'
import { takeBackLoggedContact } from '../contact-log.server'

export const meta = pageTitle('contacts:take_back')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompanyAt(db, viewer, params)
  idParam(params, 'lineId')
  return { company }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return doOnce(request, viewer.userId, async (trx) => {
    const company = orNotFound(await findCompany(trx, viewer, idParam(params, 'companyId')))
    if (!(await takeBackLoggedContact(trx, viewer, company, idParam(params, 'lineId')))) throw notFound()
    return { to: `/companies/${company.id}`, toast: { text: 'contacts:taken_back' } }
  })
}

export default function ContactLogRemoval() {
  const { t } = useText()
  const { company } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('contacts:take_back')}
      up={{ to: `/companies/${company.id}/contact-log`, label: t('contacts:all') }}
      note={t('contacts:take_back_lead')}
      submit={t('contacts:take_back')}
    />
  )
}
