import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findBulkChange, undoBulkChange } from '../bulk-changes.server'

export const meta = pageTitle('prospects:bulk.undo_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'companies.write')
  idParam(params, 'bulkChangeId')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return doOnce(request, viewer.userId, async (trx, form) => {
    const change = orNotFound(await findBulkChange(trx, viewer, idParam(params, 'bulkChangeId')))
    if (change.undoneAt) return form.conflict('prospects:bulk.undone_already')
    const count = await undoBulkChange(trx, viewer, change)
    return { to: '/companies/bulk', toast: { text: 'prospects:bulk.undone', params: { count } } }
  })
}

export default function BulkUndo() {
  const { t } = useText()
  return (
    <FormPage
      title={t('prospects:bulk.undo_title')}
      lead={t('prospects:bulk.undo_lead')}
      up={{ to: '/companies/bulk', label: t('prospects:bulk.own') }}
      submit={t('ui:undo')}
    />
  )
}
