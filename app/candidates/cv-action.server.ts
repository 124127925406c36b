import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { Viewer } from '~/auth/viewer.server'
import { db, type Trx } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import type { TextKey } from '~/texts/text-keys'
import { findCv } from './cvs.server'

type CvVerb = (trx: Trx, viewer: Viewer, cv: { id: string; candidateId: string }) => Promise<void>

/** The rest of the action of a one-button form on a CV, after the guard: which CV, one transaction, back to `to`. */
export async function actOnCv(
  { request, params }: ActionFunctionArgs,
  viewer: Viewer,
  verb: CvVerb,
  done: { text: TextKey; to?: 'cv' | 'candidate' },
) {
  const at = { candidateId: idParam(params, 'candidateId'), cvId: idParam(params, 'cvId') }
  const cv = orNotFound(await findCv(db, viewer, at))
  const candidatePath = `/candidates/${at.candidateId}`
  return doOnce(request, viewer.userId, async (trx) => {
    await verb(trx, viewer, { id: cv.id, candidateId: at.candidateId })
    return {
      to: done.to === 'candidate' ? candidatePath : `${candidatePath}/cvs/${cv.id}`,
      toast: { text: done.text },
    }
  })
}

/** A one-button form has no page of its own: its address leads to the CV. */
export function toCv({ params }: LoaderFunctionArgs) {
  return redirect(`/candidates/${idParam(params, 'candidateId')}/cvs/${idParam(params, 'cvId')}`)
}
