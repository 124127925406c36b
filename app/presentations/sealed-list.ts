import { coversSomething, type Match, type MatchNeed, type MatchPerson, orderPeople } from '~/needs/match'
import { hasObstacle } from '~/needs/match-practical'
import type { MatchRules } from '~/needs/match-rules'

/** What goes when a person is erased: what was compared of the person, and what people wrote about the choice. */
export type SealedFacts = { salt: string; person: MatchPerson; words: string | null }

/** One person of a list that a presentation comes of. `place` is null for somebody who covers nothing. */
export type ListedPerson = {
  match: Match
  person: MatchPerson
  place: number | null
  consent: string
  shownBefore: boolean
  leftOut: { reason: string | null } | null
}

/**
 * Who stands before the presented person and could be shown as well: consenting, not shown for this need, not left out
 * by anybody, without a practical obstacle. Passing them over asks for a reason.
 */
export function passedOver(people: readonly ListedPerson[], presentedId: string): ListedPerson[] {
  const place = people.find(({ person }) => person.id === presentedId)?.place ?? null
  return people.filter(
    (one) =>
      one.place !== null &&
      (place === null || one.place < place) &&
      one.consent === 'given' &&
      !one.shownBefore &&
      !one.leftOut &&
      !hasObstacle(one.match.practical),
  )
}

type KeptPerson = {
  candidateId: string
  place: number | null
  tier: string
  strength: number
  facts: SealedFacts | null
}

/** Ranks among those whose facts are still there; null where the person covers nothing. */
type ReplayedPlace = { candidateId: string; sealed: number | null; again: number | null }

/**
 * Orders the sealed facts again by the sealed rules and seed. `same` when every place, tier and strength comes out as
 * it was; people whose facts are gone are left aside and the others keep their order.
 */
export function replayOrder(
  { rules, need, seed }: { rules: MatchRules; need: MatchNeed; seed: string },
  people: readonly KeptPerson[],
): { same: boolean; places: ReplayedPlace[]; forgotten: number } {
  const kept = people.flatMap(({ facts, ...one }) => (facts ? [{ ...one, person: facts.person }] : []))
  const again = orderPeople(
    rules,
    need,
    kept.map(({ person }) => person),
    seed,
  ).filter(coversSomething)
  const before = kept
    .flatMap(({ candidateId, place }) => (place === null ? [] : [{ candidateId, place }]))
    .sort((a, b) => a.place - b.place)
  const rankIn = (ids: string[], id: string) => ids.indexOf(id) + 1 || null
  const sealedIds = before.map(({ candidateId }) => candidateId)
  const againIds = again.map(({ personId }) => personId)
  const places = kept.map(({ candidateId }) => ({
    candidateId,
    sealed: rankIn(sealedIds, candidateId),
    again: rankIn(againIds, candidateId),
  }))
  const resultOf = new Map(again.map((match) => [match.personId, match]))
  const same = kept.every(({ candidateId, place, tier, strength }) => {
    const result = resultOf.get(candidateId)
    return place === null ? !result : result?.tier === tier && result.strength === strength
  })
  return {
    same: same && places.every(({ sealed, again }) => sealed === again),
    places,
    forgotten: people.length - kept.length,
  }
}
