import type { z } from 'zod'
import type { Language } from '~/texts/text-keys'
import { namesAsWords, type OwnSkillForm, type OwnWordsForm, wordsOfForm } from './own-skill'
import { resolveSkillWords, skillWithWord } from './skill-words'
import { type SkillWord, type Vocabulary, wordKey } from './vocabulary'

type Checked<Details> = { ok: true; details: Details } | { ok: false; errors: Record<string, string[]> }

/** Where a word or a skill is looked up: what is known, whose words may stay, and the reader's language for names. */
type Against = { vocabulary: Vocabulary; skillId: string | null; language: Language }

/** A form of an own skill as it is kept, or what is wrong: a word that another skill has, an unknown implied skill. */
export function checkedOwnSkill(form: z.infer<typeof OwnSkillForm>, against: Against) {
  const name = { fi: form.fi, sv: form.sv ?? form.fi, en: form.en ?? form.fi }
  const names = namesAsWords(name)
  const own = new Set(names.map(({ text }) => wordKey(text)))
  const words = wordsOfForm(form).filter(({ text }) => !own.has(wordKey(text)))
  const errors: Record<string, string[]> = {
    ...takenIn(names, against, ({ language }) => (language === 'any' ? 'fi' : language)),
    ...takenIn(words, against, ({ language }) => `words_${language}`),
  }
  const implied = form.implies.map((word) => ({ word, id: resolveSkillWords(word, against.vocabulary) }))
  const unknown = implied.find(({ id }) => id === undefined)
  if (unknown) errors.implies = [`skills:own.unknown_implied|${JSON.stringify({ word: unknown.word })}`]
  const details = {
    name,
    kind: form.kind,
    words,
    strict: form.strict === 'on',
    implies: implied.flatMap(({ id }) => id ?? []),
  }
  return asChecked(details, errors)
}

/** Own words for a skill as they are kept, or which of them another skill has. */
export function checkedOwnWords(form: z.infer<typeof OwnWordsForm>, against: Against) {
  const words = wordsOfForm(form)
  return asChecked(
    { words, strict: form.strict === 'on' },
    takenIn(words, against, ({ language }) => `words_${language}`),
  )
}

function asChecked<Details>(details: Details, errors: Record<string, string[]>): Checked<Details> {
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, details }
}

type NewWord = { language: SkillWord['language']; text: string }

/** The first word under each field that belongs to another skill already. */
function takenIn(
  words: NewWord[],
  { vocabulary, skillId, language }: Against,
  fieldOf: (word: NewWord) => string,
) {
  const errors: Record<string, string[]> = {}
  for (const word of words) {
    const owner = skillWithWord(word.text, vocabulary)
    const field = fieldOf(word)
    if (owner === undefined || owner === skillId || errors[field]) continue
    const name = vocabulary.skills.get(owner)?.name[language] ?? owner
    errors[field] = [`skills:own.taken|${JSON.stringify({ word: word.text, owner: name })}`]
  }
  return errors
}
