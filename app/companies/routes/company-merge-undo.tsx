import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { NothingForm } from '~/platform/fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findMerge, undoMerge } from '../duplicates/merge-undo.server'

export const meta = pageTitle('duplicates:undo')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const merge = await findMerge(db, viewer, idParam(params, 'mergeId'))
  if (!merge) throw notFound()
  return { merge }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const mergeId = idParam(params, 'mergeId')
  const form = await parseForm(request, NothingForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const merge = await findMerge(trx, viewer, mergeId)
    if (!merge) throw notFound()
    await undoMerge(trx, viewer, mergeId)
    return { to: `/companies/merges/${mergeId}`, toast: { text: 'duplicates:undone' } }
  })
}

export default function CompanyMergeUndo() {
  const { t } = useText()
  const { keptName, keptId, removedName } = useLoaderData<typeof loader>().merge
  return (
    <FormPage
      title={t('duplicates:undo')}
      up={{ to: `/companies/${keptId}`, label: keptName }}
      note={t('duplicates:undo_lead', { kept: keptName, removed: removedName })}
      submit={t('duplicates:undo')}
    />
  )
}
