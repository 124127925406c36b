import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { dismissPair, findPairAt } from '../duplicates/duplicate-pairs.server'
import { PairPage } from '../duplicates/pair-page'

export const meta = pageTitle('duplicates:not_same')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const { names } = await findPairAt(db, viewer, params)
  return { names }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return doOnce(request, viewer.userId, async (trx, form) => {
    const { ids } = await findPairAt(trx, viewer, params)
    if (!(await dismissPair(trx, viewer, ids))) return form.conflict('errors:changed_by_other')
    return {
      to: '/companies/duplicates',
      toast: { text: 'duplicates:not_same_saved', undo: `/companies/duplicates/${ids.join('/')}/reopening` },
    }
  })
}

export default function DuplicateDismissal() {
  return <PairPage doing="not_same" {...useLoaderData<typeof loader>()} />
}
