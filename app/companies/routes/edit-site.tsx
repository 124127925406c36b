import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { SiteChangeForm } from '../dealings/dealing-forms'
import { SiteFields } from '../dealings/site-fields'
import { changeSite, findSiteAt } from '../dealings/sites.server'

export const meta = pageTitle('dealings:site.edit')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return findSiteAt(db, viewer, params)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, SiteChangeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { company, site } = await findSiteAt(trx, viewer, params)
    const at = { companyId: company.id, siteId: site.id }
    const changed = await changeSite(trx, viewer, at, form.value)
    if (!changed) return form.conflict('errors:changed_by_other')
    return { to: `/companies/${company.id}`, toast: { text: 'dealings:site.saved' } }
  })
}

export default function EditSite() {
  const { t } = useText()
  const { company, site } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('dealings:site.edit')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      defaultValue={site}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={site.version} />
      <SiteFields />
    </FormPage>
  )
}
