import { lotOf, TIERS, type Tier } from '~/needs/match'

/** A need has at most this many people before its employer at a time. */
export const MOST_A_NEED = 5
/** A person is suggested for at most this many needs at a time. */
export const MOST_A_PERSON = 3

/** A person who could be presented for a need: something is covered and nothing stands in the way. */
export type Fit = { needId: string; personId: string; tier: Tier; strength: number }
type Portfolio = {
  /** `room` is how many people more the need can have before its employer. */
  needs: readonly { id: string; room: number }[]
  people: readonly { id: string; timesShown: number }[]
  fits: readonly Fit[]
  seed: string
}
/** `turn` 1 is the person's first chance. `moved` made room for somebody who fits nowhere else. */
type Suggestion = Fit & { turn: number; moved: boolean }

/**
 * Who could be presented for which need, by turns. People come in the order of who has been shown least, then who fits
 * fewest needs, then the lot. In the first turn each gets the need the person fits best of those with room; where all
 * are full, somebody on one of them moves to another that suits, if that makes room: so as many people get a chance as
 * the needs can hold. In later turns what room is left goes round in the same order.
 */
export function suggestPresentations({ needs, people, fits, seed }: Portfolio): Suggestion[] {
  const room = new Map(needs.map(({ id, room }) => [id, Math.max(0, Math.min(room, MOST_A_NEED))]))
  const choices = bestFirst(fits, seed)
  const order = [...people].sort(
    (a, b) =>
      a.timesShown - b.timesShown ||
      (choices.get(a.id)?.length ?? 0) - (choices.get(b.id)?.length ?? 0) ||
      lotOf(`${seed} ${a.id}`) - lotOf(`${seed} ${b.id}`) ||
      (a.id < b.id ? -1 : 1),
  )
  const given = new Map<string, Suggestion[]>(needs.map(({ id }) => [id, []]))
  const hasRoom = (needId: string) => (given.get(needId)?.length ?? 0) < (room.get(needId) ?? 0)
  const give = (fit: Fit, turn: number, moved: boolean) =>
    given.get(fit.needId)?.push({ ...fit, turn, moved })

  for (const { id } of order) giveFirst(choices.get(id) ?? [])
  for (let turn = 2; turn <= MOST_A_PERSON; turn++) {
    for (const { id } of order) {
      const fit = (choices.get(id) ?? []).find(
        ({ needId }) => hasRoom(needId) && !given.get(needId)?.some(({ personId }) => personId === id),
      )
      if (fit) give(fit, turn, false)
    }
  }
  return needs.flatMap(({ id }) => inOrderOfFit(given.get(id) ?? []))

  function giveFirst(fits: readonly Fit[]): void {
    const free = fits.find(({ needId }) => hasRoom(needId))
    if (free) give(free, 1, false)
    else makeRoom(fits, new Set(), false)
  }

  /** Puts the person on the first need where somebody can move on, as far as that takes. */
  function makeRoom(fits: readonly Fit[], asked: Set<string>, moved: boolean): boolean {
    for (const fit of fits) {
      if (asked.has(fit.needId) || !room.get(fit.needId)) continue
      asked.add(fit.needId)
      const there = given.get(fit.needId) ?? []
      for (const [index, other] of there.entries()) {
        const elsewhere = (choices.get(other.personId) ?? []).filter(({ needId }) => needId !== fit.needId)
        const free = elsewhere.find(({ needId }) => hasRoom(needId))
        if (!free && !makeRoom(elsewhere, asked, true)) continue
        there.splice(index, 1)
        if (free) give(free, 1, true)
        give(fit, 1, moved)
        return true
      }
    }
    return false
  }
}

/** Each person's needs: by tier, then strength, then the lot. */
function bestFirst(fits: readonly Fit[], seed: string): Map<string, Fit[]> {
  const choices = new Map<string, Fit[]>()
  for (const fit of fits) {
    const own = choices.get(fit.personId)
    if (own) own.push(fit)
    else choices.set(fit.personId, [fit])
  }
  for (const own of choices.values()) {
    own.sort(
      (a, b) =>
        byFit(a, b) ||
        lotOf(`${seed} ${a.personId} ${a.needId}`) - lotOf(`${seed} ${b.personId} ${b.needId}`),
    )
  }
  return choices
}

function inOrderOfFit(suggestions: readonly Suggestion[]): Suggestion[] {
  return [...suggestions].sort((a, b) => byFit(a, b) || (a.personId < b.personId ? -1 : 1))
}

function byFit(a: Fit, b: Fit): number {
  return TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.strength - a.strength
}
