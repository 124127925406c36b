import { type CvPassage, EVIDENCE_PLACES, type EvidencePlace } from '~/candidates/cv-passages'
import { holdsAll, indexTexts, type SoughtWords, type TextIndex, textsSharing } from '~/skills/shared-words'
import type { Found, HeldSkill, LevelFit, MatchLine, MatchPerson, NeededSkill } from './match'
import { covers, type Evidence, LINKS, type Link, type MatchWeights } from './match-rules'

/** Years said beside a skill that speak for a level where no level is said. */
const YEARS_OF_LEVEL: readonly [years: number, level: number][] = [
  [5, 3],
  [2, 2],
  [0, 1],
]

type ReadCv = { passages: readonly CvPassage[]; index: TextIndex }
const readBefore = new WeakMap<readonly CvPassage[], ReadCv>()

/** The words of a person's passages, read once for all needs. */
export function readCvOf(passages: readonly CvPassage[]): ReadCv {
  let read = readBefore.get(passages)
  if (!read) {
    read = { passages, index: indexTexts(passages.map(({ text }) => text)) }
    readBefore.set(passages, read)
  }
  return read
}

type Option = { link: Link; held: Found }

/** How one needed skill is met by a person: by the best of the skills held and of the words of the CV. */
export function lineFor(
  needed: NeededSkill,
  sought: SoughtWords,
  person: MatchPerson,
  cv: ReadCv,
  weights: MatchWeights,
): MatchLine {
  const line = { words: needed.words, must: needed.must, askedLevel: needed.level }
  const isDeclined = needed.skillId !== null && person.declined.includes(needed.skillId)
  const options: Option[] = [
    ...heldOptions(needed, sought, person.skills, weights),
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

/** A way that the rules give no share is no way. */
function heldOptions(
  needed: NeededSkill,
  sought: SoughtWords,
  held: readonly HeldSkill[],
  weights: MatchWeights,
): Option[] {
  return held.flatMap((skill) => {
    const how = needed.accepts[skill.skillId]
    if (!how || weights.link[how] === 0) return []
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
