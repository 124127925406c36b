import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { version } from '~/platform/fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam } from '~/platform/http.server'
import { reopenCandidacy } from '../candidacy-end.server'
import { findCandidateAt } from '../candidates.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'candidates.write')
  return redirect(`/candidates/${idParam(params, 'candidateId')}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')

  const { id: candidateId } = await findCandidateAt(db, viewer, params)

  const form = await parseForm(request, z.object({ version: version() }))
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const reopened = await reopenCandidacy(trx, viewer, candidateId, form.value.version)
    return {
      to: `/candidates/${candidateId}`,
      toast: { text: reopened ? 'candidates:end.reopened' : 'errors:changed_by_other' },
    }
  })
}
