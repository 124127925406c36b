import type { Match } from '~/needs/match'

/** How a person stands on the list of a need, now or when a list was sealed. */
export type ListStanding = {
  /** Whether the person was on the list at all, with a place or without. */
  compared: boolean
  presented: boolean
  /** Why the presented person came before others, where somebody had to tell. */
  reason: string | null
  shownBefore: boolean
  consent: string
  leftOut: { reason: string | null } | null
  /** Null for somebody who covers nothing, or who was not compared at all. */
  place: number | null
  of: number
  strongerBefore: number
  /** Of the same group and strength: who comes first was decided by turns. */
  equalsBefore: number
  /** Null when it is no longer known what was compared. */
  match: Pick<Match, 'lines' | 'practical'> | null
}

export type Ground =
  | { ground: 'shown_before' | 'nothing_found' | 'not_compared' | 'first' }
  | { ground: 'presented' | 'left_out'; reason: string | null }
  | { ground: 'consent'; state: string }
  | { ground: 'must_missing'; words: string[] }
  | { ground: 'practical'; what: string[] }
  | { ground: 'place'; place: number; of: number; stronger: number; equals: number }

/** Why a person was or was not shown for a need: everything that stands in the way, then the place on the list. */
export function groundsOf(standing: ListStanding): Ground[] {
  const { presented, shownBefore, consent, leftOut, match, place, of } = standing
  if (presented) return [{ ground: 'presented', reason: standing.reason }]
  const grounds: Ground[] = []
  if (shownBefore) grounds.push({ ground: 'shown_before' })
  if (leftOut) grounds.push({ ground: 'left_out', reason: leftOut.reason })
  if (consent !== 'given') grounds.push({ ground: 'consent', state: consent })
  const words = match ? missingMusts(match) : []
  if (words.length > 0) grounds.push({ ground: 'must_missing', words })
  const what = match ? obstacles(match) : []
  if (what.length > 0) grounds.push({ ground: 'practical', what })
  if (place === null) grounds.push({ ground: standing.compared ? 'nothing_found' : 'not_compared' })
  else if (place === 1 && grounds.length === 0) grounds.push({ ground: 'first' })
  else {
    const { strongerBefore: stronger, equalsBefore: equals } = standing
    grounds.push({ ground: 'place', place, of, stronger, equals })
  }
  return grounds
}

/** Where the need has no must-have, every skill of it counts as one. */
function missingMusts({ lines }: Pick<Match, 'lines'>): string[] {
  const musts = lines.some(({ must }) => must) ? lines.filter(({ must }) => must) : lines
  return musts.flatMap(({ covered, link, words }) => (covered || link === 'not_compared' ? [] : words))
}

function obstacles({ practical }: Pick<Match, 'practical'>): string[] {
  return Object.entries(practical).flatMap(([what, fit]) => (fit === 'does_not' ? what : []))
}
