import type { EscoEdges } from './esco-edges'
import { type Skill, type SkillKind, type SkillWord, type Vocabulary, wordKey } from './vocabulary'

/** Kinds an administrator chooses from; traits and languages are read by rules of their own. */
export const OWN_KINDS = [
  'tool',
  'task',
  'field',
  'method',
  'licence',
] as const satisfies readonly SkillKind[]

export type OwnWord = { skillId: string; language: SkillWord['language']; text: string; strict: boolean }

/** What an administrator has added to the built-in vocabulary, by hand or by an import, without what is retired. */
export type OwnVocabulary = {
  skills: { id: string; kind: SkillKind; name: Skill['name'] }[]
  words: OwnWord[]
  implies: { from: string; to: string }[]
  esco: EscoEdges | null
}

/** The group under which own skills stand, where built-in ones tell the file they were read from. */
export const OWN_GROUP = 'own'

/**
 * The built-in vocabulary with the own additions. A word that both know is the own one's: an upgrade that brings the
 * same word elsewhere does not undo what was decided here.
 */
export function withOwn(builtIn: Vocabulary, own: OwnVocabulary): Vocabulary {
  const esco = own.esco && { esco: own.esco }
  if (own.skills.length + own.words.length + own.implies.length === 0)
    return { skills: builtIn.skills, ...esco }
  const skills = new Map(builtIn.skills)
  for (const { id, kind, name } of own.skills) {
    skills.set(id, { id, kind, name, words: [], implies: [], broader: [], group: OWN_GROUP })
  }
  const taken = new Map(own.words.map((word) => [wordKey(word.text), word.skillId]))
  for (const skill of builtIn.skills.values()) {
    const left = skill.words.filter(({ text }) => (taken.get(wordKey(text)) ?? skill.id) === skill.id)
    if (left.length < skill.words.length) skills.set(skill.id, { ...skill, words: left })
  }
  for (const word of own.words) {
    const skill = skills.get(word.skillId)
    if (skill) skills.set(skill.id, { ...skill, words: [...skill.words, foundAs(word)] })
  }
  for (const { from, to } of own.implies) {
    const skill = skills.get(from)
    if (skill && skills.has(to)) skills.set(from, { ...skill, implies: [...skill.implies, to] })
  }
  return { skills, ...esco }
}

/** A short word in capital letters is an abbreviation and found in those letters; one of two letters is in doubt. */
function foundAs({ language, text, strict }: OwnWord): SkillWord {
  const letters = [...wordKey(text)].length
  return {
    text,
    language,
    strict: strict || letters <= 2,
    exactCase: letters <= 4 && text === text.toUpperCase() && /\p{L}/u.test(text),
    exactForm: false,
    endsCompounds: false,
    beginsCompounds: false,
  }
}
