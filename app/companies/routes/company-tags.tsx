import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Choices, Field } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { findCompanyAt } from '../companies.server'
import { CompanyTagsForm } from '../dealings/dealing-forms'
import { listTags, setCompanyTags, tagIdsOf } from '../dealings/tags.server'

export const meta = pageTitle('dealings:tag.choose')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompanyAt(db, viewer, params)
  const [tags, tagIds] = await Promise.all([listTags(db), tagIdsOf(db, company.id)])
  return { company, tags, tagIds }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, CompanyTagsForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { id: companyId } = await findCompanyAt(trx, viewer, params)
    await setCompanyTags(trx, viewer, companyId, form.value)
    return { to: `/companies/${companyId}`, toast: { text: 'dealings:tag.saved' } }
  })
}

export default function CompanyTags() {
  const { t } = useText()
  const { company, tags, tagIds } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('dealings:tag.choose')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      defaultValue={{ tagIds }}
      submit={t('ui:save')}
    >
      {tags.length > 0 && (
        <Choices
          name="tagIds"
          type="checkbox"
          label={t('dealings:tag.which')}
          optional
          options={tags.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Field name="newTag" label={t('dealings:tag.new')} hint={t('dealings:tag.new_hint')} optional />
    </FormPage>
  )
}
