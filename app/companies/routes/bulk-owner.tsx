import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Select } from '~/ui/form-fields'
import { BulkOwnerForm, nobody } from '../bulk-change'
import { giveOwnerInBulk, listOwnerChoices } from '../bulk-changes.server'
import { BulkPage } from '../bulk-choice'
import { afterBulkChange, loadChosen } from '../bulk-page.server'

export const meta = pageTitle('prospects:bulk.owner')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const [choice, choices] = await Promise.all([loadChosen(db, viewer, request.url), listOwnerChoices(db)])
  return { choice, choices }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, BulkOwnerForm)
  if (!form.ok) return form.reply
  const { value } = form

  return submitOnce(form, viewer.userId, async (trx) => {
    const change = await giveOwnerInBulk(trx, viewer, value, value.ownerId === nobody ? null : value.ownerId)
    return afterBulkChange(value, change, 'prospects:bulk.owned')
  })
}

export default function BulkOwner() {
  const { t } = useText()
  const { choice, choices } = useLoaderData<typeof loader>()
  return (
    <BulkPage title={t('prospects:bulk.owner')} choice={choice}>
      <Select
        name="ownerId"
        label={t('prospects:bulk.which_owner')}
        options={[
          ...choices.map(({ id, name }) => ({ value: id, label: name })),
          { value: nobody, label: t('prospects:bulk.no_owner') },
        ]}
      />
    </BulkPage>
  )
}
