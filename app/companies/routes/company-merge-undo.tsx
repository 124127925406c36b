import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findMerge, undoMerge } from '../duplicates/merge-undo.server'

export const meta = pageTitle('duplicates:undo')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const merge = orNotFound(await findMerge(db, viewer, idParam(params, 'mergeId')))
  return { merge }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const mergeId = idParam(params, 'mergeId')
  return doOnce(request, viewer.userId, async (trx) => {
    orNotFound(await findMerge(trx, viewer, mergeId))
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
