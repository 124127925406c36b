import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findCompanyAt } from '../companies.server'
import { SiteForm } from '../dealings/dealing-forms'
import { SiteFields } from '../dealings/site-fields'
import { addSite } from '../dealings/sites.server'

export const meta = pageTitle('dealings:site.add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return { company: await findCompanyAt(db, viewer, params) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, SiteForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { id: companyId } = await findCompanyAt(trx, viewer, params)
    await addSite(trx, viewer, companyId, form.value)
    return { to: `/companies/${companyId}`, toast: { text: 'dealings:site.saved' } }
  })
}

export default function NewSite() {
  const { t } = useText()
  const { company } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('dealings:site.add')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      submit={t('ui:save')}
    >
      <SiteFields />
    </FormPage>
  )
}
