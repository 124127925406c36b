import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { findImport, undoImport } from '../import/import.server'
import { ImportDecision } from '../import/import-decision'

export const meta = pageTitle('imports:undo_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  return { found: await findUndoable(viewer, idParam(params, 'importId')) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const found = await findUndoable(viewer, idParam(params, 'importId'))
  return doOnce(request, viewer.userId, async (trx, form) => {
    if (!(await undoImport(trx, viewer, found.id))) return form.conflict('companies:error.import_closed')
    return { to: `/companies/imports/${found.id}` }
  })
}

async function findUndoable(viewer: Parameters<typeof findImport>[1], importId: string) {
  const found = await findImport(db, viewer, importId)
  if (found?.status !== 'committed' || !found.mappedAt) throw notFound()
  return found
}

export default function ImportUndo() {
  const { t } = useText()
  const { found } = useLoaderData<typeof loader>()
  return (
    <ImportDecision
      found={found}
      title={t('imports:undo_title')}
      lead={t('imports:undo_lead')}
      submit={t('imports:undo')}
    />
  )
}
