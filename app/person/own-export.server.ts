import { strToU8, zipSync } from 'fflate'
import type { Viewer } from '~/auth/viewer.server'
import { formsOf } from '~/candidates/assessments/assessment-forms.server'
import { listOutsideAssessments } from '~/candidates/assessments/outside-assessments.server'
import { listSelfAssessments } from '~/candidates/assessments/self-assessments.server'
import { listBlockedCompanies } from '~/candidates/blocked-companies.server'
import { listConsents } from '~/candidates/consents.server'
import { listFactSources } from '~/candidates/fact-sources.server'
import { allOwnContacts } from '~/candidates/own-contacts.server'
import { readStoredFile } from '~/files/files.server'
import { listDecisionsAbout } from '~/needs/match-decisions.server'
import type { Db } from '~/platform/db.server'
import { listPlansFor } from '~/presentations/plans.server'
import { listStandings } from '~/presentations/sealed-lists.server'
import { translatorFor } from '~/texts/language.server'
import { exportPage } from './export-page.server'
import { allReadings, findOwnDetails, listOwnCvs, listOwnSkills } from './own-data.server'
import { ownFacts } from './own-facts'
import { allOwnEvents, allOwnPlacements } from './own-history.server'
import { allOwnPresentations, allViews } from './own-presentations.server'
import { listOwnRequests } from './requests.server'

/** A copy of one's own data is cut nowhere. */
const ALL = { most: null }

/** Everything the house keeps about the person, but for the coach's notes, which are given on request. */
export async function ownDataOf(db: Db, viewer: Pick<Viewer, 'roles'>, candidateId: string) {
  const [
    details,
    sources,
    skills,
    cvs,
    consents,
    blocked,
    plans,
    shown,
    views,
    readings,
    requests,
    lists,
    decisions,
    assessments,
    outside,
    events,
    placements,
    ownContacts,
  ] = await Promise.all([
    findOwnDetails(db, candidateId),
    listFactSources(db, candidateId),
    listOwnSkills(db, candidateId),
    listOwnCvs(db, candidateId),
    listConsents(db, viewer, candidateId),
    listBlockedCompanies(db, viewer, candidateId),
    listPlansFor(db, candidateId, ALL),
    allOwnPresentations(db, candidateId),
    allViews(db, candidateId),
    allReadings(db, candidateId),
    listOwnRequests(db, candidateId, ALL),
    listStandings(db, candidateId, ALL),
    listDecisionsAbout(db, candidateId),
    listSelfAssessments(db, candidateId, ALL),
    listOutsideAssessments(db, candidateId, ALL),
    allOwnEvents(db, candidateId),
    allOwnPlacements(db, candidateId),
    allOwnContacts(db, candidateId),
  ])
  const forms = await formsOf(db, assessments)
  return {
    details,
    facts: ownFacts(details, sources),
    skills,
    cvs,
    consents,
    blocked,
    plans,
    presentations: shown,
    views,
    readings,
    requests,
    lists,
    decisions,
    assessments,
    assessmentForms: forms,
    outsideAssessments: outside,
    events,
    placements,
    ownContacts,
  }
}

export type OwnData = Awaited<ReturnType<typeof ownDataOf>>

/**
 * A zip file for the person: the data as JSON for machines (GDPR 20), the same as a page to read, each profile as it
 * was shown, and the files of the CVs.
 */
export async function packOwnData(db: Db, viewer: Viewer, candidateId: string): Promise<Uint8Array> {
  const data = await ownDataOf(db, viewer, candidateId)
  const files: Record<string, Uint8Array> = {
    'data.json': strToU8(JSON.stringify(data, null, 2)),
    'data.html': strToU8(exportPage(data, viewer.language, translatorFor(viewer.language))),
  }
  for (const cv of data.cvs) {
    const file = await readStoredFile(cv.fileId)
    if (file) files[`cv-${cv.number}${/\.[a-z0-9]{1,5}$/i.exec(cv.fileName)?.[0] ?? ''}`] = file.bytes
  }
  return zipSync(files)
}
