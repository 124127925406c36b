import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { doOnce } from '~/platform/form.server'
import { idParam } from '~/platform/http.server'
import { cancelTaxonomyImport } from '../taxonomy/taxonomy-import.server'

/** Stopping is a button on the import's own page; opened as an address it leads there. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  throw redirect(`/skills/taxonomies/${idParam(params, 'importId')}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const importId = idParam(params, 'importId')
  return doOnce(request, viewer.userId, async (trx) => {
    const stopped = await cancelTaxonomyImport(trx, viewer.userId, importId)
    return {
      to: `/skills/taxonomies/${importId}`,
      toast: { text: stopped ? 'skills:taxonomy.cancelled' : 'skills:taxonomy.closed' },
    }
  })
}
