import type { ActionFunctionArgs } from '@remix-run/node'
import type { Viewer } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import type { TextKey } from '~/texts/text-keys'
import { EndPresentationForm } from './presentation'
import { type closePresentation, findPresentation } from './presentations.server'

/** The rest of an action that ends a presentation for a reason, after the guard. */
export async function actOnEnding(
  { request, params }: ActionFunctionArgs,
  viewer: Viewer,
  end: typeof closePresentation,
  done: TextKey,
) {
  const presentation = orNotFound(await findPresentation(db, viewer, idParam(params, 'presentationId')))

  const form = await parseForm(request, EndPresentationForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await end(trx, viewer, presentation, form.value.reason)))
      return form.conflict('presentations:already_ended')
    return { to: `/presentations/${presentation.id}`, toast: { text: done } }
  })
}
