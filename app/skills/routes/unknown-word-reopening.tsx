import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { doOnce } from '~/platform/form.server'
import { idParam } from '~/platform/http.server'
import { undoUnknownWord } from '../own-skills.server'

/** Undoing is a button in the list; opened as an address it leads there. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  throw redirect('/skills/unknown-words')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const wordId = idParam(params, 'wordId')
  return doOnce(request, viewer.userId, async (trx) => {
    const undone = await undoUnknownWord(trx, viewer.userId, wordId)
    return {
      to: '/skills/unknown-words',
      toast: { text: undone ? 'skills:unknown.reopened' : 'errors:changed_by_other' },
    }
  })
}
