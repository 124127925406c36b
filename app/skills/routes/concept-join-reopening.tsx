import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { doOnce } from '~/platform/form.server'
import { reopenConceptJoin } from '../taxonomy/concept-joins.server'

/** Reopening is a button in the list; opened as an address it leads there. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  throw redirect('/skills/taxonomies/joins')
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const uri = new URL(request.url).searchParams.get('uri') ?? ''
  return doOnce(request, viewer.userId, async (trx) => {
    const reopened = await reopenConceptJoin(trx, viewer.userId, uri)
    return {
      to: '/skills/taxonomies/joins',
      toast: { text: reopened ? 'skills:join.reopened' : 'errors:changed_by_other' },
    }
  })
}
