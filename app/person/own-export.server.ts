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
async function ownDataOf(db: Db, viewer: Pick<Viewer, 'roles'>, candidateId: string) {
  const [facts, permissions, disclosures, decisions, assessments, history] = await Promise.all([
    factsOf(db, candidateId),
    permissionsOf(db, viewer, candidateId),
    disclosuresOf(db, candidateId),
    decisionsOf(db, candidateId),
    assessmentsOf(db, candidateId),
    historyOf(db, candidateId),
  ])
  return { ...facts, ...permissions, ...disclosures, ...decisions, ...assessments, ...history }
}

/** Who the person is and what they can, with where each fact came from. */
async function factsOf(db: Db, candidateId: string) {
  const [details, sources, skills, cvs] = await Promise.all([
    findOwnDetails(db, candidateId),
    listFactSources(db, candidateId),
    listOwnSkills(db, candidateId),
    listOwnCvs(db, candidateId),
  ])
  return { details, facts: ownFacts(details, sources), skills, cvs }
}

/** What the person lets others see, and the plans that ask for it. */
async function permissionsOf(db: Db, viewer: Pick<Viewer, 'roles'>, candidateId: string) {
  const [consents, blocked, plans] = await Promise.all([
    listConsents(db, viewer, candidateId),
    listBlockedCompanies(db, viewer, candidateId),
    listPlansFor(db, candidateId, ALL),
  ])
  return { consents, blocked, plans }
}

/** What was shown of the person to employers, and who has looked, in the house and outside. */
async function disclosuresOf(db: Db, candidateId: string) {
  const [presentations, views, readings] = await Promise.all([
    allOwnPresentations(db, candidateId),
    allViews(db, candidateId),
    allReadings(db, candidateId),
  ])
  return { presentations, views, readings }
}

/** What the person asked for, and where they stood in the lists for needs. */
async function decisionsOf(db: Db, candidateId: string) {
  const [requests, lists, decisions] = await Promise.all([
    listOwnRequests(db, candidateId, ALL),
    listStandings(db, candidateId, ALL),
    listDecisionsAbout(db, candidateId),
  ])
  return { requests, lists, decisions }
}

/** How the person and others have assessed them, with the forms that were used. */
async function assessmentsOf(db: Db, candidateId: string) {
  const [assessments, outsideAssessments] = await Promise.all([
    listSelfAssessments(db, candidateId, ALL),
    listOutsideAssessments(db, candidateId, ALL),
  ])
  return { assessments, assessmentForms: await formsOf(db, assessments), outsideAssessments }
}

/** What has happened, the placements behind it, and the person's own contacts with employers. */
async function historyOf(db: Db, candidateId: string) {
  const [events, placements, ownContacts] = await Promise.all([
    allOwnEvents(db, candidateId),
    allOwnPlacements(db, candidateId),
    allOwnContacts(db, candidateId),
  ])
  return { events, placements, ownContacts }
}

export type OwnData = Awaited<ReturnType<typeof ownDataOf>>

/**
 * A zip file for the person: the data as JSON for machines (GDPR 20), the same as a page to read, each profile as it
 * was shown, the files of the CVs, and the signed papers of consents, numbered from the first answer on.
 */
export async function packOwnData(db: Db, viewer: Viewer, candidateId: string): Promise<Uint8Array> {
  const data = await ownDataOf(db, viewer, candidateId)
  const files: Record<string, Uint8Array> = {
    'data.json': strToU8(JSON.stringify(data, null, 2)),
    'data.html': strToU8(exportPage(data, viewer.language, translatorFor(viewer.language))),
  }
  const papers = data.consents.map(({ fileId, answeredOn }, i) => {
    return { fileId, name: `consent-${answeredOn}-${data.consents.length - i}` }
  })
  for (const { fileId, name } of [
    ...data.cvs.map((cv) => ({ fileId: cv.fileId, name: `cv-${cv.number}` })),
    ...papers,
  ]) {
    const file = fileId && (await readStoredFile(fileId))
    if (file) files[`${name}${/\.[a-z0-9]{1,5}$/i.exec(file.name)?.[0] ?? ''}`] = file.bytes
  }
  return zipSync(files)
}
