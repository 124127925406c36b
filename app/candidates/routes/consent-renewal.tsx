import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound, safePath } from '~/platform/http.server'
import { findEntrustedCandidate } from '../candidates.server'
import { askRenewal } from '../consent-questions.server'

// A refusal is shown on the person's page.
export { default, loader, meta } from './candidate'

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'consents.write')
  const at = { candidateId: idParam(params, 'candidateId'), consentId: idParam(params, 'consentId') }
  if (!(await findEntrustedCandidate(db, viewer, at.candidateId))) throw notFound()

  const form = await parseForm(request, z.object({ to: z.string().optional() }))
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { told } = await askRenewal(trx, viewer, at)
    return {
      to: safePath(form.value.to, `/candidates/${at.candidateId}#consents`),
      toast: { text: told ? 'consents:asked_done' : 'consents:asked_untold' },
    }
  })
}
