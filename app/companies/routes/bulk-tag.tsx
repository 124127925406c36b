import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Choices, optionsOf, Select } from '~/ui/form-fields'
import { BulkTagForm, tagChanges } from '../bulk-change'
import { tagInBulk } from '../bulk-changes.server'
import { BulkPage } from '../bulk-choice'
import { afterBulkChange, loadChosen } from '../bulk-page.server'
import { findTag, listTagNames } from '../dealings/tags.server'

export const meta = pageTitle('prospects:bulk.tag')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const [choice, choices] = await Promise.all([loadChosen(db, viewer, request.url), listTagNames(db)])
  return { choice, choices }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, BulkTagForm)
  if (!form.ok) return form.reply
  const { value } = form

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await findTag(trx, value.tagId))) return form.refuse({ tagId: ['errors:invalid'] })
    const change = await tagInBulk(trx, viewer, value, { id: value.tagId, change: value.change })
    return afterBulkChange(value, change, `prospects:bulk.${value.change === 'add' ? 'tagged' : 'untagged'}`)
  })
}

export default function BulkTag() {
  const { t } = useText()
  const { choice, choices } = useLoaderData<typeof loader>()
  return (
    <BulkPage title={t('prospects:bulk.tag')} choice={choice} defaultValue={{ change: 'add' }}>
      <Select
        name="tagId"
        label={t('prospects:bulk.which_tag')}
        options={choices.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Choices
        name="change"
        label={t('prospects:bulk.tag_change')}
        options={optionsOf(tagChanges, (value) => t(`prospects:bulk.tag_changes.${value}`))}
        type="radio"
      />
    </BulkPage>
  )
}
