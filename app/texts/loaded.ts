import type { i18n } from 'i18next'
import { createTexts } from './text'
import type { Language } from './text-keys'

/** The server loads all languages at start, a browser only its own, before the first render. */
const loaded = new Map<Language, i18n>()

export function loadTexts(language: Language, texts: Record<string, object>): void {
  loaded.set(language, createTexts(language, texts))
}

/** The wordings of a language; throws when its texts were not loaded at start. */
export function textsIn(language: Language): i18n {
  const texts = loaded.get(language)
  if (!texts) throw new Error(`the texts of ${language} are not loaded`)
  return texts
}
