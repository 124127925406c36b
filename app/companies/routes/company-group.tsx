import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { findCompanyAt } from '../companies.server'
import { GroupForm } from '../dealings/dealing-forms'
import { findParent, setParent } from '../dealings/group.server'

export const meta = pageTitle('dealings:group.edit')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompanyAt(db, viewer, params)
  const parent = orNotFound(await findParent(db, company.id))
  return { company, parent }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, GroupForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { id: companyId } = await findCompanyAt(trx, viewer, params)
    const { parentBusinessId } = form.value
    if (parentBusinessId && parentBusinessId === (await findParent(trx, companyId))?.businessId)
      return form.refuse({ parentBusinessId: ['dealings:group.own_id'] })
    const set = await setParent(trx, viewer, companyId, form.value)
    if (!set) return form.conflict('errors:changed_by_other')
    return { to: `/companies/${companyId}`, toast: { text: 'dealings:group.saved' } }
  })
}

export default function CompanyGroup() {
  const { t } = useText()
  const { company, parent } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('dealings:group.edit')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      defaultValue={parent}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={parent.version} />
      <Field
        name="parentBusinessId"
        label={t('dealings:group.parent')}
        hint={t('dealings:group.parent_hint')}
        optional
        autoComplete="off"
      />
    </FormPage>
  )
}
