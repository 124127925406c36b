import { personGroundAt } from './person-words'
import { readTokens } from './text-tokens'
import { englishStems, finnishStems, isCompoundHalf, type Stem, swedishStems } from './word-forms'

/**
 * One word looked for, in the forms it takes in Finnish, Swedish and English. `judged` keeps the words of texts that
 * were compared with it: the same few thousand words make up every CV.
 */
type SoughtWord = {
  norm: string
  root: string
  stems: Stem[]
  telling: boolean
  judged: Map<string, boolean>
}
/** A few words looked for. `alternatives` are read of "A/B" and "A, B": one of them is enough. */
export type SoughtWords = { alternatives: readonly (readonly SoughtWord[])[] }

const set = (words: string) => new Set(words.trim().split(/\s+/))

/** Words that only join others. */
const joining = set(`
  ja tai sekä sekä/tai että kuin myös sen eri kaikki muu muut mm esim yms jne
  och eller samt med för på av till den det en ett som i
  and or of the in for with to a an on at by as from etc other`)

/** Words that stand beside any skill and prove none alone. */
const everyday = set(`
  osaaminen osaaja osaajia taito taidot kokemus kokemusta tuntemus hallinta työ työt työtehtävät tehtävät tehtävä
  asiantuntija vastaava päällikkö johtaja esimies johtaminen suunnittelu kehitys kehittäminen perusteet hyvä ala alan
  kunskap kunskaper erfarenhet arbete uppgifter ansvarig chef ledare ledning planering utveckling specialist god
  skill skills experience knowledge ability expertise work working job jobs task tasks role level entry good strong basic
  advanced general professional specialist expert executive officer associate manager management managing lead leader director
  leadership senior junior head staff team planning development developing operations operation services service system
  systems process processes support use using tools tool software analytical business project projects design monitoring
  new product products`)

/**
 * Reads words to look for. Empty where the words only join others; an alternative that tells of a person, and not of
 * what somebody can do, is left out.
 */
export function seekWords(words: string): SoughtWords {
  const alternatives = words
    .split(/\s*[/,;]\s*|\s+(?:tai|or|eller)\s+/)
    .map((part) => readTokens(part).tokens)
    .filter((tokens) => !tokens.some((_, at) => personGroundAt(tokens, at)))
    .map((tokens) => tokens.filter(({ norm }) => !joining.has(norm)))
    .filter((tokens) => tokens.length > 0)
    .map((tokens) => tokens.map(({ norm }) => soughtWord(norm)))
  return { alternatives }
}

/** "Director" is not whoever directed something: the name of a doer is looked for as such. */
const namesDoer = /(?:or|er|ess|ist)s?$/

function soughtWord(norm: string): SoughtWord {
  const stems = norm.length < 4 ? [] : [...finnishStems(norm), ...swedishStems(norm), ...englishStems(norm)]
  return {
    norm,
    root: namesDoer.test(norm) ? norm : englishRoot(norm),
    stems,
    telling: !everyday.has(norm),
    judged: new Map(),
  }
}

/** Texts arranged for searching: each different word, in small letters, with the places where it stands. */
export type TextIndex = ReadonlyMap<string, readonly number[]>

/** Words of one text, more than any sentence has, so that a place tells the text and the word's place in it. */
const longestText = 100_000

export function indexTexts(texts: readonly string[]): TextIndex {
  const index = new Map<string, number[]>()
  for (const [number, text] of texts.entries()) {
    for (const [at, { norm }] of readTokens(text).tokens.slice(0, longestText).entries()) {
      const place = number * longestText + at
      const places = index.get(norm)
      if (places) places.push(place)
      else index.set(norm, [place])
    }
  }
  return index
}

/** Other words that may stand between words that are looked for together. */
const furthestApart = 4

/**
 * Numbers of the texts that hold all the words looked for near each other, and of those that hold only some of the
 * telling ones. Everyday words of working life ("management", "osaaminen") tell nothing alone.
 */
export function textsSharing(
  { alternatives }: SoughtWords,
  index: TextIndex,
): { all: Set<number>; some: Set<number> } {
  const all = new Set<number>()
  const some = new Set<number>()
  for (const words of alternatives) {
    const places = words.map((word) => placesOf(word, index))
    for (const text of textsWithAll(places)) all.add(text)
    for (const [at, found] of places.entries()) {
      if (words[at]?.telling) for (const place of found) some.add(textOf(place))
    }
  }
  for (const text of all) some.delete(text)
  return { all, some }
}

/** Whether a text holds all of the words looked for. */
export function holdsAll(sought: SoughtWords, text: string): boolean {
  return textsSharing(sought, indexTexts([text])).all.size > 0
}

function textOf(place: number): number {
  return Math.floor(place / longestText)
}

/** Texts in which every word stands within reach of the first one's place, in any order. */
function textsWithAll([first = [], ...others]: readonly (readonly number[])[]): number[] {
  const reach = others.length + furthestApart
  return first
    .filter((place) =>
      others.every((places) =>
        places.some((other) => Math.abs(other - place) <= reach && textOf(other) === textOf(place)),
      ),
    )
    .map(textOf)
}

function placesOf(sought: SoughtWord, index: TextIndex): number[] {
  return [...index].flatMap(([norm, places]) => (isSameWord(sought, norm) ? places : []))
}

/** Letters a second half of a compound needs to be looked for at the end of longer words. */
const shortestEnd = 5
const shortestFirstHalf = 3

function isSameWord(sought: SoughtWord, other: string): boolean {
  const known = sought.judged.get(other)
  if (known !== undefined) return known
  const same = compareWords(sought, other)
  sought.judged.set(other, same)
  return same
}

function compareWords({ norm, root, stems }: SoughtWord, other: string): boolean {
  if (other === norm) return true
  if (other[0] === norm[0] && other[1] === norm[1]) {
    if (root.length >= 4 && root === englishRoot(other)) return true
    const goesOn = stems.some(({ stem, endings }) => {
      const rest = other.startsWith(stem) ? other.slice(stem.length) : undefined
      return rest !== undefined && (endings.test(rest) || (stem.length >= 4 && isCompoundHalf(rest)))
    })
    if (goesOn) return true
  }
  // "laitossiivousta" holds "siivous": the last half says what it is.
  return stems.some(({ stem, endings }) => {
    const at = stem.length < shortestEnd ? -1 : other.lastIndexOf(stem)
    return at >= shortestFirstHalf && endings.test(other.slice(at + stem.length))
  })
}

/** Of two endings that fit, the longer stands first. */
const englishEndings = (
  'izations isations ization isation ations ation ators ator ating ated ates ate ' +
  'izing ising izers isers izer iser ized ised izes ises ize ise ' +
  'ments ment ions ion ings ing ors or ers er ed es s e'
).split(' ')

/**
 * What the forms of an English word share: `purchas` of purchase, purchasing and purchaser. Never fewer than four
 * letters, so that short words stay themselves.
 */
function englishRoot(norm: string): string {
  const ending = englishEndings.find((one) => norm.endsWith(one) && norm.length - one.length >= 4)
  const root = ending ? norm.slice(0, -ending.length) : norm
  return root.replace(/([^aeiouls])\1$/, '$1')
}

/**
 * For each alternative, the letters with which its words begin in every form: what an index of words is narrowed by
 * before they are compared. Telling words alone where there are any.
 */
function searchBeginnings({ alternatives }: SoughtWords): string[][] {
  return alternatives.map((words) => {
    const telling = words.filter((word) => word.telling)
    return (telling.length > 0 ? telling : words).map(beginningOf)
  })
}

/** A search of PostgreSQL's for texts that may hold the words; null where there is nothing to look for. */
export function textSearchOf(words: string): string | null {
  const alternatives = searchBeginnings(seekWords(words)).map(
    (beginnings) => `(${beginnings.map((one) => `'${one.replace(/['\\]/g, '')}':*`).join(' & ')})`,
  )
  return alternatives.length === 0 ? null : alternatives.join(' | ')
}

function beginningOf({ norm, root, stems }: SoughtWord): string {
  return [root, ...stems.map(({ stem }) => stem)].reduce((common, form) => {
    let length = 0
    while (length < common.length && common[length] === form[length]) length++
    return length >= shortestBeginning ? common.slice(0, length) : common
  }, norm)
}

const shortestBeginning = 3
