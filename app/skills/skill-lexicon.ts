import { readTokens, type Token } from './text-tokens'
import type { Skill, SkillWord, Vocabulary } from './vocabulary'
import {
  type Endings,
  englishStems,
  finnishStems,
  fixedStem,
  isCompoundHalf,
  nameStems,
  type Stem,
  swedishStems,
} from './word-forms'

/** A way of writing a skill, cut into words. */
export type Phrase = {
  skill: Skill
  language: SkillWord['language']
  strict: boolean
  exactCase: boolean
  /** The words with the capital letters of the vocabulary. */
  cased: string[]
}

/** Where one may be in the middle of a phrase: the words that may follow, and the phrases that end here. */
export type PhraseNode = { next: Map<number, PhraseNode>; slash?: PhraseNode; phrases: Phrase[] }

/** How a token came to be read as a word. */
export type WordForm = 'bare' | 'ending' | 'compound'
type WordReading = { word: number; form: WordForm }

type StemEntry = {
  word: number
  endings: Endings
  compounds: 'none' | 'everyday' | 'long' | 'any'
  bends: boolean
}

export type SkillLexicon = {
  root: PhraseNode
  /** Readings of a token as words of the vocabulary; empty for most tokens. */
  readWord(token: Token): WordReading[]
}

const lexicons = new WeakMap<Vocabulary['skills'], SkillLexicon>()

/** The skills of a vocabulary arranged for reading text; built once, whatever classifications say of them. */
export function lexiconOf(vocabulary: Vocabulary): SkillLexicon {
  let lexicon = lexicons.get(vocabulary.skills)
  if (!lexicon) {
    lexicon = buildLexicon(vocabulary)
    lexicons.set(vocabulary.skills, lexicon)
  }
  return lexicon
}

function buildLexicon(vocabulary: Vocabulary): SkillLexicon {
  const root: PhraseNode = { next: new Map(), phrases: [] }
  const wordNumbers = new Map<string, number>()
  const stems = new Map<string, StemEntry[]>()
  const compoundEnds = new Map<string, StemEntry[]>()

  const addWord = (norm: string, word: SkillWord, isLast: boolean): number => {
    const bends = bendingOf(word, isLast)
    const compounds = compoundsOf(word, norm, isLast)
    const endsCompounds = word.endsCompounds && isLast
    const key = [norm, bends, compounds, endsCompounds, word.exactForm].join('|')
    const known = wordNumbers.get(key)
    if (known !== undefined) return known

    const number = wordNumbers.size
    wordNumbers.set(key, number)
    for (const { stem, endings } of stemsOf(norm, bends)) {
      const entry: StemEntry = {
        word: number,
        endings,
        compounds: norm.length < 3 ? 'none' : compounds,
        bends: !word.exactForm,
      }
      addTo(stems, stem, entry)
      if (endsCompounds) addTo(compoundEnds, stem, entry)
    }
    return number
  }

  for (const skill of vocabulary.skills.values()) {
    for (const word of skill.words) {
      for (const tokens of spellings(readTokens(word.text).tokens)) {
        let node = root
        for (const [index, token] of tokens.entries()) {
          if (token.gap === 'slash') {
            node.slash ??= { next: new Map(), phrases: [] }
            node = node.slash
          }
          const number = addWord(token.norm, word, index === tokens.length - 1)
          const next = node.next.get(number) ?? { next: new Map(), phrases: [] }
          node.next.set(number, next)
          node = next
        }
        node.phrases.push({
          skill,
          language: word.language,
          strict: word.strict,
          exactCase: word.exactCase,
          cased: tokens.map((token) => token.raw),
        })
      }
    }
  }
  return { root, readWord: (token) => readWord(token, stems, compoundEnds) }
}

/** A long name of a product, as `SharePoint`, stays itself before any long second half: `SharePointsidor`. */
function compoundsOf(word: SkillWord, norm: string, isLast: boolean): StemEntry['compounds'] {
  if (!isLast || word.exactForm || norm.length < 3) return 'none'
  if (word.beginsCompounds) return 'any'
  return word.language === 'any' && !word.strict && !word.exactCase && norm.length >= 5 ? 'long' : 'everyday'
}

/** Letters a second half needs after a long name, where it is not an everyday one. */
const longHalf = 5

function addTo(stems: Map<string, StemEntry[]>, stem: string, entry: StemEntry): void {
  const entries = stems.get(stem)
  if (entries) entries.push(entry)
  else stems.set(stem, [entry])
}

type Bending = 'none' | 'name' | 'fi' | 'sv' | 'en'

/** In Finnish and Swedish every word of a phrase bends; in English phrases and names only the last. */
function bendingOf(word: SkillWord, isLast: boolean): Bending {
  if (word.exactForm) return 'none'
  if (word.language === 'any') return isLast ? 'name' : 'none'
  if (word.language === 'en') return isLast ? 'en' : 'none'
  return word.language
}

function stemsOf(norm: string, bending: Bending): Stem[] {
  if (bending === 'fi') return finnishStems(norm)
  if (bending === 'sv') return swedishStems(norm)
  if (bending === 'en') return englishStems(norm)
  return bending === 'name' ? nameStems(norm) : fixedStem(norm)
}

/** A phrase as it stands, and with its hyphens and dots closed up: `full stack`, `fullstack`. */
function spellings(tokens: Token[]): Token[][] {
  const closed: Token[] = []
  for (const token of tokens) {
    const before = closed.at(-1)
    if (token.gap === 'tight' && before && closed.length > 0) {
      closed[closed.length - 1] = { ...before, raw: before.raw + token.raw, norm: before.norm + token.norm }
    } else closed.push(token)
  }
  return closed.length === tokens.length ? [tokens] : [tokens, closed]
}

function takesSecondHalf({ compounds }: StemEntry, rest: string): boolean {
  if (compounds === 'none') return false
  return compounds === 'any' || (compounds === 'long' && rest.length >= longHalf) || isCompoundHalf(rest)
}

const shortestCompoundEnd = 4
/** Letters; what is longer is no word of a language. */
const longestWord = 60

function readWord(
  token: Token,
  stems: Map<string, StemEntry[]>,
  compoundEnds: Map<string, StemEntry[]>,
): WordReading[] {
  const readings: WordReading[] = []
  const add = (word: number, form: WordForm) => {
    if (!readings.some((reading) => reading.word === word)) readings.push({ word, form })
  }
  const { norm } = token
  if (norm.length > longestWord) return readings
  if (token.colonEnding) {
    for (const entry of stems.get(norm) ?? [])
      if (entry.bends && entry.endings.test('')) add(entry.word, 'ending')
    return readings
  }

  for (let cut = norm.length; cut >= 1; cut--) {
    const entries = stems.get(norm.slice(0, cut))
    if (!entries) continue
    const rest = norm.slice(cut)
    for (const entry of entries) {
      if (entry.endings.test(rest)) add(entry.word, rest === '' ? 'bare' : 'ending')
      else if (takesSecondHalf(entry, rest)) add(entry.word, 'compound')
    }
  }
  for (let start = 2; start <= norm.length - shortestCompoundEnd; start++) {
    for (let cut = norm.length; cut >= start + shortestCompoundEnd; cut--) {
      for (const entry of compoundEnds.get(norm.slice(start, cut)) ?? []) {
        const rest = norm.slice(cut)
        if (entry.endings.test(rest) || isCompoundHalf(rest)) add(entry.word, 'compound')
      }
    }
  }
  return readings
}
