import { z } from 'zod'
import { optionalText, text, version } from '~/platform/fields'
import { OWN_KINDS } from './own-vocabulary'
import { type SkillWord, wordKey } from './vocabulary'

/** Other names: several in one field, parted by commas or lines. */
const words = () =>
  z
    .string()
    .max(1000)
    .optional()
    .transform((typed) => wordsTyped(typed))
    .pipe(z.array(z.string().max(80)).max(40))

const wordFields = {
  words_any: words(),
  words_fi: words(),
  words_sv: words(),
  words_en: words(),
  strict: z.literal('on').optional(),
}

/** A skill of one's own: Swedish and English names may be left to be the same as the Finnish one. */
export const OwnSkillForm = z.object({
  fi: text(80),
  sv: optionalText(80),
  en: optionalText(80),
  kind: z.enum(OWN_KINDS),
  implies: words(),
  ...wordFields,
})
export const OwnSkillChange = z.object({ ...OwnSkillForm.shape, version: version() })
/** Own words for a skill of the built-in vocabulary. */
export const OwnWordsForm = z.object({ ...wordFields, version: version() })
/** An unknown word as another name of a known skill. */
export const SynonymForm = z.object({
  skill: text(80),
  language: z.enum(['any', 'fi', 'sv', 'en']),
  strict: z.literal('on').optional(),
})

type Typed = Pick<z.infer<typeof OwnSkillForm>, 'words_any' | 'words_fi' | 'words_sv' | 'words_en'>
type NewWord = { language: SkillWord['language']; text: string }

/** The words of a form by language, each once. */
export function wordsOfForm(form: Typed): NewWord[] {
  return withoutRepeats([
    ...form.words_any.map((one) => ({ language: 'any' as const, text: one })),
    ...form.words_fi.map((one) => ({ language: 'fi' as const, text: one })),
    ...form.words_sv.map((one) => ({ language: 'sv' as const, text: one })),
    ...form.words_en.map((one) => ({ language: 'en' as const, text: one })),
  ])
}

/** The names of a skill as words to be found; one that is the same everywhere belongs to every language. */
export function namesAsWords(name: Record<'fi' | 'sv' | 'en', string>): NewWord[] {
  if (new Set(Object.values(name).map(wordKey)).size === 1) return [{ language: 'any', text: name.fi }]
  return withoutRepeats((['fi', 'sv', 'en'] as const).map((language) => ({ language, text: name[language] })))
}

function withoutRepeats(all: NewWord[]): NewWord[] {
  return all.filter(
    (word, index) => all.findIndex((other) => wordKey(other.text) === wordKey(word.text)) === index,
  )
}

/** Names as typed in a form, parted by commas, semicolons or lines; repeats and empty ones are left out. */
function wordsTyped(typed: string | undefined): string[] {
  const all = (typed ?? '').split(/[,;\n]/).map((word) => word.trim().replace(/\s+/g, ' '))
  return all.filter(
    (word, index) => word !== '' && all.findIndex((other) => wordKey(other) === wordKey(word)) === index,
  )
}

/** The own words of a skill as the fields of its form: what its names do not say already. */
export function ownWordFields(skill: {
  fi: string
  sv: string
  en: string
  words: { language: string; word: string; origin: string; strict: boolean }[]
}) {
  const names = new Set([skill.fi, skill.sv, skill.en].map(wordKey))
  const own = skill.words.filter(({ origin, word }) => origin === 'own' && !names.has(wordKey(word)))
  const typed = (code: string) =>
    own
      .filter(({ language }) => language === code)
      .map(({ word }) => word)
      .join(', ')
  return {
    words_any: typed('any'),
    words_fi: typed('fi'),
    words_sv: typed('sv'),
    words_en: typed('en'),
    strict: skill.words.some(({ origin, strict }) => origin === 'own' && strict) ? 'on' : undefined,
  }
}
