import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { NothingForm } from '~/platform/fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam } from '~/platform/http.server'
import { removeOwnWord, retireOwnSkill } from '../own-skills.server'
import { reopenUnknownWord } from '../unknown-words/unknown-words.server'

/** Undoing is a button in the list; opened as an address it leads there. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  throw redirect('/skills/unknown-words')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const wordId = idParam(params, 'wordId')
  const form = await parseForm(request, NothingForm)
  if (!form.ok) return form.reply
  return submitOnce(form, viewer.userId, async (trx) => {
    const settled = await reopenUnknownWord(trx, viewer.userId, wordId)
    if (settled?.decision === 'added' && settled.skillId) {
      await retireOwnSkill(trx, viewer.userId, settled.skillId)
    }
    if (settled?.decision === 'joined' && settled.skillId) {
      await removeOwnWord(trx, viewer.userId, settled.skillId, settled.words)
    }
    return {
      to: '/skills/unknown-words',
      toast: { text: settled ? 'skills:unknown.reopened' : 'errors:changed_by_other' },
    }
  })
}
