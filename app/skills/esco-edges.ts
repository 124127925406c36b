/**
 * How skills stand to each other by the ESCO classification, through the concepts they are joined to. `broader`: every
 * skill above one, nearest first; `related`: skills that ESCO calls needed or useful for each other, both ways.
 */
export type EscoEdges = {
  broader: ReadonlyMap<string, readonly string[]>
  related: ReadonlyMap<string, readonly string[]>
}

type EscoLink = { from: string; to: string; kind: string }

/** Steps up from a concept to another that is joined; further up, headings say too little. */
const MOST_STEPS = 3

/**
 * The edges between skills of ours, from the joins of concepts and the links between concepts that are skills. A
 * concept that is joined to nothing is passed through on the way up.
 */
export function escoEdgesOf(joined: ReadonlyMap<string, string>, links: readonly EscoLink[]): EscoEdges {
  const up = new Map<string, string[]>()
  const broader = new Map<string, string[]>()
  const related = new Map<string, string[]>()
  for (const { from, to, kind } of links) {
    if (kind === 'broader') add(up, from, to)
    else if (kind === 'essential' || kind === 'optional') {
      const [one, other] = [joined.get(from), joined.get(to)]
      if (!one || !other || one === other) continue
      add(related, one, other)
      add(related, other, one)
    }
  }
  for (const [uri, skillId] of joined) {
    for (const above of joinedAbove(uri, up, joined)) if (above !== skillId) add(broader, skillId, above)
  }
  return { broader, related }
}

function joinedAbove(uri: string, up: Map<string, string[]>, joined: ReadonlyMap<string, string>): string[] {
  const found: string[] = []
  let level = [uri]
  for (let step = 0; step < MOST_STEPS && level.length > 0; step++) {
    level = level.flatMap((concept) => up.get(concept) ?? [])
    for (const concept of level) {
      const skillId = joined.get(concept)
      if (skillId) found.push(skillId)
    }
  }
  return found
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key)
  if (!values) map.set(key, [value])
  else if (!values.includes(value)) values.push(value)
}
