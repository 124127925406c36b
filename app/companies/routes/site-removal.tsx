import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findSiteAt, removeSite } from '../dealings/sites.server'

export const meta = pageTitle('dealings:site.remove')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return findSiteAt(db, viewer, params)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return doOnce(request, viewer.userId, async (trx) => {
    const { company, site } = await findSiteAt(trx, viewer, params)
    const at = { companyId: company.id, siteId: site.id }
    await removeSite(trx, viewer, at)
    return { to: `/companies/${company.id}`, toast: { text: 'dealings:site.removed' } }
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
