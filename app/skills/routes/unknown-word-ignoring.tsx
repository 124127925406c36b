import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { doOnce } from '~/platform/form.server'
import { idParam } from '~/platform/http.server'
import { settleUnknownWord } from '../unknown-words/unknown-words.server'

/** Ignoring is a button in the list; opened as an address it leads there. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  throw redirect('/skills/unknown-words')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const wordId = idParam(params, 'wordId')
  return doOnce(request, viewer.userId, async (trx, form) => {
    const ignored = await settleUnknownWord(trx, viewer.userId, wordId, {
      decision: 'ignored',
      skillId: null,
    })
    if (!ignored) return form.conflict('skills:unknown.settled')
    return {
      to: '/skills/unknown-words',
      toast: { text: 'skills:unknown.ignored', undo: `/skills/unknown-words/${wordId}/reopening` },
    }
  })
}
