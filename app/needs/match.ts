import { isAtLeast } from '~/candidates/candidate'
import type { SkillKinship } from './skill-kinship'

/**
 * What is compared. Nothing else about a company or a person enters: no age, gender, origin, health, family,
 * home or length of unemployment (1325/2014 8 §; 380/2023 5 §). No weights are learned and none are hidden.
 */
export type MatchNeed = {
  skills: readonly NeededSkill[]
  languages: readonly { language: string; level: string }[]
  forms: readonly string[]
  municipality: string | null
  remote: string
  startsOn: string | null
}
export type NeededSkill = { words: string; skillId: string | null; must: boolean; level: number | null }

export type MatchPerson = {
  id: string
  number: string
  skills: readonly HeldSkill[]
  languages: readonly { language: string; level: string }[]
  /** Forms of work the person looks for. */
  forms: readonly string[]
  /** Places the person offers to work in. */
  worksIn: readonly string[]
  remote: boolean
  availableFrom: string | null
  /** How often the person has been presented to any employer. */
  timesShown: number
}
/** `level` 1 basics, 2 good, 3 strong; null where nobody has said. `evidence` is a sentence of the CV. */
export type HeldSkill = { skillId: string; level: number | null; evidence: string | null; source: string }

/**
 * How a needed skill is met: by the same skill, by a more specific one, nearly by a related one, or not at all.
 * 'not_compared' is the employer's word that the vocabulary does not know: nobody is said to have or lack it.
 */
export type Link = 'same' | 'more_specific' | 'related' | 'none' | 'not_compared'
/** `below` the asked level; `unknown` where a level is asked and the person's is not told. */
export type LevelFit = 'met' | 'below' | 'unknown'

export type MatchLine = {
  words: string
  must: boolean
  askedLevel: number | null
  link: Link
  held: HeldSkill | null
  levelFit: LevelFit
  covered: boolean
}
export type LanguageLine = { language: string; asked: string; has: string | null; covered: boolean }
export type Fit = 'fits' | 'does_not' | 'not_told'
export type Practical = { form: Fit; place: Fit; start: Fit }

/** How many must-haves are covered; 'wishes' is none of them, only something of what is nice to have. */
export const TIERS = ['all', 'most', 'some', 'wishes'] as const
export type Tier = (typeof TIERS)[number]

export type Match = {
  personId: string
  number: string
  tier: Tier
  must: { covered: number; of: number }
  nice: { covered: number; of: number }
  lines: MatchLine[]
  languages: LanguageLine[]
  practical: Practical
  timesShown: number
}

/**
 * Compares one person with one need, line by line. Null when not one needed skill is covered. Where the need has
 * no must-have, every skill of it counts as one.
 */
export function matchPerson(need: MatchNeed, person: MatchPerson, kinship: SkillKinship): Match | null {
  const lines = need.skills.map((needed) => lineFor(needed, person.skills, kinship))
  const musts = lines.filter((line) => line.must)
  const must = countOf(musts)
  const nice = countOf(lines.filter((line) => !line.must))
  const tier = tierOf(musts.length > 0 ? must : nice)
  if (must.covered + nice.covered === 0) return null
  return {
    personId: person.id,
    number: person.number,
    tier,
    must,
    nice,
    lines,
    languages: need.languages.map((asked) => languageLine(asked, person.languages)),
    practical: practicalFit(need, person),
    timesShown: person.timesShown,
  }
}

/**
 * The order shown: tier, then must-haves, then wishes, then who has been shown least, then the number. There is
 * no score: two people who cover the same lines are equals.
 */
export function inShownOrder<Shown extends Match>(matches: readonly Shown[]): Shown[] {
  return [...matches].sort(
    (a, b) =>
      TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) ||
      b.must.covered - a.must.covered ||
      b.nice.covered - a.nice.covered ||
      a.timesShown - b.timesShown ||
      a.number.localeCompare(b.number, 'en', { numeric: true }),
  )
}

function lineFor(needed: NeededSkill, held: readonly HeldSkill[], kinship: SkillKinship): MatchLine {
  const line = { words: needed.words, must: needed.must, askedLevel: needed.level }
  const { skillId } = needed
  if (!skillId) return { ...line, link: 'not_compared', held: null, levelFit: 'unknown', covered: false }

  const moreSpecific = kinship.moreSpecific(skillId)
  const related = kinship.related(skillId)
  const best =
    bestOf('same', held, (id) => id === skillId, needed) ??
    bestOf('more_specific', held, (id) => moreSpecific.has(id), needed) ??
    bestOf('related', held, (id) => related.has(id), needed)
  if (!best) return { ...line, link: 'none', held: null, levelFit: 'unknown', covered: false }
  const levelFit = levelFitOf(needed.level, best.held.level)
  return { ...line, ...best, levelFit, covered: best.link !== 'related' && levelFit !== 'below' }
}

/** Of several skills that would do, the one at the highest told level, then the one with a sentence to show. */
function bestOf(
  link: 'same' | 'more_specific' | 'related',
  held: readonly HeldSkill[],
  fits: (skillId: string) => boolean,
  needed: NeededSkill,
): { link: Link; held: HeldSkill } | undefined {
  const rank = { met: 2, unknown: 1, below: 0 }
  const [best] = held
    .filter((skill) => fits(skill.skillId))
    .sort(
      (a, b) =>
        rank[levelFitOf(needed.level, b.level)] - rank[levelFitOf(needed.level, a.level)] ||
        (b.level ?? 0) - (a.level ?? 0) ||
        Number(b.evidence !== null) - Number(a.evidence !== null) ||
        a.skillId.localeCompare(b.skillId),
    )
  return best && { link, held: best }
}

function levelFitOf(asked: number | null, has: number | null): LevelFit {
  if (asked === null) return 'met'
  if (has === null) return 'unknown'
  return has >= asked ? 'met' : 'below'
}

function countOf(lines: readonly MatchLine[]) {
  return { covered: lines.filter((line) => line.covered).length, of: lines.length }
}

function tierOf({ covered, of }: { covered: number; of: number }): Tier {
  if (covered === of) return 'all'
  if (covered === 0) return 'wishes'
  return covered * 2 > of ? 'most' : 'some'
}

function languageLine(
  { language, level: asked }: { language: string; level: string },
  has: MatchPerson['languages'],
): LanguageLine {
  const level = has.find((one) => one.language === language)?.level ?? null
  return { language, asked, has: level, covered: level !== null && isAtLeast(level, asked) }
}

function practicalFit(need: MatchNeed, person: MatchPerson): Practical {
  return {
    form: formFit(need.forms, person.forms),
    place: placeFit(need, person),
    start: startFit(need.startsOn, person.availableFrom),
  }
}

function formFit(offered: readonly string[], wanted: readonly string[]): Fit {
  if (offered.length === 0 || wanted.length === 0) return 'not_told'
  return wanted.some((form) => offered.includes(form)) ? 'fits' : 'does_not'
}

function placeFit(need: MatchNeed, person: MatchPerson): Fit {
  if (need.remote === 'fully') return person.remote ? 'fits' : 'does_not'
  if (!need.municipality || person.worksIn.length === 0) return 'not_told'
  const place = need.municipality.toLowerCase()
  return person.worksIn.some((one) => one.toLowerCase() === place) ? 'fits' : 'does_not'
}

function startFit(startsOn: string | null, availableFrom: string | null): Fit {
  if (!startsOn || !availableFrom) return 'not_told'
  return availableFrom <= startsOn ? 'fits' : 'does_not'
}
