import { isAtLeast } from '~/candidates/candidate'
import type { CvPassage, EvidencePlace } from '~/candidates/cv-passages'
import { seekWords } from '~/skills/shared-words'
import { lineFor, readCvOf } from './match-line'
import { type Practical, practicalFit } from './match-practical'
import type { Evidence, Link, MatchRules, MatchWeights } from './match-rules'

/**
 * What is compared, as plain data: the same rules, need, people and seed give the same list for ever. Nothing else
 * about a company or a person enters: no age, gender, origin, health, family, home, dates of jobs or length of
 * unemployment (1325/2014 8 §; 380/2023 5 §). No weights are learned and none are hidden.
 */
export type MatchNeed = {
  skills: readonly NeededSkill[]
  languages: readonly { language: string; level: string }[]
  forms: readonly string[]
  municipality: string | null
  remote: string
  startsOn: string | null
}
/** `accepts` tells which skills of the vocabulary meet this one, and how; empty for words it does not know. */
export type NeededSkill = {
  words: string
  skillId: string | null
  must: boolean
  level: number | null
  accepts: Readonly<Record<string, SkillLink>>
}
/** How a skill of the vocabulary stands to a needed one. */
export type SkillLink = 'same' | 'narrower' | 'implied' | 'related' | 'esco_narrower' | 'esco_related'

export type MatchPerson = {
  id: string
  number: string
  skills: readonly HeldSkill[]
  /** Skills that the person, asked, does not have: no word of the CV brings them back. */
  declined: readonly string[]
  /** What of the CV may be quoted; empty where only confirmed skills are compared. */
  passages: readonly CvPassage[]
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
/**
 * `level` 1 basics, 2 good, 3 strong; null where nobody has said. `words` are the CV's own for the skill, `evidence`
 * the sentence they stand in, `place` where, `jobs` in how many dated jobs.
 */
export type HeldSkill = {
  skillId: string
  level: number | null
  years: number | null
  words: string | null
  evidence: string | null
  place: EvidencePlace | null
  jobs: number
  source: string
  confirmed: boolean
}

/** `below` the asked level; `unknown` where a level is asked and the person's is not told. */
export type LevelFit = 'met' | 'below' | 'unknown'
/** What meets a line. `skillId` is null where the CV holds the employer's words and no known skill. */
export type Found = Omit<HeldSkill, 'skillId'> & { skillId: string | null }

export type MatchLine = {
  words: string
  must: boolean
  askedLevel: number | null
  link: Link
  held: Found | null
  grounds: Evidence | null
  levelFit: LevelFit
  covered: boolean
  /** 0 to 100. */
  strength: number
}
export type LanguageLine = { language: string; asked: string; has: string | null; covered: boolean }

/**
 * How many must-haves are covered; 'wishes' is none of them, only something of what is nice to have; 'near' covers
 * nothing and stands beside something; 'none' is nothing at all.
 */
export const TIERS = ['all', 'most', 'some', 'wishes', 'near', 'none'] as const
export type Tier = (typeof TIERS)[number]

export type Match = {
  personId: string
  number: string
  tier: Tier
  must: { covered: number; of: number }
  nice: { covered: number; of: number }
  /** 0 to 100, in steps of the rules: equal strengths are equals. */
  strength: number
  lines: MatchLine[]
  languages: LanguageLine[]
  practical: Practical
  timesShown: number
}

/** The whole list of a need: everybody compared, in the order shown. Pure, and a sealed record can replay it. */
export function orderPeople(
  rules: MatchRules,
  need: MatchNeed,
  people: readonly MatchPerson[],
  seed: string,
): Match[] {
  const compare = comparisonWith(rules, need)
  return inShownOrder(people.map(compare), seed)
}

/** Compares people with one need, line by line. Where the need has no must-have, every skill of it counts as one. */
export function comparisonWith(rules: MatchRules, need: MatchNeed): (person: MatchPerson) => Match {
  const { weights } = rules
  const sought = need.skills.map((needed) => seekWords(needed.words))
  return (person) => {
    const cv = readCvOf(person.passages)
    const lines = need.skills.map((needed, index) =>
      lineFor(needed, sought[index] ?? { alternatives: [] }, person, cv, weights),
    )
    const languages = need.languages.map((asked) => languageLine(asked, person.languages))
    const musts = lines.filter((line) => line.must)
    const must = countOf(musts)
    const nice = countOf(lines.filter((line) => !line.must))
    return {
      personId: person.id,
      number: person.number,
      tier: tierOf(musts.length > 0 ? must : nice, lines),
      must,
      nice,
      strength: strengthOf(lines, languages, weights),
      lines,
      languages,
      practical: practicalFit(need, person),
      timesShown: person.timesShown,
    }
  }
}

/** One person compared with one need, or null when not one needed skill is covered. */
export function matchPerson(rules: MatchRules, need: MatchNeed, person: MatchPerson): Match | null {
  const match = comparisonWith(rules, need)(person)
  return coversSomething(match) ? match : null
}

export function coversSomething({ must, nice }: Pick<Match, 'must' | 'nice'>): boolean {
  return must.covered + nice.covered > 0
}

/**
 * The order shown: tier, then strength in the steps of the rules, then who has been shown least, then a lot drawn
 * by the seed. `idOf` names what the lot is drawn for, where one person is compared with many needs.
 */
export function inShownOrder<Shown extends Match>(
  matches: readonly Shown[],
  seed: string,
  idOf: (match: Shown) => string = ({ personId }) => personId,
): Shown[] {
  const lots = new Map(matches.map((match) => [match, lotOf(`${seed} ${idOf(match)}`)]))
  return [...matches].sort(
    (a, b) =>
      TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) ||
      b.strength - a.strength ||
      a.timesShown - b.timesShown ||
      (lots.get(a) ?? 0) - (lots.get(b) ?? 0) ||
      a.number.localeCompare(b.number, 'en', { numeric: true }),
  )
}

/** A number from a text, spread evenly (FNV-1a, 32 bits): the same everywhere and for ever. */
export function lotOf(text: string): number {
  let lot = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    lot = Math.imul(lot ^ text.charCodeAt(index), 0x01000193)
  }
  lot = Math.imul(lot ^ (lot >>> 16), 0x85ebca6b)
  return (lot ^ (lot >>> 13)) >>> 0
}

/** The mean of the lines by weight, rounded to the step of the rules. A language told counts whole or not. */
function strengthOf(lines: readonly MatchLine[], languages: readonly LanguageLine[], weights: MatchWeights) {
  const weighted = [
    ...lines
      .filter(({ link }) => link !== 'not_compared')
      .map(({ must, strength }) => ({ weight: must ? weights.must : weights.nice, strength })),
    ...languages.map(({ covered }) => ({ weight: weights.language, strength: covered ? 100 : 0 })),
  ]
  const whole = weighted.reduce((sum, { weight }) => sum + weight, 0)
  if (whole === 0) return 0
  const mean = weighted.reduce((sum, { weight, strength }) => sum + weight * strength, 0) / whole
  return Math.round(mean / weights.step) * weights.step
}

function countOf(lines: readonly MatchLine[]) {
  return { covered: lines.filter((line) => line.covered).length, of: lines.length }
}

function tierOf({ covered, of }: { covered: number; of: number }, lines: readonly MatchLine[]): Tier {
  if (!lines.some((line) => line.covered)) return lines.some((line) => line.held) ? 'near' : 'none'
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
