import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Select } from '~/ui/form-fields'
import { BulkListForm } from '../bulk-change'
import { listCompaniesInBulk, listSourceListChoices } from '../bulk-changes.server'
import { BulkPage } from '../bulk-choice'
import { afterBulkChange, loadChosen } from '../bulk-page.server'

export const meta = pageTitle('prospects:bulk.list')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const [choice, choices] = await Promise.all([
    loadChosen(db, viewer, request.url),
    listSourceListChoices(db),
  ])
  return { choice, choices }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const form = await parseForm(request, BulkListForm)
  if (!form.ok) return form.reply
  const { value } = form

  return submitOnce(form, viewer.userId, async (trx) => {
    const change = await listCompaniesInBulk(trx, viewer, value, value.sourceListId)
    return afterBulkChange(value, change, 'prospects:bulk.listed')
  })
}

export default function BulkList() {
  const { t } = useText()
  const { choice, choices } = useLoaderData<typeof loader>()
  return (
    <BulkPage title={t('prospects:bulk.list')} choice={choice}>
      <Select
        name="sourceListId"
        label={t('prospects:bulk.which_list')}
        options={choices.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </BulkPage>
  )
}
