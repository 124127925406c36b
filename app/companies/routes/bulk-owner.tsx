import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { filterAddress } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Select } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { BulkOwnerForm, nobody, readChosen } from '../bulk-change'
import { countChosen, giveOwnerInBulk, listOwnerChoices } from '../bulk-changes.server'
import { ChosenFields } from '../bulk-choice'

export const meta = pageTitle('prospects:bulk.owner')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const chosen = readChosen(request.url)
  const [counted, choices] = await Promise.all([countChosen(db, viewer, chosen), listOwnerChoices(db)])
  return { chosen: { ...chosen, filter: filterAddress(chosen.filter) }, counted, choices }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, BulkOwnerForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const change = await giveOwnerInBulk(
      trx,
      viewer,
      form.value,
      form.value.ownerId === nobody ? null : form.value.ownerId,
    )
    const to = `/companies?${filterAddress(form.value.filter)}`
    if (!change) return { to, toast: { text: 'prospects:bulk.nothing_changed' } }
    return {
      to,
      toast: {
        text: 'prospects:bulk.owned',
        params: { count: change.companies },
        undo: `/companies/bulk/${change.id}/undo`,
      },
    }
  })
}

export default function BulkOwner() {
  const { t } = useText()
  const { chosen, counted, choices } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('prospects:bulk.owner')}
      up={{ to: `/companies?${chosen.filter}`, label: t('companies:title') }}
      narrow
    >
      <Form>
        <ChosenFields chosen={chosen} {...counted} />
        {counted.count > 0 && (
          <>
            <Select
              name="ownerId"
              label={t('prospects:bulk.which_owner')}
              options={[
                ...choices.map(({ id, name }) => ({ value: id, label: name })),
                { value: nobody, label: t('prospects:bulk.no_owner') },
              ]}
            />
            <Submit>{t('prospects:bulk.do_owner')}</Submit>
          </>
        )}
      </Form>
    </Page>
  )
}
