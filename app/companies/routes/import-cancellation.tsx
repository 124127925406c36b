import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { cancelImport, findImport } from '../import/import.server'
import { ImportDecision } from '../import/import-decision'

export const meta = pageTitle('imports:cancel')

/** Asks before a checked import and what was corrected in it go; any other leads to its own page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const found = orNotFound(await findImport(db, viewer, idParam(params, 'importId')))
  if (found.status !== 'checked') throw redirect(`/companies/imports/${found.id}`)
  return { found }
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

export default function ImportCancellation() {
  const { t } = useText()
  const { found } = useLoaderData<typeof loader>()
  return (
    <ImportDecision
      found={found}
      title={t('imports:cancel')}
      lead={t('imports:cancel_lead')}
      submit={t('imports:cancel')}
    />
  )
}
