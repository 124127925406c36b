import type { Candidate, SkillPage } from './skill-page'
import { isListGap, isYearUnit, levelOf } from './stated-level'
import type { Token } from './text-tokens'
import type { Skill } from './vocabulary'
import { isCompoundHalf } from './word-forms'

const set = (words: string) => new Set(words.split(/\s+/))

/** Words that make the next one a skill. */
const cuesBefore = set(
  `osaan osaa hallitsen hallitsee käytän käytin käytämme käyttänyt käyttäen käytetty tunnen kokemusta kokemus kokemuksesi
   ohjelmoin ohjelmoinut koodaan koodannut ohjelmointikielet ohjelmointikieli kielet työkalut työkaluina teknologiat
   ohjelmistot ohjelmat osaaminen osaamista tekniikat sovellukset kuten esim
   kan behärskar använder använde använt använda erfarenhet programmerat programmerar kunskap kunskaper verktyg programspråk
   program tekniker
   experience experienced knowledge skills skill using used use proficient proficiency programming familiar familiarity
   coding coded code written wrote developed built build tools technologies languages frameworks stack expertise
   microsoft ms apache google adobe oracle certified learn learning study studied oppia opiskella lära opettelen especially particularly särskilt erityisesti
   mostly mainly primarily preferably lähinnä pääosin pääasiassa främst mest helst reports macros formulas tables`,
)
/** Words that may stand between such a cue and the skill. */
const fillers = set(
  'with in of the a on and or to mig about such as like like: including e g eg i av med som och ja sekä myös mm the',
)
const cueAfter =
  /^(?:programming|programmer|developer|developers|development|language|framework|experience|skills|engineer|apps?|applications?|backend|code|codebase|certified|kieli|kielen|kieltä|kielellä|kielestä|makro|taulukko|taulukoi|avulla|parissa|issues|problems|ongelm|sujuu|hallussa|hallinta|tuttu|käyttö|osaam|kanssa|koodi|språk|kod|programmering)/

const people =
  /^(?:manager|executive|specialist|assistant|worker|person|officer|clerk|expert|professional|role|job|position|work|knowledge|guy|jobb|uppgifter|henkilö|tyyppi|tekijä|kokenut|hyvä|taitava|osaava|luotettava|innokas|duktig|skilled|experienced|reipas|van|erfaren)/

/** Whether a word says nothing of its own beside a skill: "osaaja", "developer", "experience", "in". */
export function isEverydayBesideSkills(norm: string): boolean {
  return (
    isCompoundHalf(norm) ||
    cueAfter.test(norm) ||
    people.test(norm) ||
    cuesBefore.has(norm) ||
    fillers.has(norm) ||
    levelOf(norm) !== undefined
  )
}

/**
 * Whether what stands around a word that also means something else tells that the skill is meant:
 * a cue before or after, a Finnish case ending on a name, or other skills in the same list.
 */
export function isSkillContext(candidate: Candidate, page: SkillPage): boolean {
  const { tokens, text } = page
  const next = tokens[candidate.last + 1]
  const previous = tokens[candidate.first - 1]
  // "C-level", "E-commerce", "Go-to-market": half of another word, unless the other half is a skill's.
  if (next?.gap === 'tight') {
    const half = page.settledStartingAt(candidate.last + 1)
    if (half && areAlike(half.phrase.skill, candidate.phrase.skill)) return true
    return isCompoundHalf(next.norm) || cueAfter.test(next.norm)
  }
  if (previous && tokens[candidate.first]?.gap === 'tight') return false
  if (isPartOfAbbreviation(candidate, tokens, text)) return false
  if (candidate.first === 0 && candidate.last === tokens.length - 1) return true

  if (candidate.form === 'compound') return true
  if (hasCaseEnding(candidate, tokens)) return true
  if (next && next.gap === 'space' && (cueAfter.test(next.norm) || followsHyphen(next, text))) return true
  if (hasCueBefore(candidate, tokens, text) || hasAlternative(candidate, tokens)) return true
  if (isRated(candidate, tokens, text)) return true
  if (isDoneWith(candidate, page) || precedesItsHeading(candidate, page)) return true
  if (isNamedInList(candidate, page)) return true
  return (
    hasNeighbour(candidate, page.settledNear(candidate, listReach), page) ||
    hasNeighbour(
      candidate,
      page.doubtfulNear(candidate, listReach).filter((other) => other.casedAlike),
      page,
    )
  )
}

/** Whether a word in other letters than its own stands between list marks beside a settled skill: "html, css, react". */
export function standsInSkillList(candidate: Candidate, page: SkillPage): boolean {
  const raw = page.tokens[candidate.first]?.raw ?? ''
  if (raw.length < 3 || candidate.form !== 'bare') return false
  if (hasBareNeighbours(candidate, page)) return true
  return isListItem(candidate, page) && hasNeighbour(candidate, page.settledNear(candidate, listReach), page)
}

/** "Siivous, hygieniapassi, Excel": a name in its own letters inside a list, where a capital begins no sentence. */
function isNamedInList(candidate: Candidate, page: SkillPage): boolean {
  const { tokens, text } = page
  const start = tokens[candidate.first]?.start ?? 0
  if (!candidate.casedAlike || (tokens[candidate.first]?.raw.length ?? 0) < 4) return false
  if (!/[,;|•·]\s*$/.test(text.slice(0, start)) || !isListItem(candidate, page)) return false
  return page.settledNear(candidate, listReach).some((other) => isListGap(page.textBetween(candidate, other)))
}

/** Whether a word fills the place between two list marks. */
function isListItem(candidate: Candidate, { tokens, text }: SkillPage): boolean {
  const before = tokens[candidate.first - 1]
  const after = tokens[candidate.last + 1]
  const start = tokens[candidate.first]?.start ?? 0
  const end = tokens[candidate.last]?.end ?? 0
  const closes = (between: string) =>
    /^\s*(?:[,;/|•·)&+\n]|$)/.test(between) || /^[.]?\s*$/.test(between.trim())
  const startsItem = !before || /[,;/|•·(:&+\n]\s*$/.test(text.slice(before.end, start))
  const endsItem =
    !after || (after.gap !== 'space' && after.gap !== 'tight' && closes(text.slice(end, after.start)))
  return startsItem && endsItem
}

/** "javascript react java": skills with nothing but spaces on both sides. */
function hasBareNeighbours({ first, last }: Candidate, page: SkillPage): boolean {
  const isBetween = page.settledEndingAt(first - 1) && page.settledStartingAt(last + 1)
  return Boolean(isBetween) && page.tokens[first]?.gap === 'space' && page.tokens[last + 1]?.gap === 'space'
}

/** Words two items of a list may be apart, with what stands between them. */
const listReach = 6

function hasNeighbour(candidate: Candidate, others: Candidate[], page: SkillPage): boolean {
  return others.some((other) => {
    if (other.phrase.skill.id === candidate.phrase.skill.id) return false
    if (!areAlike(other.phrase.skill, candidate.phrase.skill)) return false
    if (other.first <= candidate.last && candidate.first <= other.last) return false
    return isListGap(page.textBetween(candidate, other))
  })
}

/** Skills that stand in lists together: of one field, or both tools. "Rust and corrosion" are not. */
function areAlike(a: Skill, b: Skill): boolean {
  const field = ({ group }: Skill) => group.split('-')[0]
  return field(a) === field(b) || (a.kind === 'tool' && b.kind === 'tool')
}

function hasCueBefore(candidate: Candidate, tokens: Token[], text: string): boolean {
  for (let at = candidate.first - 1; at >= Math.max(0, candidate.first - 4); at--) {
    const token = tokens[at]
    const following = tokens[at + 1]
    if (!token || !following) return false
    if (/[.;!?]/.test(text.slice(token.end, following.start))) return false
    if (cuesBefore.has(token.norm)) return true
    if (!fillers.has(token.norm)) return false
  }
  return false
}

/** "React (advanced)", "Excel: hyvä", "Go 3 v". */
function isRated({ last }: Candidate, tokens: Token[], text: string): boolean {
  const own = tokens[last]
  const next = tokens[last + 1]
  if (!own || !next || !/^\s*[(:–—-]?\s*$/.test(text.slice(own.end, next.start))) return false
  if (/[(:–—-]/.test(text.slice(own.end, next.start)) && levelOf(next.norm)) return true
  return /^\d{1,2}\+?$/.test(next.norm) && isYearUnit(tokens[last + 2]?.norm)
}

/** "React or similar", "React tai vastaava". */
function hasAlternative({ last }: Candidate, tokens: Token[]): boolean {
  const words = [tokens[last + 1]?.norm, tokens[last + 2]?.norm].join(' ')
  return /^(?:or similar|or equivalent|tai vastaav|tai muu|eller liknande|eller motsvarande)/.test(words)
}

const madeWith = set('in i med with using on på')

const madeVerbs =
  /^(?:wrote|written|developed|built|created|designed|implemented|programmed|coded|utvecklat?|utvecklade|byggt|byggde|programmerade|programmerat|skapade|skapat|designade|designat|ritade|ritat)$/

/** "game development in Unity", "3D-modellering i Blender"; not "Java in Spring 2019". */
function isDoneWith({ first, last }: Candidate, page: SkillPage): boolean {
  const { tokens } = page
  const link = tokens[first - 1]
  if (!link || !madeWith.has(link.norm) || link.gap === 'break' || tokens[first]?.gap !== 'space')
    return false
  if (/^(?:19|20)\d\d$/.test(tokens[last + 1]?.norm ?? '')) return false
  const before = tokens.slice(Math.max(0, first - 5), first - 1)
  const isMade = before.some((token) => token.sentence === link.sentence && madeVerbs.test(token.norm))
  return isMade || page.settledEndingAt(first - 2) !== undefined
}

/** "Unity game developer": a tool just before the heading it stands under. */
function precedesItsHeading({ phrase, last }: Candidate, page: SkillPage): boolean {
  const next = page.settledStartingAt(last + 1)
  if (!next || page.tokens[last + 1]?.gap !== 'space') return false
  return [...phrase.skill.broader, ...phrase.skill.implies].includes(next.phrase.skill.id)
}

function hasCaseEnding(candidate: Candidate, tokens: Token[]): boolean {
  const last = tokens[candidate.last]
  if (!last || candidate.form !== 'ending') return false
  if (last.colonEnding) return true
  const word = candidate.phrase.cased.at(-1) ?? ''
  return word.length >= 4 && /(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|in|ia|iä|iin|kin)$/.test(last.norm)
}

/** R&D, A/R, B.C: one letter of an abbreviation. */
function isPartOfAbbreviation(candidate: Candidate, tokens: Token[], text: string): boolean {
  const first = tokens[candidate.first]
  const last = tokens[candidate.last]
  if (!first || !last || last.end - first.start > 1) return false
  return (
    /[&.@]$/.test(text.slice(0, first.start)) || /^(?:&|\.\p{L})/u.test(text.slice(last.end, last.end + 2))
  )
}

/** "Go -kieli": Finnish writes the second half so after a name of several words, and many do after any. */
function followsHyphen(token: Token, text: string): boolean {
  return text[token.start - 1] === '-' && isCompoundHalf(token.norm)
}
