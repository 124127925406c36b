import { GAP_SERVICES, type GapService, servicesFor } from './gap-services'
import type { Match, MatchNeed, MatchPerson } from './match'

/** A skill that open needs ask as a must-have and that keeps people out. `key` is its id, or its words when unknown. */
type SkillGap = {
  key: string
  skillId: string | null
  words: string
  needs: number
  /** People who have every other must-have, at least one, of some need that asks for it. */
  oneStep: number
  services: GapService['service'][]
}
/** One person who lacks nothing but the skill for one need. */
type OneStepRow = { personId: string; number: string; needId: string; services: GapService[] }

type Compared = { need: { id: string }; compared: MatchNeed; person: MatchPerson; match: Match }

function gapKey({ skillId, words }: { skillId: string | null; words: string }): string {
  return skillId ?? words.trim().toLowerCase()
}

/** Every must-have of the needs, with how many needs ask for it and how many people it alone keeps out; most people first. */
export function skillGaps(
  needs: readonly {
    id: string
    skills: readonly { skillId: string | null; words: string; must: boolean }[]
  }[],
  matches: readonly Compared[],
): { gaps: SkillGap[]; rowsOf: (key: string) => OneStepRow[] } {
  const asked = new Map<string, { skillId: string | null; words: string; needs: Set<string> }>()
  for (const need of needs) {
    for (const skill of need.skills.filter(({ must }) => must)) {
      const known = asked.get(gapKey(skill)) ?? { ...skill, needs: new Set<string>() }
      asked.set(gapKey(skill), { ...known, needs: known.needs.add(need.id) })
    }
  }
  const rows = new Map<string, OneStepRow[]>()
  for (const { need, compared, person, match } of matches) {
    const missing = missingMusts(match, compared)
    const [only] = missing
    if (!only || missing.length > 1 || match.must.covered === 0) continue
    const row = {
      personId: person.id,
      number: person.number,
      needId: need.id,
      services: servicesFor(match, compared, person),
    }
    rows.set(only, [...(rows.get(only) ?? []), row])
  }
  const rowsOf = (key: string) => rows.get(key) ?? []
  const gaps = [...asked].map(([key, { skillId, words, needs }]): SkillGap => {
    const services = new Set(rowsOf(key).flatMap((row) => row.services.map(({ service }) => service)))
    return {
      key,
      skillId,
      words,
      needs: needs.size,
      oneStep: new Set(rowsOf(key).map(({ personId }) => personId)).size,
      services: GAP_SERVICES.filter((service) => services.has(service)),
    }
  })
  gaps.sort((a, b) => b.oneStep - a.oneStep || b.needs - a.needs || a.words.localeCompare(b.words, 'fi'))
  return { gaps, rowsOf }
}

function missingMusts(match: Match, need: MatchNeed): string[] {
  return match.lines.flatMap(({ must, covered, link }, index) => {
    const skill = need.skills[index]
    return must && !covered && link !== 'not_compared' && skill ? [gapKey(skill)] : []
  })
}
