import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { SourceListForm } from '../source-list'
import { SourceListFields } from '../source-list-fields'
import { addSourceList, listRoundChoices } from '../source-lists.server'

export const meta = pageTitle('companies:list.add')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'companies.import')
  return { rounds: await listRoundChoices(db), today: today() }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const form = await parseForm(request, SourceListForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const id = await addSourceList(trx, viewer.userId, form.value)
    return { to: `/source-lists/${id}`, toast: { text: 'companies:saved' } }
  })
}

export default function NewSourceList() {
  const { t } = useText()
  const { rounds, today } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('companies:list.add')}
      up={{ to: '/source-lists', label: t('companies:list.title') }}
      defaultValue={{ provider: 'own_crm', runOn: today }}
      submit={t('ui:save')}
    >
      <SourceListFields rounds={rounds} />
    </FormPage>
  )
}
