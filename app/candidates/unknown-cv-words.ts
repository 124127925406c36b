import { findSkills, skillsNamedIn } from '~/skills/find-skills'
import { isEverydayBesideSkills } from '~/skills/skill-context'
import { readTokens } from '~/skills/text-tokens'
import { exampleOf, type UnknownWords } from '~/skills/unknown-words/unknown-word'
import { type Vocabulary, wordKey } from '~/skills/vocabulary'
import type { CvReading, CvSentence } from './cv-reading/cv-reading'
import { namesLanguage } from './cv-reading/languages'

type Read = Pick<CvReading, 'sentences' | 'sections' | 'work' | 'education' | 'personalFacts' | 'text'>

/** Words and letters; what is longer is a sentence and names no single skill. */
const MOST_WORDS = 3
/** Words of the longest item in a list, with room for a level. */
const LONGEST_ITEM = 6
/** Words of the longest item where a sentence ends with it. */
const LONGEST_IN_SENTENCE = 4
/** What goes on from a word like these is a piece of a sentence. */
const GOES_ON =
  /^(?:myös|lisäksi|kuten|esimerkiksi|esim\.?|etenkin|erityisesti|muun|muut|tai|eri|erilais\p{L}*|kaikki|joka|jotka|että|kun|jos|usein|yleensä|osittain|hieman|vähän|också|även|bland|till|med|för|inom|särskilt|som|eller|när|ofta|olika|also|as|such|with|for|of|to|or|the|various|other|plus|including)\s/iu
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
      if (isNameIn(names, key) || unknown.has(key) || unknown.size >= MOST_OF_ONE_CV) continue
      unknown.set(key, { words, example: exampleOf(sentence.text, words) })
    }
  }
  return [...unknown.values()]
}

/** Whether words that somebody picked out of a CV may wait to be made a skill; the same words are left out as above. */
export function mayWaitAsSkill(words: string, reading: Read | null, vocabulary: Vocabulary): boolean {
  if (!looksLikeSkill(words) || skillsNamedIn(words, vocabulary).length > 0) return false
  return reading === null || !isNameIn(namesIn(reading), wordKey(words))
}

const isNameIn = (names: readonly string[], key: string) => names.some((name) => key.includes(name))

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
  // A list has short items; a comma in a sentence parts no skills.
  const longest = Math.max(...parts.map(([part]) => part.trim().split(/\s+/).length))
  if (longest > (/[.!?]$/.test(text) ? LONGEST_IN_SENTENCE : LONGEST_ITEM)) return []
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
    .replace(/^(?:ja|sekä|och|samt|and)\s+/iu, '')
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
  if (tokens.length === 0 || words.split(' ').length > MOST_WORDS || GOES_ON.test(words)) return false
  return !saysOnlyHowWell(words) && !namesLanguage(words)
}
