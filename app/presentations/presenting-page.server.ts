import { recordReading } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { findCandidate } from '~/candidates/candidates.server'
import { findCompany } from '~/companies/companies.server'
import { plusDays, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { SHOWN_DAYS } from './presentation'
import { needOf, presentationChoices, previewOf } from './preview.server'

/**
 * What the pages that present or plan to present somebody show: `?candidate=` with `?need=` or `?company=`. Throws
 * a 404 for what the viewer may not see.
 */
export async function loadPresenting(request: Request, viewer: Viewer) {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const candidateId = idParam(asked, 'candidate')
  const need = await needOf(db, viewer, asked.need && idParam(asked, 'need'))
  const companyId = need?.companyId ?? idParam(asked, 'company')
  const [candidate, company, preview] = await Promise.all([
    findCandidate(db, viewer, candidateId),
    findCompany(db, viewer, companyId),
    previewOf(db, viewer, candidateId, need),
  ])
  if (!candidate || !company || !preview) throw notFound()
  const [choices] = await Promise.all([
    presentationChoices(db, { candidateId, companyId, roundId: need?.roundId ?? null }),
    recordReading(db, viewer.userId, 'presentation_preview', { candidateId }),
  ])
  return {
    candidate: { id: candidate.id, number: candidate.number, reservedFor: candidate.reservedFor },
    company: { id: company.id, name: company.name },
    need: need && { id: need.id, title: need.title, contactId: need.contactId },
    preview,
    // By name, and with a CV, nobody under non-disclosure for safety is shown: it is not offered either.
    choices: preview.needsSecondLook
      ? { ...choices, cvs: [], consents: { ...choices.consents, T2: undefined } }
      : choices,
    defaults: {
      tier: asked.tier === 'T2' && !preview.needsSecondLook ? 'T2' : 'T1',
      contactId: need?.contactId ?? '',
      expiresOn: plusDays(today(), SHOWN_DAYS),
    },
  }
}
