import { isLanguageContext } from './language-context'
import { isEverydayBesideSkills, isSkillContext, standsInSkillList } from './skill-context'
import { lexiconOf, type Phrase, type PhraseNode, type SkillLexicon, type WordForm } from './skill-lexicon'
import { type Candidate, SkillPage } from './skill-page'
import { readStatements, type SkillLevel } from './stated-level'
import { readTokens, type Token } from './text-tokens'
import type { Vocabulary, VocabularyLanguage } from './vocabulary'

/** A skill named in a text, with the place that proves it. */
export type FoundSkill = {
  skillId: string
  /** The words as they stand in the text. */
  words: string
  /** The sentence they stand in, spaces tidied. */
  sentence: string
  /** Offsets of `words` in the text, end exclusive. */
  start: number
  end: number
  /** 1 basics, 2 good, 3 expert, where the sentence says so. */
  level?: SkillLevel
  /** Years of experience, where the sentence says so. */
  years?: number
  /** True where the sentence says the skill is missing, or only hoped for. */
  negated: boolean
}

/**
 * Finds every skill of the vocabulary a text names, in order, in Finnish, Swedish and English at once.
 * With a `language`, words that belong to one of the other two are passed over; English ones are always read.
 * The longest words win where two overlap. A skill named twice is found twice.
 */
export function findSkills(
  text: string,
  vocabulary: Vocabulary,
  { language }: { language?: VocabularyLanguage } = {},
): FoundSkill[] {
  const { tokens, sentences } = readTokens(text)
  const candidates = readCandidates(tokens, lexiconOf(vocabulary)).filter(({ phrase }) =>
    isReadIn(phrase, language),
  )
  const accepted = chooseCandidates(candidates, new SkillPage(text, tokens))

  const found: FoundSkill[] = []
  for (const [index, inSentence] of bySentence(accepted, tokens)) {
    const sentence = sentences[index]
    if (!sentence) continue
    const from = sentence.firstToken
    const sentenceTokens = tokens.slice(from, sentence.lastToken + 1)
    const spans = inSentence.map(({ first, last }) => ({ first: first - from, last: last - from }))
    const statements = readStatements(sentenceTokens, spans, text)
    for (const [position, candidate] of inSentence.entries()) {
      const start = tokens[candidate.first]?.start ?? 0
      const end = tokens[candidate.last]?.end ?? start
      found.push({
        skillId: candidate.phrase.skill.id,
        words: text.slice(start, end),
        sentence: text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ').trim(),
        start,
        end,
        negated: false,
        ...statements[position],
      })
    }
  }
  return found
}

/**
 * Identifiers of the skills a few words name, where the words are known to name a skill; longest words win.
 * A word that means something else too must stand alone but for everyday words ("react-osaaja"), and an English word
 * must not describe an unknown one ("sales training" is not sales).
 */
export function skillsNamedIn(words: string, vocabulary: Vocabulary): string[] {
  const { tokens } = readTokens(words)
  const page = new SkillPage(words, tokens)
  const named = longestFirst(readCandidates(tokens, lexiconOf(vocabulary)), tokens).filter((candidate) => {
    const isFree = page.isFree(candidate)
    if (isFree) page.settle(candidate)
    return isFree
  })
  const isUnknown = (at: number) => {
    const token = tokens[at]
    return token !== undefined && !page.isSettled(at) && !isEverydayBesideSkills(token.norm)
  }
  const knowsAll = !tokens.some((_, at) => isUnknown(at))
  return named
    .filter(({ phrase, last }) => {
      const describes = phrase.language === 'en' && tokens[last + 1]?.gap === 'space' && isUnknown(last + 1)
      return !describes && (knowsAll || !phrase.strict)
    })
    .map(({ phrase }) => phrase.skill.id)
}

function isReadIn(phrase: Phrase, language: VocabularyLanguage | undefined): boolean {
  return !language || phrase.language === 'any' || phrase.language === 'en' || phrase.language === language
}

/** Every phrase that begins at each token, before deciding which are meant. */
function readCandidates(tokens: Token[], lexicon: SkillLexicon): Candidate[] {
  const readings = new Map<string, ReturnType<SkillLexicon['readWord']>>()
  const read = (token: Token) => {
    const key = token.colonEnding ? `${token.norm}:` : token.norm
    const known = readings.get(key)
    if (known) return known
    const fresh = lexicon.readWord(token)
    readings.set(key, fresh)
    return fresh
  }

  const candidates: Candidate[] = []
  const follow = (node: PhraseNode, first: number, at: number) => {
    const token = tokens[at]
    if (!token) return
    for (const { word, form } of read(token)) {
      const next = node.next.get(word)
      if (!next) continue
      for (const phrase of next.phrases) {
        candidates.push({ phrase, first, last: at, form, casedAlike: isCasedAlike(phrase, tokens, first) })
      }
      const gap = tokens[at + 1]?.gap
      if (gap === undefined || gap === 'break') continue
      if (gap !== 'slash') follow(next, first, at + 1)
      if (next.slash) follow(next.slash, first, at + 1)
    }
  }
  for (let first = 0; first < tokens.length; first++) follow(lexicon.root, first, first)
  return candidates
}

function isCasedAlike(phrase: Phrase, tokens: Token[], first: number): boolean {
  return phrase.cased.every((word, index) => {
    const raw = tokens[first + index]?.raw ?? ''
    // A name that drops or changes its last letter when it bends keeps at least its capitals.
    return raw.startsWith(word) || (raw.length > word.length && raw.startsWith(word.slice(0, -1)))
  })
}

const forms: WordForm[] = ['bare', 'ending', 'compound']

function longestFirst(candidates: Candidate[], tokens: Token[]): Candidate[] {
  const length = ({ first, last }: Candidate) => (tokens[last]?.end ?? 0) - (tokens[first]?.start ?? 0)
  return [...candidates].sort(
    (a, b) => length(b) - length(a) || a.first - b.first || forms.indexOf(a.form) - forms.indexOf(b.form),
  )
}

/** Longest first; words that mean something else too only where what stands beside them tells they are skills. */
function chooseCandidates(candidates: Candidate[], page: SkillPage): Candidate[] {
  const accepted: Candidate[] = []
  const accept = (candidate: Candidate) => {
    accepted.push(candidate)
    page.settle(candidate)
  }

  const doubtful: Candidate[] = []
  for (const candidate of longestFirst(candidates, page.tokens)) {
    const { strict, exactCase } = candidate.phrase
    if (strict || (exactCase && !candidate.casedAlike)) doubtful.push(candidate)
    else if (page.isFree(candidate)) accept(candidate)
  }
  for (const candidate of doubtful) page.doubt(candidate)

  // A skill settled may settle the one beside it; lists are settled in reading order, so few rounds are needed.
  let waiting = doubtful.filter((candidate) => page.isFree(candidate)).sort((a, b) => a.first - b.first)
  for (let round = 0; round < settlingRounds; round++) {
    const settledBefore = accepted.length
    for (const candidate of waiting) {
      if (page.isFree(candidate) && isMeant(candidate, page)) accept(candidate)
    }
    if (accepted.length === settledBefore) break
    waiting = waiting.filter((candidate) => page.isFree(candidate))
  }
  return accepted.sort((a, b) => a.first - b.first)
}

const settlingRounds = 4

function isMeant(candidate: Candidate, page: SkillPage): boolean {
  if (candidate.phrase.skill.kind === 'language') return isLanguageContext(candidate, page)
  return candidate.casedAlike ? isSkillContext(candidate, page) : standsInSkillList(candidate, page)
}

function bySentence(accepted: Candidate[], tokens: Token[]): Map<number, Candidate[]> {
  const groups = new Map<number, Candidate[]>()
  for (const candidate of accepted) {
    const sentence = tokens[candidate.first]?.sentence ?? 0
    const group = groups.get(sentence)
    if (group) group.push(candidate)
    else groups.set(sentence, [candidate])
  }
  return groups
}
