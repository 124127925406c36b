import { type Vocabulary, type VocabularyLanguage, wordKey } from '../vocabulary'

/** What the labels of a concept say about which of our own skills it is. */
type LabelJoin =
  | { how: 'same'; skillId: string }
  /** Another label than the preferred one leads here, or the labels lead to several. */
  | { how: 'perhaps'; skillId: string }

type OwnWord = { skillId: string; text: string; cased: boolean; language: VocabularyLanguage | 'any' }

const indexes = new WeakMap<Vocabulary, Map<string, OwnWord[]>>()

/**
 * The skill of the vocabulary that has the concept's label as a name or word of the same language; what an explanation
 * in brackets adds is left out: "Java (computer programming)". Words that mean something else too ("Rust", "R") are
 * compared with their capital letters.
 */
export function joinByLabel(
  concept: { labels: Record<string, string>; otherLabels: Record<string, string[]> },
  vocabulary: Vocabulary,
): LabelJoin | undefined {
  const preferred = skillsUnder(Object.entries(concept.labels), vocabulary)
  const [first, second] = preferred
  if (first && !second) return { how: 'same', skillId: first }
  if (first) return { how: 'perhaps', skillId: first }
  const others = Object.entries(concept.otherLabels).flatMap(([language, labels]) =>
    labels.map((label): [string, string] => [language, label]),
  )
  const [other] = skillsUnder(others, vocabulary)
  return other ? { how: 'perhaps', skillId: other } : undefined
}

function skillsUnder(labels: [language: string, label: string][], vocabulary: Vocabulary): string[] {
  const index = ownWords(vocabulary)
  const found = new Set<string>()
  for (const [language, written] of labels) {
    const label = withoutExplanation(written)
    for (const word of index.get(wordKey(label)) ?? []) {
      if (word.language !== 'any' && word.language !== language) continue
      if (word.cased && word.text !== label) continue
      found.add(word.skillId)
    }
  }
  return [...found]
}

function ownWords(vocabulary: Vocabulary): Map<string, OwnWord[]> {
  const known = indexes.get(vocabulary)
  if (known) return known
  const index = new Map<string, OwnWord[]>()
  for (const skill of vocabulary.skills.values()) {
    for (const { text, strict, exactCase, language } of skill.words) {
      const key = wordKey(text)
      const words = index.get(key) ?? []
      words.push({ skillId: skill.id, text, cased: strict || exactCase, language })
      index.set(key, words)
    }
  }
  indexes.set(vocabulary, index)
  return index
}

function withoutExplanation(label: string): string {
  return label.replace(/\s*\([^)]*\)\s*$/, '').trim()
}
