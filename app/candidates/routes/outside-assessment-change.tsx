import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { markOutsideDone, removeOutsideAssessment } from '../assessments/outside-assessments.server'
import { findCandidateAt } from '../candidates.server'

const CHANGES = { done: markOutsideDone, removed: removeOutsideAssessment }
const ChangeForm = z.object({ change: z.enum(['done', 'removed']) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'candidates.write')
  return redirect(`/candidates/${idParam(params, 'candidateId')}/assessments#outside`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const outsideId = idParam(params, 'outsideId')
  const { id: candidateId } = await findCandidateAt(db, viewer, params)

  const form = await parseForm(request, ChangeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await CHANGES[form.value.change](trx, candidateId, outsideId))) throw notFound()
    return {
      to: `/candidates/${candidateId}/assessments#outside`,
      toast: { text: `assessments:outside.${form.value.change}_now` },
    }
  })
}
