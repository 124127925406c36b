import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { cancelImport, findImport } from '../import/import.server'

/** Giving up is a button on the import's own page; opened as an address it leads there. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'companies.import')
  throw redirect(`/companies/imports/${idParam(params, 'importId')}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const found = orNotFound(await findImport(db, viewer, idParam(params, 'importId')))
  return doOnce(request, viewer.userId, async (trx) => {
    const cancelled = await cancelImport(trx, viewer, found.id)
    return {
      to: `/companies/imports/${found.id}`,
      toast: { text: cancelled ? 'imports:cancelled' : 'companies:error.import_closed' },
    }
  })
}
