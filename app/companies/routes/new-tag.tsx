import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { TagForm } from '../dealings/dealing-forms'
import { TagFields } from '../dealings/tag-fields'
import { addTag } from '../dealings/tags.server'

export const meta = pageTitle('dealings:tag.add')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'companies.write')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, TagForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await addTag(trx, viewer, form.value))) return form.refuse({ name: ['dealings:tag.taken'] })
    return { to: '/tags', toast: { text: 'dealings:tag.saved' } }
  })
}

export default function NewTag() {
  const { t } = useText()
  return (
    <FormPage
      title={t('dealings:tag.add')}
      up={{ to: '/tags', label: t('dealings:tag.title') }}
      defaultValue={{ tone: 'plain' }}
      submit={t('ui:save')}
    >
      <TagFields />
    </FormPage>
  )
}
