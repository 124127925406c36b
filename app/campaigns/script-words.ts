/**
 * The words a script is written with, in each of the three languages; any of them is understood in any script.
 * The first of a language is the one the editor's guide shows.
 */

/** What a script may leave open between braces; the card fills it in for the company at hand. */
export const blankWords = {
  company: { fi: 'yritys', sv: 'företag', en: 'company' },
  contact: { fi: 'yhteyshenkilö', sv: 'kontaktperson', en: 'contact' },
  caller: { fi: 'soittaja', sv: 'uppringare', en: 'caller' },
  source: { fi: 'lähde', sv: 'källa', en: 'source' },
  project: { fi: 'hanke', sv: 'projekt', en: 'project' },
  municipality: { fi: 'paikkakunta', sv: 'ort', en: 'municipality' },
  industry: { fi: 'toimiala', sv: 'bransch', en: 'industry' },
  keyword: { fi: 'hakusana', sv: 'sökord', en: 'keyword' },
} as const
export type ScriptBlank = keyof typeof blankWords
export const scriptBlanks = Object.keys(blankWords) as ScriptBlank[]

/** On what a part of a script may depend; `keyword` may be followed by the keyword meant. */
export const conditionWords = {
  returning_partner: { fi: 'palaava kumppani', sv: 'återkommande partner', en: 'returning partner' },
  sole_trader: { fi: 'toiminimi', sv: 'enskild näringsidkare', en: 'sole trader' },
  keyword: { fi: 'hakusana', sv: 'sökord', en: 'keyword' },
  small: { fi: 'pieni yritys', sv: 'litet företag', en: 'small company' },
  growing: { fi: 'kasvaa', sv: 'växer', en: 'growing' },
  funded: { fi: 'rahoitusta', sv: 'finansiering', en: 'funded' },
  called_before: { fi: 'soitettu aiemmin', sv: 'uppringt tidigare', en: 'called before' },
  contact_known: { fi: 'yhteyshenkilö', sv: 'kontaktperson', en: 'contact' },
  people_fit: { fi: 'sopivia osaajia', sv: 'lämpliga personer', en: 'people fit' },
} as const
export type ScriptCondition = keyof typeof conditionWords
export const scriptConditions = Object.keys(conditionWords) as ScriptCondition[]

/** The campaign's own questions, whose answers the figures are counted from. */
export const standardWords = {
  difficulty: { fi: 'vaikeus', sv: 'svårighet', en: 'difficulty' },
  growth: { fi: 'kasvu', sv: 'tillväxt', en: 'growth' },
  skills: { fi: 'osaaminen', sv: 'kunnande', en: 'skills' },
} as const
export type StandardQuestion = keyof typeof standardWords

export const markWords = {
  if: { fi: 'jos', sv: 'om', en: 'if' },
  not: { fi: 'ei', sv: 'inte', en: 'not' },
  else: { fi: 'muuten', sv: 'annars', en: 'else' },
  end: { fi: 'loppu', sv: 'slut', en: 'end' },
} as const

type Words = Record<string, Record<'fi' | 'sv' | 'en', string>>

/** The meaning of a written word, whichever language it is in. */
export function meaningOf<const W extends Words>(words: W, written: string): keyof W | undefined {
  const plain = written.trim().toLowerCase().replace(/\s+/g, ' ')
  return Object.keys(words).find(
    (meaning) => meaning === plain || Object.values(words[meaning] ?? {}).includes(plain),
  )
}
