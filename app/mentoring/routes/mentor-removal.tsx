import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { removeMentor } from '../programme-people.server'
import { findProgramme } from '../programmes.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'mentoring.write')
  return redirect(`/mentoring/${idParam(params, 'programmeId')}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')
  const programmeId = idParam(params, 'programmeId')
  orNotFound(await findProgramme(db, viewer, programmeId))

  return doOnce(request, viewer.userId, async (trx) => {
    await removeMentor(trx, viewer, programmeId, idParam(params, 'mentorId'))
    return { to: `/mentoring/${programmeId}#mentors`, toast: { text: 'mentoring:mentors.removed' } }
  })
}
