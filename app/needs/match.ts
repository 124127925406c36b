import { isAtLeast } from '~/candidates/candidate'
import { type CvPassage, EVIDENCE_PLACES, type EvidencePlace } from '~/candidates/cv-passages'
import {
  holdsAll,
  indexTexts,
  type SoughtWords,
  seekWords,
  type TextIndex,
  textsSharing,
} from '~/skills/shared-words'
import { type Practical, practicalFit } from './match-practical'
import { covers, type Evidence, LINKS, type Link, type MatchRules, type MatchWeights } from './match-rules'

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
export type SkillLink = 'same' | 'narrower' | 'implied' | 'related'

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

/** Years said beside a skill that speak for a level where no level is said. */
const YEARS_OF_LEVEL: readonly [years: number, level: number][] = [
  [5, 3],
  [2, 2],
  [0, 1],
]

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
function lotOf(text: string): number {
  let lot = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    lot = Math.imul(lot ^ text.charCodeAt(index), 0x01000193)
  }
  lot = Math.imul(lot ^ (lot >>> 16), 0x85ebca6b)
  return (lot ^ (lot >>> 13)) >>> 0
}

type ReadCv = { passages: readonly CvPassage[]; index: TextIndex }
const readBefore = new WeakMap<readonly CvPassage[], ReadCv>()

/** The words of a person's passages, read once for all needs. */
function readCvOf(passages: readonly CvPassage[]): ReadCv {
  let read = readBefore.get(passages)
  if (!read) {
    read = { passages, index: indexTexts(passages.map(({ text }) => text)) }
    readBefore.set(passages, read)
  }
  return read
}

type Option = { link: Link; held: Found }

function lineFor(
  needed: NeededSkill,
  sought: SoughtWords,
  person: MatchPerson,
  cv: ReadCv,
  weights: MatchWeights,
): MatchLine {
  const line = { words: needed.words, must: needed.must, askedLevel: needed.level }
  const isDeclined = needed.skillId !== null && person.declined.includes(needed.skillId)
  const options: Option[] = [
    ...heldOptions(needed, sought, person.skills),
    ...(isDeclined ? [] : wordOptions(sought, cv)),
  ]
  const judged = options.map((option) => judge(option, needed.level, weights))
  const best = judged.sort(byWorth)[0]
  if (best) return { ...line, ...best }
  const isCompared = needed.skillId !== null || (cv.passages.length > 0 && sought.alternatives.length > 0)
  return {
    ...line,
    link: isCompared ? 'none' : 'not_compared',
    held: null,
    grounds: null,
    levelFit: 'unknown',
    covered: false,
    strength: 0,
  }
}

type Judged = Pick<MatchLine, 'link' | 'grounds' | 'levelFit' | 'covered' | 'strength'> & { held: Found }

/** What covers before what is near, then the stronger, the closer link, a sentence to show, and the skill's id. */
function byWorth(a: Judged, b: Judged): number {
  return (
    Number(b.covered) - Number(a.covered) ||
    b.strength - a.strength ||
    linkRank(a.link) - linkRank(b.link) ||
    Number(b.held.evidence !== null) - Number(a.held.evidence !== null) ||
    (a.held.skillId ?? '').localeCompare(b.held.skillId ?? '', 'en')
  )
}

function linkRank(link: Link): number {
  return (LINKS as readonly Link[]).indexOf(link)
}

function heldOptions(needed: NeededSkill, sought: SoughtWords, held: readonly HeldSkill[]): Option[] {
  return held.flatMap((skill) => {
    const how = needed.accepts[skill.skillId]
    if (!how) return []
    const isSynonym = how === 'same' && skill.words !== null && !holdsAll(sought, skill.words)
    return [{ link: isSynonym ? 'synonym' : how, held: skill }]
  })
}

/** The employer's words in the CV itself, all or some of them, each told by its strongest place. */
function wordOptions(sought: SoughtWords, { passages, index }: ReadCv): Option[] {
  const { all, some } = textsSharing(sought, index)
  return [
    { link: 'words' as const, numbers: all },
    { link: 'some_words' as const, numbers: some },
  ].flatMap(({ link, numbers }) => {
    const holding = [...numbers].flatMap((number) => passages[number] ?? [])
    const [best] = holding.sort((a, b) => placeRank(a.place) - placeRank(b.place) || a.start - b.start)
    return best ? [{ link, held: foundIn(best, new Set(holding.flatMap(({ job }) => job ?? [])).size) }] : []
  })
}

function foundIn({ text, place }: CvPassage, jobs: number): Found {
  const nothingSaid = { skillId: null, level: null, years: null, words: null }
  return { ...nothingSaid, evidence: text.replace(/\s+/g, ' '), place, jobs, source: 'cv', confirmed: true }
}

function placeRank(place: EvidencePlace): number {
  return EVIDENCE_PLACES.indexOf(place)
}

function judge({ link, held }: Option, askedLevel: number | null, weights: MatchWeights): Judged {
  const grounds = groundsOf(held)
  const levelFit = levelFitOf(askedLevel, levelOf(held))
  const shares = [
    weights.link[link as keyof MatchWeights['link']],
    weights.evidence[grounds],
    held.confirmed ? 100 : weights.unconfirmed,
    levelFit === 'met' ? 100 : levelFit === 'below' ? weights.levelBelow : weights.levelUnknown,
  ]
  const strength = shares.reduce((product, share) => (product * share) / 100, 100)
  return { link, held, grounds, levelFit, covered: covers(link) && levelFit !== 'below', strength }
}

function groundsOf({ place, jobs }: Found): Evidence {
  if (place === null) return 'told'
  if (place === 'title') return 'title'
  return jobs > 1 ? 'several_jobs' : place
}

function levelOf({ level, years }: Found): number | null {
  if (level !== null) return level
  return years === null ? null : (YEARS_OF_LEVEL.find(([least]) => years >= least)?.[1] ?? null)
}

function levelFitOf(asked: number | null, has: number | null): LevelFit {
  if (asked === null) return 'met'
  if (has === null) return 'unknown'
  return has >= asked ? 'met' : 'below'
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
