import { skillsNamedIn } from './find-skills'
import { type Vocabulary, type VocabularyLanguage, wordKey } from './vocabulary'

type SkillSuggestion = {
  skillId: string
  /** The skill's name in the language asked for. */
  name: string
  /** The word that matched, where it is not the name: `k8s`. */
  word?: string
}

type Entry = {
  key: string
  skillId: string
  text: string
  language: VocabularyLanguage | 'any'
  isName: boolean
}

const entriesOf = new WeakMap<Vocabulary, Entry[]>()
const ownersOf = new WeakMap<Vocabulary, Map<string, string>>()

/** Every name and word of the vocabulary with its key, made once per vocabulary. */
function entries(vocabulary: Vocabulary): Entry[] {
  let list = entriesOf.get(vocabulary)
  if (!list) {
    list = [...vocabulary.skills.values()].flatMap((skill) => [
      ...(['fi', 'sv', 'en'] as const).map((language) => ({
        key: wordKey(skill.name[language]),
        skillId: skill.id,
        text: skill.name[language],
        language,
        isName: true,
      })),
      ...skill.words.map(({ text, language }) => ({
        key: wordKey(text),
        skillId: skill.id,
        text,
        language,
        isName: false,
      })),
    ])
    entriesOf.set(vocabulary, list)
  }
  return list
}

/** Identifiers of skills by the key of their names and words, made once per vocabulary. */
function owners(vocabulary: Vocabulary): Map<string, string> {
  let index = ownersOf.get(vocabulary)
  if (!index) {
    index = new Map()
    for (const { key, skillId } of entries(vocabulary)) if (!index.has(key)) index.set(key, skillId)
    ownersOf.set(vocabulary, index)
  }
  return index
}

/** The skill that has exactly this name or word, or undefined. */
export function skillWithWord(word: string, vocabulary: Vocabulary): string | undefined {
  return owners(vocabulary).get(wordKey(word))
}

/**
 * The skill an employer means by a few words ("k8s", "power bi -osaaja"), or undefined where they name none,
 * or several that do not follow from each other.
 */
export function resolveSkillWords(words: string, vocabulary: Vocabulary): string | undefined {
  const key = wordKey(words)
  if (key === '') return undefined
  const exact = skillWithWord(words, vocabulary)
  if (exact) return exact

  const all = [...new Set(skillsNamedIn(words, vocabulary))]
  // "Lähihoitaja yövuoroihin": how somebody works is said beside the skill that is needed.
  const skills = all.filter((id) => vocabulary.skills.get(id)?.kind !== 'trait')
  const named = skills.length > 0 ? skills : all
  const specific = named.filter(
    (id) => !named.some((other) => other !== id && leadsTo(other, id, vocabulary)),
  )
  return specific.length === 1 ? specific[0] : undefined
}

/** Whether having `id` tells as much as having `general`: it implies it, or stands under it. */
function leadsTo(id: string, general: string, vocabulary: Vocabulary): boolean {
  const waiting = [id]
  const seen = new Set(waiting)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === general) return true
    const skill = vocabulary.skills.get(next)
    for (const up of [...(skill?.implies ?? []), ...(skill?.broader ?? [])]) {
      if (!seen.has(up)) waiting.push(up)
      seen.add(up)
    }
  }
  return false
}

/**
 * Skills whose name or another word begins with what has been typed, names of the language first, then its other words,
 * then words inside names ("palvelin" finds "Web-palvelimet"). At most `limit`, each skill once.
 */
export function suggestSkills(
  typed: string,
  language: VocabularyLanguage,
  limit: number,
  vocabulary: Vocabulary,
): SkillSuggestion[] {
  const key = wordKey(typed)
  if (key === '') return []
  const best = new Map<string, { rank: number; entry: Entry }>()
  for (const entry of entries(vocabulary)) {
    const rank = rankOf(entry, key, language)
    const known = best.get(entry.skillId)
    if (rank !== undefined && (!known || rank < known.rank)) best.set(entry.skillId, { rank, entry })
  }
  const nameOf = (skillId: string) => vocabulary.skills.get(skillId)?.name[language] ?? skillId
  return [...best.values()]
    .map(({ rank, entry }) => ({ rank, entry, name: nameOf(entry.skillId) }))
    .sort(
      (a, b) => a.rank - b.rank || a.name.length - b.name.length || a.name.localeCompare(b.name, language),
    )
    .slice(0, limit)
    .map(({ entry, name }) => ({
      skillId: entry.skillId,
      name,
      ...(wordKey(name) === entry.key ? {} : { word: entry.text }),
    }))
}

/** Most names a field offers while somebody types. */
const MOST_SUGGESTED = 10

/** Names of skills for what an address asks by `q`, in one language. */
export function namesSuggestedFor(
  url: string,
  language: VocabularyLanguage,
  vocabulary: Vocabulary,
): string[] {
  const typed = (new URL(url).searchParams.get('q') ?? '').slice(0, 80)
  return suggestSkills(typed, language, MOST_SUGGESTED, vocabulary).map(({ name }) => name)
}

/** 0 is the word itself, then the beginning of a name, of another word, of a word inside; undefined is no match. */
function rankOf({ key, language: own, isName }: Entry, typed: string, language: VocabularyLanguage) {
  const isForeign = own !== language && own !== 'any'
  if (isForeign && own !== 'en') return undefined
  const foreign = isForeign ? 5 : 0
  if (key === typed) return foreign
  if (key.startsWith(typed)) return foreign + (isName ? 1 : 2)
  return key.includes(` ${typed}`) ? foreign + (isName ? 3 : 4) : undefined
}
