import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { StatusForm } from '../mentoring'
import { findProgramme, setProgrammeStatus } from '../programmes.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'mentoring.write')
  return redirect(`/mentoring/${idParam(params, 'programmeId')}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')
  const programmeId = idParam(params, 'programmeId')
  orNotFound(await findProgramme(db, viewer, programmeId))

  const form = await parseForm(request, StatusForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const saved = await setProgrammeStatus(trx, viewer, programmeId, form.value)
    return {
      to: `/mentoring/${programmeId}`,
      toast: { text: saved ? 'mentoring:saved' : 'errors:changed_by_other' },
    }
  })
}
