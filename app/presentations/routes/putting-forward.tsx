import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { decideMatch } from '~/needs/match-decisions.server'
import { optionalText } from '~/platform/fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { personAndNeed } from '../person-and-need.server'

// Whoever does not come from the suggestions decides on the page that tells why.
export { default, loader, meta } from './why-shown'

const DraftForm = z.object({ reason: optionalText(300) })

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')
  const { about } = await personAndNeed(viewer, params)

  const form = await parseForm(request, DraftForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await decideMatch(trx, viewer, about, { decision: 'put_forward', reason: form.value.reason ?? null })
    return { to: '/presentations/suggestions#drafts', toast: { text: 'suggestions:draft.done' } }
  })
}
