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
import { findCompanyFile, removeCompanyFile } from '../dealings/company-files.server'

export const meta = pageTitle('dealings:file.remove')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompanyAt(db, viewer, params)
  const file = orNotFound(
    await findCompanyFile(db, { companyId: company.id, fileId: idParam(params, 'fileId') }),
  )
  return { company, title: file.title }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const fileId = idParam(params, 'fileId')
  return doOnce(request, viewer.userId, async (trx) => {
    const { id: companyId } = await findCompanyAt(trx, viewer, params)
    const file = orNotFound(await findCompanyFile(trx, { companyId, fileId }))
    await removeCompanyFile(trx, viewer, companyId, file)
    return { to: `/companies/${companyId}`, toast: { text: 'dealings:file.removed' } }
  })
}

export default function CompanyFileRemoval() {
  const { t } = useText()
  const { company, title } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('dealings:file.remove')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      note={t('dealings:file.remove_lead', { title })}
      submit={t('dealings:file.remove')}
      look="danger"
    />
  )
}
