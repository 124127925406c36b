import { findSkills, skillsNamedIn } from '~/skills/find-skills'
import { isEverydayBesideSkills } from '~/skills/skill-context'
import { readTokens } from '~/skills/text-tokens'
import { exampleOf, type UnknownWords } from '~/skills/unknown-words/unknown-word'
import { type Vocabulary, wordKey } from '~/skills/vocabulary'
import type { CvReading, CvSentence } from './cv-reading/cv-reading'
import { namesLanguage } from './cv-reading/languages'

type Read = Pick<CvReading, 'sentences' | 'sections' | 'work' | 'education' | 'personalFacts' | 'text'>

/** Words and letters; what is longer is a sentence and names no single skill. */
const MOST_WORDS = 4
const LONGEST = 40
const SHORTEST = 2
/** Of one CV; a longer list is not one of skills. */
const MOST_OF_ONE_CV = 40

/**
 * Items of a CV's skill sections that name nothing the vocabulary knows. Names of the person, employers and schools,
 * contact data, languages, numbers and words of praise are none, and sentences with personal facts are not read.
 */
export function unknownWordsOf(reading: Read, vocabulary: Vocabulary): UnknownWords[] {
  const headings = new Set(reading.sections.filter(({ heading }) => heading !== '').map(({ start }) => start))
  const names = namesIn(reading)
  const unknown = new Map<string, UnknownWords>()
  for (const sentence of reading.sentences) {
    if (sentence.section !== 'skills' || sentence.personal || headings.has(sentence.start)) continue
    for (const words of itemsOf(sentence, vocabulary)) {
      const key = wordKey(words)
      const isName = names.some((name) => key.includes(name))
      if (isName || unknown.has(key) || unknown.size >= MOST_OF_ONE_CV) continue
      unknown.set(key, { words, example: exampleOf(sentence.text, words) })
    }
  }
  return [...unknown.values()]
}

/** Names that a CV tells of, as keys: each part of the person's, and employers and schools whole. */
function namesIn({ work, education, personalFacts, text }: Read): string[] {
  const person = personalFacts.flatMap(({ kind, start, end }) =>
    kind === 'name' && start !== null && end !== null ? wordKey(text.slice(start, end)).split(' ') : [],
  )
  const organisations = [...work.map(({ employer }) => employer), ...education.map(({ school }) => school)]
  return [...person, ...organisations.map((name) => wordKey(name ?? ''))].filter((name) => name.length >= 3)
}

function itemsOf({ text }: CvSentence, vocabulary: Vocabulary): string[] {
  const parts = [...text.matchAll(/[^,;|•●▪◦·/\n\t]+/g)]
  // A list has short items, with room for a level; a comma in a sentence parts no skills.
  const longest = Math.max(...parts.map(([part]) => part.trim().split(/\s+/).length))
  if (longest > (/[.!?]$/.test(text) ? MOST_WORDS : MOST_WORDS + 2)) return []
  const found = findSkills(text, vocabulary)
  const items: string[] = []
  for (const match of parts) {
    const start = match.index
    const end = start + match[0].length
    if (found.some((skill) => skill.start < end && skill.end > start)) continue
    const words = tidied(match[0])
    if (looksLikeSkill(words) && skillsNamedIn(words, vocabulary).length === 0) items.push(words)
  }
  return items
}

/** Without the label before it, what is said of the level after it, and marks around it. */
function tidied(item: string): string {
  const [before = '', ...after] = item.split(/:\s+/)
  const rated = after.join(' ')
  const own = rated !== '' && !saysOnlyHowWell(rated) ? rated : before
  return own
    .replace(/\s*\([^)]*\)?\s*$/, '')
    .replace(/^(?:ja|sekä|och|samt|and|myös|also)\s+/iu, '')
    .replace(/\s+[-–—]\s.*$/, '')
    .replace(/^[\s"'”’*–—-]+|[\s"'”’.:!*–—-]+$/g, '')
    .replace(/\s+/g, ' ')
}

const saysOnlyHowWell = (words: string) =>
  readTokens(words).tokens.every(({ norm }) => isEverydayBesideSkills(norm) || /^\d/.test(norm))

function looksLikeSkill(words: string): boolean {
  if (words.length < SHORTEST || words.length > LONGEST) return false
  if (/[@\\]|https?|www\.|\d{4}|^\d/i.test(words) || !/\p{L}{2}|\p{L}[\d+#]/u.test(words)) return false
  const { tokens } = readTokens(words)
  if (tokens.length === 0 || words.split(' ').length > MOST_WORDS) return false
  return !saysOnlyHowWell(words) && !namesLanguage(words)
}
