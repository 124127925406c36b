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
import { SourceListChangeForm } from '../source-list'
import { SourceListFields } from '../source-list-fields'
import { changeSourceList, findSourceList, listRoundChoices } from '../source-lists.server'

export const meta = pageTitle<typeof loader>((data, t) => `${t('ui:edit')}: ${data.sourceList.name}`)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const sourceList = orNotFound(await findSourceList(db, viewer, idParam(params, 'sourceListId')))
  return { sourceList, rounds: await listRoundChoices(db) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const sourceListId = idParam(params, 'sourceListId')
  const form = await parseForm(request, SourceListChangeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    orNotFound(await findSourceList(trx, viewer, sourceListId))
    const changed = await changeSourceList(trx, viewer, sourceListId, form.value)
    if (!changed) return form.conflict('errors:changed_by_other')
    return { to: `/source-lists/${sourceListId}`, toast: { text: 'companies:saved' } }
  })
}

export default function EditSourceList() {
  const { t } = useText()
  const { sourceList, rounds } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('ui:edit')}
      up={{ to: `/source-lists/${sourceList.id}`, label: sourceList.name }}
      defaultValue={{ ...sourceList, keywords: sourceList.keywords.join(', ') }}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={sourceList.version} />
      <SourceListFields rounds={rounds} />
    </FormPage>
  )
}
