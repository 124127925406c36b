import { type SkillWord, wordKey } from '../vocabulary'

/** What becomes of a word that looked like a skill and is none that the vocabulary knows. */
export const WORD_DECISIONS = ['added', 'joined', 'ignored'] as const
export type WordDecision = (typeof WORD_DECISIONS)[number]

/** A word as it is written, with a few words around it that tell nothing of a person; null where there are none. */
export type UnknownWords = { words: string; example: string | null }

/** Letters shown on both sides of a word. */
const AROUND = 60

/** The words around a word, without long numbers; null where the word stands alone. */
export function exampleOf(sentence: string, words: string): string | null {
  const tidy = sentence.replace(/\s+/g, ' ').trim()
  const at = tidy.indexOf(words)
  if (at < 0 || tidy === words) return null
  const from = at <= AROUND ? 0 : tidy.indexOf(' ', at - AROUND) + 1
  const to = tidy.lastIndexOf(' ', at + words.length + AROUND)
  const isWhole = tidy.length <= at + words.length + AROUND
  const part = isWhole ? tidy.slice(from) : tidy.slice(from, Math.max(to, at + words.length))
  return `${from > 0 ? '… ' : ''}${part}${isWhole ? '' : ' …'}`.replace(/\d{3,}/g, '…')
}

/**
 * The words of a new skill with the unknown word among them: a caseworker who names the skill better still means the
 * word that waits.
 */
export function withWord<Details extends NamedWords>(details: Details, word: string): Details {
  const known = [...Object.values(details.name), ...details.words.map(({ text }) => text)]
  if (known.some((one) => wordKey(one) === wordKey(word))) return details
  return { ...details, words: [...details.words, { language: 'any' as const, text: word }] }
}

type NamedWords = {
  name: Record<'fi' | 'sv' | 'en', string>
  words: { language: SkillWord['language']; text: string }[]
}
