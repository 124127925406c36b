import { createInstance, type i18n } from 'i18next'
import type { Language, TextKey } from './text-keys'

export type Params = Record<string, string | number>
/** The wording of a key in the reader's language; `count` chooses between one and other. */
export type Translate = (key: TextKey, params?: Params) => string

/** A translator for one language over its loaded texts. Synchronous, so that the server renders at once. */
export function createTexts(language: Language, texts: Record<string, object>): i18n {
  const instance = createInstance()
  instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: texts },
    ns: Object.keys(texts),
    defaultNS: 'ui',
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  })
  return instance
}

/** A text key with its parameters packed behind a bar, as form errors carry it: 'errors:too_long|{"count":200}'. */
export function unpackText(packed: string): { key: TextKey; params: Params } {
  const bar = packed.indexOf('|')
  if (bar < 0) return { key: packed as TextKey, params: {} }
  return { key: packed.slice(0, bar) as TextKey, params: JSON.parse(packed.slice(bar + 1)) }
}
