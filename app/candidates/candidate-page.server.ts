import { listActivity, recordReading } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { listBlockedCompanies } from './blocked-companies.server'
import { listCandidacyEnds } from './candidacy-end.server'
import { listCandidatePresentations } from './candidate-presentations.server'
import { listCandidateSkills } from './candidate-skills.server'
import { findCandidate, findPrivateDetails } from './candidates.server'
import { findPace } from './caseload/cadence.server'
import { findCare } from './caseload/coaches.server'
import { listContacts } from './caseload/contacts.server'
import { listOpenQuestions } from './consent-questions.server'
import { listConsents } from './consents.server'
import { listCvs } from './cvs.server'
import { listOwnContactsForCoach } from './own-contacts.server'

/** Everything the page of one person shows this viewer, or undefined; that it was opened is written down. */
export async function loadCandidatePage(viewer: Viewer, candidateId: string) {
  const candidate = await findCandidate(db, viewer, candidateId)
  if (!candidate) return undefined
  const [privateDetails, skills, cvs, consents, questions, blocked, presentations, care, timeline] =
    await Promise.all([
      findPrivateDetails(db, viewer, candidateId),
      listCandidateSkills(db, viewer, candidateId),
      listCvs(db, viewer, candidateId),
      listConsents(db, viewer, candidateId),
      listOpenQuestions(db, candidateId),
      listBlockedCompanies(db, viewer, candidateId),
      listCandidatePresentations(db, viewer, candidateId),
      careFor(viewer, candidateId),
      listActivity(db, { candidateId }),
      recordReading(db, viewer.userId, 'candidate', { candidateId }),
    ])
  return {
    candidate,
    privateDetails,
    skills,
    cvs,
    consents,
    questions,
    blocked,
    presentations,
    care,
    timeline,
    mayWrite: may(viewer, 'candidates.write'),
    mayMatch: may(viewer, 'matches.read'),
  }
}

export type CandidatePageData = NonNullable<Awaited<ReturnType<typeof loadCandidatePage>>>

const NEWEST_CONTACTS = 5

/** The coach's side of the person, for coordinators only. */
async function careFor(viewer: Viewer, candidateId: string) {
  if (!may(viewer, 'candidates.write')) return null
  const newest = { page: 1, pageSize: NEWEST_CONTACTS }
  const [care, pace, contacts, ownContacts, ends] = await Promise.all([
    findCare(db, candidateId),
    findPace(db, candidateId),
    listContacts(db, viewer, candidateId, newest),
    listOwnContactsForCoach(db, viewer, candidateId, newest),
    listCandidacyEnds(db, candidateId),
  ])
  return care ? { care, pace, contacts, ownContacts, ends } : null
}
