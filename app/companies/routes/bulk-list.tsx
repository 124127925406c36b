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
import { BulkListForm, readChosen } from '../bulk-change'
import { countChosen, listCompaniesInBulk, listSourceListChoices } from '../bulk-changes.server'
import { ChosenFields } from '../bulk-choice'

export const meta = pageTitle('prospects:bulk.list')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const chosen = readChosen(request.url)
  const [counted, choices] = await Promise.all([countChosen(db, viewer, chosen), listSourceListChoices(db)])
  return { chosen: { ...chosen, filter: filterAddress(chosen.filter) }, counted, choices }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const form = await parseForm(request, BulkListForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const change = await listCompaniesInBulk(trx, viewer, form.value, form.value.sourceListId)
    const to = `/companies?${filterAddress(form.value.filter)}`
    if (!change) return { to, toast: { text: 'prospects:bulk.nothing_changed' } }
    return {
      to,
      toast: {
        text: 'prospects:bulk.listed',
        params: { count: change.companies },
        undo: `/companies/bulk/${change.id}/undo`,
      },
    }
  })
}

export default function BulkList() {
  const { t } = useText()
  const { chosen, counted, choices } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('prospects:bulk.list')}
      up={{ to: `/companies?${chosen.filter}`, label: t('companies:title') }}
      narrow
    >
      <Form>
        <ChosenFields chosen={chosen} {...counted} />
        {counted.count > 0 && (
          <>
            <Select
              name="sourceListId"
              label={t('prospects:bulk.which_list')}
              options={choices.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Submit>{t('prospects:bulk.do_list')}</Submit>
          </>
        )}
      </Form>
    </Page>
  )
}
