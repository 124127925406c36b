import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Select } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { giveOwnerInBulk, listOwnerChoices } from '../bulk-changes.server'
import { findCompanyAt } from '../companies.server'
import { OwnerForm } from '../dealings/dealing-forms'
import { findOwnerId } from '../dealings/owner.server'

export const meta = pageTitle('dealings:owner.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompanyAt(db, viewer, params)
  const [people, ownerId] = await Promise.all([listOwnerChoices(db), findOwnerId(db, company.id)])
  return { company, people, ownerId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, OwnerForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { id: companyId } = await findCompanyAt(trx, viewer, params)
    const one = {
      scope: 'chosen' as const,
      companyIds: [companyId],
      filter: { search: '', filters: {} },
    }
    const change = await giveOwnerInBulk(trx, viewer, one, form.value.ownerId ?? null)
    if (!change) return { to: `/companies/${companyId}` }
    return {
      to: `/companies/${companyId}`,
      toast: {
        text: 'companies:saved',
        undo: `/companies/bulk/${change.id}/undo`,
      },
    }
  })
}

export default function CompanyOwner() {
  const { t } = useText()
  const { company, people, ownerId } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('dealings:owner.title')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      defaultValue={{ ownerId }}
      submit={t('ui:save')}
    >
      <Select
        name="ownerId"
        label={t('dealings:owner.field')}
        none={t('dealings:owner.none')}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FormPage>
  )
}
