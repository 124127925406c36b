import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { shownName, visibleCandidates } from './candidates.server'
import type { CvReading } from './cv-reading/cv-reading'
import { maskIdentity } from './identity-mask'
import { isHidden } from './non-disclosure.server'

/** Employers and schools that the CVs of these people name, by candidate. */
export async function organisationsIn(db: Db, candidateIds: string[]): Promise<Map<string, string[]>> {
  if (candidateIds.length === 0) return new Map()
  const cvs = await db
    .selectFrom('cv')
    .select(['candidate_id as candidateId', 'reading'])
    .where('candidate_id', 'in', candidateIds)
    .where('reading', 'is not', null)
    .execute()
  const names = new Map<string, Set<string>>()
  for (const { candidateId, reading } of cvs) {
    const { work, education } = reading as CvReading
    const known = names.get(candidateId) ?? new Set()
    for (const name of [...work.map(({ employer }) => employer), ...education.map(({ school }) => school)])
      if (name !== null) known.add(name)
    names.set(candidateId, known)
  }
  return new Map([...names].map(([candidateId, known]) => [candidateId, [...known]]))
}

/**
 * What this viewer may read of a sentence of a person's CV: coordinators, and whoever may know the person's name,
 * all of it; others without the name, former employers, schools and years, or null when nothing is left. Under
 * non-disclosure for safety only the own coach reads all of it, and the places are hidden too.
 */
export async function evidenceReader(
  db: Db,
  viewer: Viewer,
  candidateIds: string[],
): Promise<(candidateId: string, sentence: string | null) => string | null> {
  if (candidateIds.length === 0) return (_, sentence) => sentence
  const knowsPeople = may(viewer, 'candidates.write')
  const asked = visibleCandidates(db, viewer).where('candidate.id', 'in', candidateIds)
  const people = await (knowsPeople ? asked.where(isHidden(viewer)) : asked)
    .select([
      'candidate.id',
      'candidate.name',
      shownName(viewer).as('shownName'),
      isHidden(viewer).as('isHidden'),
      'candidate.municipality',
      'candidate.street',
      'candidate.works_in as worksIn',
    ])
    .execute()
  const organisations = await organisationsIn(
    db,
    people.map(({ id }) => id),
  )
  const byId = new Map(people.map((person) => [person.id, person]))
  return (candidateId, sentence) => {
    const person = byId.get(candidateId)
    if (!person) return knowsPeople ? sentence : null
    if (person.shownName !== null && !person.isHidden) return sentence
    const { name, municipality, street, worksIn } = person
    const places = person.isHidden ? [municipality, street, ...worksIn].filter((place) => place !== null) : []
    return maskIdentity(sentence, { name, organisations: organisations.get(candidateId) ?? [], places }).text
  }
}
