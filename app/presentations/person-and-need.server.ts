import type { Viewer } from '~/auth/viewer.server'
import { findCandidate } from '~/candidates/candidates.server'
import { findNeed } from '~/needs/needs.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'

/** The need and the person that an address `/needs/:needId/people/:candidateId` is about, or a 404. */
export async function personAndNeed(viewer: Viewer, params: Record<string, string | undefined>) {
  const [need, candidate] = await Promise.all([
    findNeed(db, viewer, idParam(params, 'needId')),
    findCandidate(db, viewer, idParam(params, 'candidateId')),
  ])
  if (!need || !candidate) throw notFound()
  return { need, candidate, about: { needId: need.id, companyId: need.companyId, candidateId: candidate.id } }
}
