import type { Match } from './match'

/** What another version of the rules would do to the list of one need. Places count from 1; null is not listed. */
export type ListEffect = {
  people: number
  moved: number
  tierMoved: number
  /** People who would come among the first five. */
  newInFirstFive: number
  /** The first places of the old list that would change, and those of the new list that were elsewhere. */
  moves: { before: number | null; after: number | null }[]
}

const FIRST = 5
const MOST_MOVES = 6

/** Compares two orders of the same need. Names nobody: an administrator sees places and numbers. */
export function effectOn(before: readonly Match[], after: readonly Match[]): ListEffect {
  const placeBefore = placesOf(before)
  const placeAfter = placesOf(after)
  const tierAfter = new Map(after.map(({ personId, tier }) => [personId, tier]))
  const ids = [...new Set([...placeBefore.keys(), ...placeAfter.keys()])]
  const moves = ids
    .map((id) => ({ before: placeBefore.get(id) ?? null, after: placeAfter.get(id) ?? null }))
    .filter((move) => move.before !== move.after)
    .sort((a, b) => highest(a) - highest(b))
  return {
    people: ids.length,
    moved: moves.length,
    tierMoved: before.filter(({ personId, tier }) => tierAfter.get(personId) !== tier).length,
    newInFirstFive: ids.filter((id) => isFirst(placeAfter.get(id)) && !isFirst(placeBefore.get(id))).length,
    moves: moves.slice(0, MOST_MOVES),
  }
}

function placesOf(list: readonly Match[]): Map<string, number> {
  return new Map(list.map(({ personId }, index) => [personId, index + 1]))
}

function isFirst(place: number | undefined): boolean {
  return place !== undefined && place <= FIRST
}

function highest({ before, after }: ListEffect['moves'][number]): number {
  return Math.min(before ?? Number.POSITIVE_INFINITY, after ?? Number.POSITIVE_INFINITY)
}
