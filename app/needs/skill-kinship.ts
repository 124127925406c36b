import { impliedSkills, type Skill, type Vocabulary } from '~/skills/vocabulary'
import type { SkillLink } from './match'

/** How skills of the vocabulary stand to each other, looked at from what is needed. */
type SkillKinship = {
  /** Skills that are the needed one and more: they imply it, or stand under it, by our vocabulary or by ESCO. */
  moreSpecific: (needed: string) => ReadonlySet<string>
  /** Skills beside the needed one: more general, or under the same narrow heading. They do not cover it. */
  related: (needed: string) => ReadonlySet<string>
  /** Every skill that having this one covers, itself included, by our vocabulary or by ESCO. */
  covers: (held: string) => ReadonlySet<string>
  /** Every skill that meets the needed one, itself included, and how. */
  accepts: (needed: string) => Readonly<Record<string, SkillLink>>
}

/** A heading with more skills under it says too little about how near they are to each other. */
const NARROW_HEADING = 15

const built = new WeakMap<Vocabulary, SkillKinship>()

/** The kinships of a vocabulary, worked out once. */
export function kinshipOf(vocabulary: Vocabulary): SkillKinship {
  const known = built.get(vocabulary)
  if (known) return known
  const kinship = buildKinship(vocabulary)
  built.set(vocabulary, kinship)
  return kinship
}

function buildKinship(vocabulary: Vocabulary): SkillKinship {
  const covers = new Map<string, ReadonlySet<string>>()
  const moreSpecific = new Map<string, Set<string>>()
  const under = new Map<string, string[]>()
  for (const skill of vocabulary.skills.values()) {
    const covered = coveredBy(skill, vocabulary)
    covers.set(skill.id, covered)
    for (const id of covered) if (id !== skill.id) add(moreSpecific, id, skill.id)
    for (const heading of skill.broader) under.set(heading, [...(under.get(heading) ?? []), skill.id])
  }
  const none: ReadonlySet<string> = new Set()
  const esco = escoKinship(vocabulary)
  const moreSpecificThan = (needed: string) => moreSpecific.get(needed) ?? none
  const relatedTo = (needed: string): ReadonlySet<string> => {
    const skill = vocabulary.skills.get(needed)
    if (!skill) return none
    const beside = skill.broader.flatMap((heading) => {
      const siblings = under.get(heading) ?? []
      return siblings.length <= NARROW_HEADING ? siblings : []
    })
    const related = new Set([...(covers.get(needed) ?? []), ...beside])
    related.delete(needed)
    for (const id of moreSpecificThan(needed)) related.delete(id)
    return related
  }

  return {
    covers: (held) => new Set([...(covers.get(held) ?? [held]), ...esco.broader(held)]),
    moreSpecific: (needed) => new Set([...moreSpecificThan(needed), ...esco.narrower(needed)]),
    related: relatedTo,
    // A later entry stands: where our own vocabulary says something of the pair, ESCO says nothing.
    accepts: (needed) => ({
      ...Object.fromEntries(esco.related(needed).map((id) => [id, 'esco_related' as const])),
      ...Object.fromEntries(esco.narrower(needed).map((id) => [id, 'esco_narrower' as const])),
      ...Object.fromEntries([...relatedTo(needed)].map((id) => [id, 'related' as const])),
      ...Object.fromEntries(
        [...moreSpecificThan(needed)].map((id) => [
          id,
          standsUnder(id, needed, vocabulary) ? ('narrower' as const) : ('implied' as const),
        ]),
      ),
      [needed]: 'same' as const,
    }),
  }
}

/** What ESCO says of skills that the vocabulary has: above, below and beside. */
function escoKinship({ esco, skills }: Vocabulary) {
  const narrower = new Map<string, Set<string>>()
  for (const [id, above] of esco?.broader ?? []) {
    if (skills.has(id)) for (const one of above) add(narrower, one, id)
  }
  const known = (ids: readonly string[] | undefined) => (ids ?? []).filter((id) => skills.has(id))
  return {
    broader: (held: string) => known(esco?.broader.get(held)),
    narrower: (needed: string) => [...(narrower.get(needed) ?? [])],
    related: (needed: string) =>
      known([...(esco?.related.get(needed) ?? []), ...(esco?.broader.get(needed) ?? [])]),
  }
}

/** Whether headings alone lead from a skill up to another: it is a kind of that, not only a sign of it. */
function standsUnder(id: string, heading: string, vocabulary: Vocabulary): boolean {
  const waiting = [id]
  const seen = new Set(waiting)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === heading) return true
    for (const up of vocabulary.skills.get(next)?.broader ?? []) {
      if (!seen.has(up)) waiting.push(up)
      seen.add(up)
    }
  }
  return false
}

/** The skill, what it implies, and the headings of all of them, to the end. */
function coveredBy(skill: Skill, vocabulary: Vocabulary): ReadonlySet<string> {
  const covered = new Set([skill.id])
  const waiting = [skill.id]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const next = [...impliedSkills(vocabulary, [id]), ...(vocabulary.skills.get(id)?.broader ?? [])]
    for (const one of next) {
      if (covered.has(one)) continue
      covered.add(one)
      waiting.push(one)
    }
  }
  return covered
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key) ?? new Set()
  values.add(value)
  map.set(key, values)
}
