/** An order of judged documents: the relevance of each, best placed first. */
export type Ranking = readonly number[]

/**
 * Normalised discounted cumulative gain of the first `depth`: gain 2^score - 1, discount log2(place + 1), divided
 * by that of the best possible order. 1 where every order is as good.
 */
export function ndcg(ranking: Ranking, depth: number): number {
  const ideal = discountedGain(
    [...ranking].sort((a, b) => b - a),
    depth,
  )
  return ideal === 0 ? 1 : discountedGain(ranking, depth) / ideal
}

/** The same with the score itself as gain, which forgives a weak first place more. */
export function linearNdcg(ranking: Ranking, depth: number): number {
  const ideal = discountedGain(
    [...ranking].sort((a, b) => b - a),
    depth,
    (score) => score,
  )
  return ideal === 0 ? 1 : discountedGain(ranking, depth, (score) => score) / ideal
}

function discountedGain(ranking: Ranking, depth: number, gain = (score: number) => 2 ** score - 1): number {
  return ranking.slice(0, depth).reduce((sum, score, place) => sum + gain(score) / Math.log2(place + 2), 0)
}

/** Pairs judged unlike, and how many of them stand in the right order. */
export function orderedPairs(ranking: Ranking): { right: number; of: number } {
  let right = 0
  let of = 0
  for (const [place, score] of ranking.entries()) {
    for (const later of ranking.slice(place + 1)) {
      if (score === later) continue
      of++
      if (score > later) right++
    }
  }
  return { right, of }
}
