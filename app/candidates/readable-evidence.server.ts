import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { shownName, visibleCandidates } from './candidates.server'
import type { CvReading } from './cv-reading/cv-reading'
import { maskIdentity } from './identity-mask'

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
 * all of it; others without the name, former employers, schools and years, or null when nothing is left.
 */
export async function evidenceReader(
  db: Db,
  viewer: Viewer,
  candidateIds: string[],
): Promise<(candidateId: string, sentence: string | null) => string | null> {
  if (may(viewer, 'candidates.write') || candidateIds.length === 0) return (_, sentence) => sentence
  const [people, organisations] = await Promise.all([
    visibleCandidates(db, viewer)
      .select(['candidate.id', 'candidate.name', shownName(viewer).as('shownName')])
      .where('candidate.id', 'in', candidateIds)
      .execute(),
    organisationsIn(db, candidateIds),
  ])
  const byId = new Map(people.map((person) => [person.id, person]))
  return (candidateId, sentence) => {
    const person = byId.get(candidateId)
    if (!person) return null
    if (person.shownName !== null) return sentence
    const identity = { name: person.name, organisations: organisations.get(candidateId) ?? [] }
    return maskIdentity(sentence, identity).text
  }
}
