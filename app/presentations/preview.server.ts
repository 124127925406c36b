import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { heldSkills } from '~/candidates/candidate-skills.server'
import { visibleCandidates } from '~/candidates/candidates.server'
import { consentStates } from '~/candidates/consent-states.server'
import { organisationsIn } from '~/candidates/readable-evidence.server'
import { isReachSuppressed } from '~/companies/suppression-check.server'
import { matchOf } from '~/needs/matching.server'
import { findNeed, type Need } from '~/needs/needs.server'
import type { Db } from '~/platform/db.server'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { profileHash } from './profile-hash.server'
import { type Hints, hintsIn } from './profile-hints'
import { buildShownProfile, type ShownMatch, type ShownProfile, shownMatchOf } from './shown-profile'
import { type WhoElse, whoElse } from './small-groups.server'

/** What would be sent: the profile with its hash, the comparison, and what to think about before sending. */
export type Preview = {
  profile: ShownProfile
  profileSha256: string
  match: ShownMatch | null
  leftOut: number
  /** The person is under non-disclosure for safety: only a coach may show the profile, with a reason. */
  needsSecondLook: boolean
  hints: Hints
} & WhoElse

/** Builds the profile of a person whom the viewer may see, as an employer with this need would be shown it. */
export async function previewOf(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  candidateId: string,
  need: Need | null,
): Promise<Preview | undefined> {
  const person = await visibleCandidates(db, viewer)
    .select([
      'candidate.name',
      'candidate.headline',
      'candidate.about',
      'candidate.forms',
      'candidate.works_in as worksIn',
      'candidate.remote',
      'candidate.available_from as availableFrom',
      'candidate.non_disclosure as nonDisclosure',
      'candidate.municipality',
      'candidate.street',
    ])
    .where('candidate.id', '=', candidateId)
    .executeTakeFirst()
  if (!person) return undefined
  const [skills, languages, organisations, match] = await Promise.all([
    shownSkills(db, candidateId),
    db
      .selectFrom('candidate_language')
      .select(['language', 'level'])
      .where('candidate_id', '=', candidateId)
      .orderBy('language')
      .execute(),
    organisationsIn(db, [candidateId]),
    need ? matchOf(db, need, candidateId) : null,
  ])
  const { name, municipality, street, ...wishes } = person
  const places = person.nonDisclosure
    ? [municipality, street, ...person.worksIn].filter((place) => place !== null)
    : []
  const { profile, leftOut } = buildShownProfile(
    { ...wishes, skills, languages },
    { name, organisations: organisations.get(candidateId) ?? [], places },
  )
  const shownMatch = match ? shownMatchOf(match) : null
  return {
    profile,
    profileSha256: profileHash(profile, shownMatch),
    match: shownMatch,
    leftOut,
    needsSecondLook: person.nonDisclosure,
    ...(await whoElse(db, profile, shownMatch)),
    hints: hintsIn(profile, loadVocabulary().vocabulary),
  }
}

/**
 * The same for the person, without a need: what any company sees once the person agrees to be shown without a name.
 * Of the others who take part it tells only in which skills they are few.
 */
export async function previewForPerson(db: Db, candidateId: string) {
  const preview = await previewOf(db, { roles: ['coordinator'] }, candidateId, null)
  if (!preview) return undefined
  const { profile, hints } = preview
  return { profile, hints, rareSkills: preview.rareSkills.map(({ fi, sv, en }) => ({ fi, sv, en })) }
}

function shownSkills(db: Db, candidateId: string) {
  return heldSkills(db, candidateId)
    .where('skill.kind', '!=', 'language')
    .orderBy('candidate_skill.level', (order) => order.desc().nullsLast())
    .orderBy('skill.label_fi')
    .orderBy('skill.id')
    .execute()
}

/** To whom and how a person can be presented: the company's people, the CVs the person approved, the consents. */
export async function presentationChoices(
  db: Db,
  asked: { candidateId: string; companyId: string; roundId: string | null },
) {
  const consentAsked = {
    candidateIds: [asked.candidateId],
    companyId: asked.companyId,
    roundId: asked.roundId,
  }
  const [contacts, cvs, profile, byName] = await Promise.all([
    db
      .selectFrom('contact')
      .select([
        'contact.id',
        'contact.name',
        'contact.role',
        sql<boolean>`contact.email is not null`.as('hasEmail'),
        isReachSuppressed('email', sql.ref('contact.email')).as('suppressed'),
      ])
      .where('contact.company_id', '=', asked.companyId)
      .where('contact.left_at', 'is', null)
      .orderBy('contact.name')
      .limit(200)
      .execute(),
    db
      .selectFrom('cv')
      .select(['cv.id', 'cv.version_number as number', 'cv.approved_on as approvedOn'])
      .where('cv.candidate_id', '=', asked.candidateId)
      .where('cv.approved_on', 'is not', null)
      .where('cv.removed_at', 'is', null)
      .orderBy('cv.version_number', 'desc')
      .execute(),
    consentStates(db, { ...consentAsked, tier: 'T1' }),
    consentStates(db, { ...consentAsked, tier: 'T2' }),
  ])
  return {
    contacts: contacts.map(({ hasEmail, suppressed, ...contact }) => ({
      ...contact,
      reachable: hasEmail && !suppressed,
    })),
    cvs,
    consents: { T1: profile.get(asked.candidateId), T2: byName.get(asked.candidateId) },
  }
}

/** The need a presentation is for, if any, seen through visibleNeeds. */
export async function needOf(db: Db, viewer: Viewer, needId: string | undefined): Promise<Need | null> {
  return needId ? ((await findNeed(db, viewer, needId)) ?? null) : null
}
