import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { NothingForm } from '~/platform/fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findCompany, findCompanyAt } from '../companies.server'
import { findSite, removeSite } from '../dealings/sites.server'

export const meta = pageTitle('dealings:site.remove')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompanyAt(db, viewer, params)
  const site = orNotFound(await findSite(db, { companyId: company.id, siteId: idParam(params, 'siteId') }))
  return { company, site }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const companyId = idParam(params, 'companyId')
  const at = { companyId, siteId: idParam(params, 'siteId') }
  const form = await parseForm(request, NothingForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    orNotFound(await findCompany(trx, viewer, companyId))
    orNotFound(await findSite(trx, at))
    await removeSite(trx, viewer, at)
    return { to: `/companies/${companyId}`, toast: { text: 'dealings:site.removed' } }
  })
}

export default function SiteRemoval() {
  const { t } = useText()
  const { company, site } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('dealings:site.remove')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      note={t('dealings:site.remove_lead', {
        site: [site.name, site.street, site.municipality].filter(Boolean).join(', '),
      })}
      submit={t('dealings:site.remove')}
      look="danger"
    />
  )
}
