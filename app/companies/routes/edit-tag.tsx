import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { TagChangeForm } from '../dealings/dealing-forms'
import { TagFields } from '../dealings/tag-fields'
import { changeTag, findTag } from '../dealings/tags.server'
import { renameTagInSegments } from '../segments.server'

export const meta = pageTitle('dealings:tag.edit')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'companies.write')
  const tag = orNotFound(await findTag(db, idParam(params, 'tagId')))
  return { tag }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const tagId = idParam(params, 'tagId')
  const form = await parseForm(request, TagChangeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const tag = orNotFound(await findTag(trx, tagId))
    const change = await changeTag(trx, tagId, form.value)
    if (change === 'taken') return form.refuse({ name: ['dealings:tag.taken'] })
    if (change === 'conflict') return form.conflict('errors:changed_by_other')
    await renameTagInSegments(trx, tag.name, form.value.name)
    return { to: '/tags', toast: { text: 'dealings:tag.saved' } }
  })
}

export default function EditTag() {
  const { t } = useText()
  const { tag } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('dealings:tag.edit')}
      up={{ to: '/tags', label: t('dealings:tag.title') }}
      defaultValue={tag}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={tag.version} />
      <TagFields />
    </FormPage>
  )
}
